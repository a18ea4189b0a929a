/** Python in a worker: loaded once, every byte counted and checked, every failure told. */

import { Damaged, Delivery } from './delivery.mjs'
import { forget, recall } from './snapshot.mjs'

/** @typedef {import('./messages.mjs').Start} Start */

// The smallest module there is: eight bytes that every engine must compile.
const PROBE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])
const SCRIPTS = ['pyodide.mjs', 'pyodide.asm.js']
const PLACE = '/ereje'
// The plain way, since the runtime's own needs more of the library.
const UNPACK = `
import os, sys, zipfile
with zipfile.ZipFile("/archive.zip") as archive:
    archive.extractall("${PLACE}")
os.remove("/archive.zip")
if "${PLACE}" not in sys.path:
    sys.path.append("${PLACE}")
del archive
`

/**
 * Load the runtime and our package, telling the page how it goes.
 *
 * @param {Start} bundle
 * @param {(python: object) => Promise<Function> | Function} enter - Finds the door to ask at.
 */
export async function start ({ runtime, files, snapshot }, enter) {
  let cause = 'unsupported'
  try {
    // Without WebAssembly, or where a policy forbids it, the runtime would wait for ever.
    await WebAssembly.compile(PROBE)
    cause = 'download'
    const delivery = new Delivery(runtime, files, (bytes, total) => self.postMessage({ stage: 'download', bytes, total }))
    const wheel = Object.keys(files).find((name) => name.endsWith('.whl'))
    const needed = Object.keys(files).filter((name) => name !== wheel).map((name) => delivery.bytes(name))
    const scripts = Promise.all(SCRIPTS.map((name) => delivery.bytes(name).then(() => import(runtime + name))))
    scripts.catch(() => {}) // told by whichever file fails first
    const image = snapshot && await recall(snapshot)
    await Promise.all([...needed, scripts, image ?? delivery.bytes(wheel)])
    cause = 'start'
    self.postMessage({ stage: 'start', restored: Boolean(image) })
    const load = await loader(runtime, delivery, scripts)
    const python = image && await restore(load, image, snapshot)
    const door = await enter(python || await boot(load, await delivery.bytes(wheel)))
    self.postMessage({ stage: 'ready' })
    return door
  } catch (error) {
    if (error instanceof Damaged) cause = 'package'
    self.postMessage({ stage: 'failed', cause, detail: String(error) })
    throw error
  }
}

/** Python as it was when the image was made; nothing, where that cannot be. */
async function restore (load, image, snapshot) {
  // The runtime remembers its options for good; what is handed over once is not remembered.
  const once = { then (take) { take(image); image = undefined } }
  try {
    return await load({ _loadSnapshot: once })
  } catch (error) {
    console.info('The snapshot does not fit:', String(error))
    await forget(snapshot)
  }
}

/** Python started anew, our package put beside its library. */
async function boot (load, wheel) {
  const python = await load()
  unpack(python, wheel)
  return python
}

/** Put an archive of modules where our package lies. @param {ArrayBuffer} archive */
export function unpack (python, archive) {
  python.FS.writeFile('/archive.zip', new Uint8Array(archive))
  python.runPython(UNPACK)
}

/** How the runtime is loaded: it asks for its files by `fetch`, and gets those that were checked. */
async function loader (runtime, delivery, scripts) {
  const [{ loadPyodide }] = await scripts
  return async (more) => {
    const online = self.fetch
    self.fetch = (address) => delivery.response(String(address).slice(runtime.length))
    try {
      return await loadPyodide({ indexURL: runtime, ...more })
    } finally {
      self.fetch = online
    }
  }
}
