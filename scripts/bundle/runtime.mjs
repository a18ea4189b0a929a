/**
 * Drives the pinned runtime under Node for the build and the tests.
 *
 *   node runtime.mjs pack FOLDER REQUESTS OUT         compile the library that our package needs
 *   node runtime.mjs answer FOLDER REQUESTS OUT       answer with a finished bundle
 *   node runtime.mjs restored FOLDER REQUESTS OUT     answer from its snapshot
 *   node runtime.mjs addons FOLDER KNOWN STAGE OUT    compile what only tables need, into the folder OUT
 *
 * REQUESTS and OUT are JSON files: a list of requests, a list of answers.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { boot, load, SNAPSHOT } from './load.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const [task, ...files] = process.argv.slice(2)

await { pack, answer, restored, addons }[task](...files.map((file) => resolve(file)))

/** Let our package answer beside the whole library, then keep only what that needed. */
async function pack (folder, requests, out) {
  const python = await boot(folder)
  python.runPython(readFileSync(join(here, 'in_runtime.py'), 'utf8'))
  python.globals.get('answers')(readFileSync(requests, 'utf8'))
  const library = python.runPython(`
import sys
compiled_library(next(path for path in sys.path if path.endswith(".zip")), needed_modules())`)
  writeFileSync(out, library.toJs())
}

/** Answer with the bundle that is shipped, loaded as the browser loads it. */
async function answer (folder, requests, out) {
  reply(await boot(folder), requests, out)
}

/** Answer as on a later visit. */
async function restored (folder, requests, out) {
  reply(await load(folder, { _loadSnapshot: gunzipSync(readFileSync(join(folder, SNAPSHOT))) }), requests, out)
}

function reply (python, requests, out) {
  const door = python.pyimport('calculators.api').answer_json
  const asked = JSON.parse(readFileSync(requests, 'utf8'))
  writeFileSync(out, JSON.stringify(asked.map((each) => JSON.parse(door(JSON.stringify(each))))))
}

/** Let tables be read and written beside the whole library, and keep what that needed beyond the main bundle. */
async function addons (folder, known, stage, out) {
  const python = await boot(folder)
  python.FS.mkdirTree('/stage')
  python.FS.writeFile('/stage.zip', readFileSync(stage))
  python.unpackArchive(new Uint8Array(readFileSync(stage)), 'zip', { extractDir: '/stage' })
  python.runPython(readFileSync(join(here, 'in_runtime.py'), 'utf8'))
  python.runPython(`
import calculators.api
sys.path.append("/stage")
calculators.__path__.append("/stage/calculators")`)
  const shipped = JSON.parse(readFileSync(known, 'utf8')).library
    .map((name) => name.replace(/(\/__init__)?\.pyc$/, '').replaceAll('/', '.'))
  let before = [...shipped, ...python.runPython('[name for name in sys.modules if name.startswith("calculators") or name in sys.builtin_module_names]').toJs()]
  for (const name of ['tables', 'spreadsheets']) {
    const exercise = readFileSync(join(here, 'exercises', `${name}.py`), 'utf8')
    const [archive, after] = python.globals.get('addon')('/stage.zip', python.toPy(before), exercise)
    writeFileSync(join(out, `${name}.zip`), archive.toJs())
    before = after.toJs()
  }
}
