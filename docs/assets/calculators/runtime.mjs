/** Python in a worker: loaded once, every byte counted, every failure told. */

// The smallest module there is: eight bytes that every engine must compile.
const PROBE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])

let bytes = 0

/**
 * Load the runtime and our package, telling the page how it goes.
 *
 * @param {string} runtime - Absolute address of the bundle's folder.
 * @param {(python: object) => Promise<Function> | Function} enter - Finds the door to ask at.
 */
export async function start (runtime, enter) {
  let cause = 'unsupported'
  try {
    // Without WebAssembly, or where a policy forbids it, the runtime would wait for ever.
    await WebAssembly.compile(PROBE)
    cause = 'download'
    self.fetch = counting(self.fetch.bind(self))
    const { loadPyodide } = await import(`${runtime}pyodide.mjs`)
    const python = await loadPyodide({ indexURL: runtime, packages: ['ereje'], checkIntegrity: true })
    self.postMessage({ stage: 'start' })
    // A package whose checksum is wrong is skipped in silence: see that it came.
    cause = 'package'
    const door = await enter(python)
    self.postMessage({ stage: 'ready' })
    return door
  } catch (error) {
    self.postMessage({ stage: 'failed', cause, detail: String(error) })
    throw error
  }
}

/**
 * A fetch that tells how much has come, and at once when nothing more will:
 * the runtime itself would wait for ever for some of its files.
 */
function counting (fetch) {
  return async (...request) => {
    try {
      const response = await fetch(...request)
      if (!response.ok) throw new Error(`${response.status} for ${response.url}`)
      return new Response(counted(response.body), { status: response.status, headers: response.headers })
    } catch (error) {
      throw lost(error)
    }
  }
}

/** The same bytes, counted as they pass. */
function counted (body) {
  const reader = body.getReader()
  return new ReadableStream({
    async pull (out) {
      try {
        const { done, value } = await reader.read()
        if (done) return out.close()
        bytes += value.byteLength
        self.postMessage({ stage: 'download', bytes })
        out.enqueue(value)
      } catch (error) {
        out.error(lost(error))
      }
    }
  })
}

function lost (error) {
  self.postMessage({ stage: 'failed', cause: 'download', detail: String(error) })
  return error
}
