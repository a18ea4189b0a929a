/** Python for tables: the same runtime, with what only tables need put beside our package. */

import { start, unpack } from './runtime.mjs'

// A package of the library may have some of its modules here and some in the archive.
const JOIN = `
import os, sys
import calculators
place = calculators.__path__[0].rpartition("/")[0]
for name, module in list(sys.modules.items()):
    folder = f"{place}/{name.replace('.', '/')}"
    if isinstance(getattr(module, "__path__", None), list) and folder not in module.__path__ and os.path.isdir(folder):
        module.__path__.append(folder)
`

let door, python, spreadsheets

self.addEventListener('message', ({ data }) => {
  if (data.runtime) {
    spreadsheets = data.spreadsheets
    door = start(data, async (loaded) => {
      python = loaded
      await add(data.tables)
      return python.pyimport('desk').answer_json
    })
    door.catch(() => {}) // told by then; nobody may have asked yet
  } else answer(data)
})

/** @param {import('./messages.mjs').Ask} ask */
async function answer ({ id, request, bytes }) {
  try {
    const ready = await door
    if (JSON.parse(request).xlsx) await (spreadsheets.added ??= add(spreadsheets))
    const given = ready(request, bytes && python.toPy(bytes))
    const [said, file] = given.toJs()
    given.destroy()
    self.postMessage({ id, answer: said, bytes: file })
  } catch (error) {
    if (spreadsheets?.added) await spreadsheets.added.catch(() => { delete spreadsheets.added })
    self.postMessage({ id, fault: String(error) })
  }
}

/** Put an archive of modules where our package lies; the browser refuses any but the one that was built. */
async function add ({ address, integrity }) {
  const response = await fetch(address, { integrity }).catch((error) => { throw Object.assign(error, { cause: 'download' }) })
  unpack(python, await response.arrayBuffer())
  python.runPython(JOIN)
}
