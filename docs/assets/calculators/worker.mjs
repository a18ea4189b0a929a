/** Python, away from the page: loads the bundle once, then answers. */

import { start } from './runtime.mjs'

/** @typedef {import('./messages.mjs').Ask} Ask */

let door

self.addEventListener('message', ({ data }) => {
  if (data.runtime) door = start(data.runtime, (python) => python.pyimport('calculators.api').answer_json)
  else answer(data)
})

/** @param {Ask} ask */
async function answer ({ id, request }) {
  try {
    const ready = await door
    self.postMessage({ id, answer: ready(request) })
  } catch (error) {
    self.postMessage({ id, fault: String(error) })
  }
}
