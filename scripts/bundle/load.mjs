/** The bundle of a folder under Node, loaded as docs/assets/calculators/runtime.mjs loads it in a browser. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

// Node would print the runtime's whole source line, a megabyte, above the message.
for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (error) => {
    console.error(String(error.stack ?? error))
    process.exit(1)
  })
}

export const SNAPSHOT = 'memory.snapshot'
const UNPACK = `
import os, sys, zipfile
with zipfile.ZipFile("/archive.zip") as archive:
    archive.extractall("/ereje")
os.remove("/archive.zip")
sys.path.append("/ereje")
del archive
`

/** The runtime without our package. */
export async function load (folder, more = {}) {
  const { loadPyodide } = await import(pathToFileURL(join(folder, 'pyodide.mjs')))
  return loadPyodide({ indexURL: folder, ...more })
}

/** The runtime with our package beside its library. */
export async function boot (folder, more) {
  const python = await load(folder, more)
  const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'))
  python.FS.writeFile('/archive.zip', readFileSync(join(folder, wheel)))
  python.runPython(UNPACK)
  return python
}
