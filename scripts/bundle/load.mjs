/** The bundle of a folder under Node, loaded as docs/assets/calculators/runtime.mjs loads it in a browser. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unpack } from '../../docs/assets/calculators/runtime.mjs'

// Node would print the runtime's whole source line, a megabyte, above the message.
for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (error) => {
    console.error(String(error.stack ?? error))
    process.exit(1)
  })
}

export const SNAPSHOT = 'memory.snapshot'

/** The runtime without our package. */
export async function load (folder, more = {}) {
  const { loadPyodide } = await import(pathToFileURL(join(folder, 'pyodide.mjs')))
  return loadPyodide({ indexURL: folder, ...more })
}

/** The runtime with our package beside its library. */
export async function boot (folder, more) {
  const python = await load(folder, more)
  const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'))
  unpack(python, readFileSync(join(folder, wheel)))
  return python
}
