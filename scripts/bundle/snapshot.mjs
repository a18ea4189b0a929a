/**
 * Takes the picture of the interpreter's memory that later visits start from.
 *
 *   node snapshot.mjs FOLDER REQUESTS
 *
 * Our package has answered every request by then, so all that it loads and
 * remembers is in the picture.  Time and chance stand still while it is taken,
 * and nothing of this machine is seen: equal sources give equal bytes.  The options used are the runtime's own and
 * undocumented; runtime.mjs beside the pages falls back when they change.
 */

import crypto from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

process.env.TZ = 'UTC' // the machine's own is in memory otherwise
const MOMENT = Date.UTC(2020, 0, 1)
const RealDate = Date
globalThis.Date = class extends RealDate {
  constructor (...given) { super(...(given.length ? given : [MOMENT])) }
  static now () { return MOMENT }
}
performance.now = () => 1
Math.random = () => 0.5
const still = (array) => { new Uint8Array(array.buffer ?? array, array.byteOffset ?? 0, array.byteLength).fill(7); return array }
crypto.randomFillSync = still
crypto.webcrypto.getRandomValues = still
syncBuiltinESMExports()

// The program's name is in memory too: as in a browser, not where this file lies.
process.argv[1] = './this.program'

const { boot, SNAPSHOT } = await import('./load.mjs')
const here = dirname(fileURLToPath(import.meta.url))
const [folder, requests] = process.argv.slice(2).map((path) => resolve(path))

const python = await boot(folder, { _makeSnapshot: true, env: { PYTHONHASHSEED: '0' } })
python.globals.set('asked', readFileSync(requests, 'utf8'))
python.runPython(readFileSync(join(here, 'settle.py'), 'utf8'))
writeFileSync(join(folder, SNAPSHOT), gzipSync(python.makeMemorySnapshot(), { level: 9 }))
