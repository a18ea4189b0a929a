/** Python in a worker: loaded once, every byte counted and checked, every failure told. */

import { Damaged, Delivery } from './delivery.mjs'
import { memory, recall, refuse } from './snapshot.mjs'

/** @typedef {import('./messages.mjs').Start} Start */

// The smallest module there is: eight bytes that every engine must compile.
const PROBE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])
const COMPILED = 'pyodide.asm.wasm'
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
export async function start ({ runtime, files, snapshot, anew }, enter) {
  let cause = 'unsupported'
  try {
    // Without WebAssembly, or where a policy forbids it, the runtime would wait for ever.
    await WebAssembly.compile(PROBE)
    cause = 'download'
    const delivery = new Delivery(runtime, files, (bytes, total) => self.postMessage({ stage: 'download', bytes, total }))
    const wheel = Object.keys(files).find((name) => name.endsWith('.whl'))
    const coming = Object.keys(files).filter((name) => name !== wheel).map((name) => delivery.bytes(name))
    const scripts = Promise.all(SCRIPTS.map((name) => delivery.bytes(name).then(() => import(runtime + name))))
    const kept = snapshot && await (anew ? refuse(snapshot) : recall(snapshot))
    if (kept) self.postMessage({ stage: 'start', restored: true }) // said first: it may end in silence
    const all = Promise.all([...coming, scripts, kept ?? delivery.bytes(wheel)]).then(() => {
      cause = 'start'
      if (!kept) self.postMessage({ stage: 'start', restored: false })
    })
    const load = loader(runtime, delivery, scripts)
    const python = (async () => (kept && await restore(load, kept, snapshot)) || boot(load, delivery.bytes(wheel)))()
    python.catch(() => {}) // told by whichever file fails first
    const door = await enter(await Promise.race([python, all.then(() => python)]))
    self.postMessage({ stage: 'ready' })
    return door
  } catch (error) {
    if (error instanceof Damaged) cause = 'package'
    self.postMessage({ stage: 'failed', cause: error.cause ?? cause, detail: String(error) })
    throw error
  }
}

/** Python as it was when the image was made; nothing, where that cannot be. */
async function restore (load, kept, snapshot) {
  let image = memory(kept, snapshot)
  // The runtime remembers its options for good; what is handed over once is not remembered.
  const once = { then (take, fail) { image.then(take, fail); image = undefined } }
  try {
    return await load({ _loadSnapshot: once })
  } catch (error) {
    console.info('The snapshot does not fit:', String(error))
    await refuse(snapshot)
  }
}

/** Python started anew, our package put beside its library. */
async function boot (load, wheel) {
  const python = await load()
  unpack(python, await wheel)
  return python
}

/** Put an archive of modules where our package lies. @param {ArrayBuffer} archive */
export function unpack (python, archive) {
  python.FS.writeFile('/archive.zip', new Uint8Array(archive))
  python.runPython(UNPACK)
}

/**
 * How the runtime is loaded: it asks for its files by `fetch`, begins while
 * they come, and gets those that were checked; what is compiled is compiled
 * meanwhile.
 */
function loader (runtime, delivery, scripts) {
  const compiled = delivery.bytes(COMPILED).then((bytes) => WebAssembly.compile(bytes))
  compiled.catch(() => {}) // told by whichever file fails first
  return async (more) => {
    const [{ loadPyodide }] = await scripts
    const { fetch } = self
    const { instantiateStreaming } = WebAssembly
    self.fetch = (address) => delivery.response(String(address).slice(runtime.length))
    WebAssembly.instantiateStreaming = async (response, imports) => {
      const module = await compiled
      return { module, instance: await WebAssembly.instantiate(module, imports) }
    }
    try {
      return await loadPyodide({ indexURL: runtime, ...more })
    } finally {
      self.fetch = fetch
      WebAssembly.instantiateStreaming = instantiateStreaming
    }
  }
}
