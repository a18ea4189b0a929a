/**
 * From gathered records to the files that a browser fetches.
 *
 * Usage: node index.mjs ENGINE_FOLDER RECORDS_JSON [LARGEST_WHOLE_BYTES]
 *
 * The engine's own analyser does the work, so build and browser cannot differ.
 */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'

const [folder, source, limit] = process.argv.slice(2)
const { clean, fold, packed } = await engine('analyse/analyser.mjs')
const { assembled } = await engine('engine/load.mjs')
const { counted } = await engine('engine/whole.mjs')
const { pieces } = await engine('engine/split.mjs')

/* Past these bytes (gzip) a phone should not fetch a language whole. */
const whole = Number(limit ?? 1_000_000)

const { common, languages, official } = JSON.parse(readFileSync(source, 'utf8'))
const files = Object.fromEntries(Object.entries(languages).map(([language, parts]) => [language, cleaned(parts)]))
const own = official?.map(clean) ?? null

common.official = own !== null
common.abbreviations = [...new Set(Object.values(files).flatMap(({ texts, titles, terms }) => [...texts, ...titles, ...terms].flatMap(abbreviations)))].sort()
files.kk.stems = packed(counted(assembled(common, files.kk, own)).list)

write('common', common)
if (own) write('official', own)
for (const [language, parts] of Object.entries(files)) {
  if (gzipSync(JSON.stringify(parts)).length > whole) split(language, parts)
  else write(language, parts)
}

/** A language as pieces, of which a query fetches its own. */
function split (language, parts) {
  const records = assembled(common, parts, language === 'kk' ? own : null)
  const { head, files } = pieces(counted(records), records, fold, (list) => language === 'kk' ? packed(list) : undefined)
  mkdirSync(join(folder, language), { recursive: true })
  write(language, head)
  for (const [name, content] of files) write(`${language}/${name}`, content)
}

function cleaned (parts) {
  return Object.fromEntries(Object.entries(parts).map(([name, list]) => [name, list.map(clean)]))
}

/** Words of capitals: guessing at them would turn one office into another. */
function abbreviations (text) {
  return (text.match(/(?<!\p{L})\p{Lu}\p{Ll}?\p{Lu}[\p{Lu}\p{Ll}]{0,5}(?!\p{L})/gu) ?? [])
    .filter((word) => word.match(/\p{Lu}/gu).length * 2 > word.length)
    .map((word) => fold(word.toLowerCase()))
}

function write (name, content) {
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(content))
}

async function engine (path) {
  return import(pathToFileURL(resolve(folder, path)))
}
