import { loadPyodide } from './runtime/pyodide.mjs'

self.addEventListener('message', async ({ data }) => {
  const python = await loadPyodide({ packages: ['ereje'] })
  self.postMessage(python.pyimport('calculators.api').answer_json(data))
})
