/**
 * The shipped engine, asked without a browser.
 *
 * Usage: node search_engine.mjs ENGINE_FOLDER QUERIES_JSON ANSWERS_JSON
 *
 * Writes one JSON object: rankings, milliseconds of every query, time to ready.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const [folder, queries, answers] = process.argv.slice(2)
const { load } = await import(pathToFileURL(resolve(folder, 'engine/load.mjs')))
const asked = JSON.parse(readFileSync(queries, 'utf8'))
const fetched = new Set()
const read = async (name) => {
  fetched.add(`${name}.json`)
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
}

const began = performance.now()
let first
const engine = await load(read, ['kk', 'ru', 'en'], () => { first ??= performance.now() - began })
const ready = performance.now() - began

// Once through before the clock runs, as a reader's first keystrokes would.
for (const { query, lang } of asked.slice(0, 20)) await engine.search(query, { language: lang })

const found = []
const times = []
for (const { query, lang } of asked) {
  const start = performance.now()
  const { clauses } = await engine.search(query, { language: lang, limit: 50 })
  times.push(performance.now() - start)
  found.push(clauses.map(({ id }) => id))
}
writeFileSync(answers, JSON.stringify({ found, times, ready, first, fetched: [...fetched] }))
