/**
 * What the browser would fetch for a first query, on a page in Kazakh.
 *
 * Usage: node search_bytes.mjs ENGINE_FOLDER QUERIES_JSON ANSWERS_JSON
 *
 * Every query is asked of an engine that has fetched nothing but its opening.
 * Sizes are gzip; times are of Node, with files for a network.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'

const [folder, queries, answers] = process.argv.slice(2)
const { load } = await import(pathToFileURL(resolve(folder, 'engine/load.mjs')))
const asked = JSON.parse(readFileSync(queries, 'utf8'))

const sizes = new Map()
let fetched
const kept = new Map()
const read = async (name) => {
  fetched.add(name)
  if (!kept.has(name)) {
    const text = readFileSync(join(folder, `${name}.json`), 'utf8')
    sizes.set(name, gzipSync(text).length)
    kept.set(name, text)
  }
  return JSON.parse(kept.get(name))
}
const sum = (names) => [...names].reduce((bytes, name) => bytes + sizes.get(name), 0)

fetched = new Set()
const began = performance.now()
const engine = await load(read, ['kk'])
const ready = performance.now() - began
const opening = sum(fetched)
const clauses = engine.index('kk').size

const bytes = []
const times = []
for (const { query } of asked) {
  fetched = new Set()
  engine.index('kk').forget?.()
  const start = performance.now()
  await engine.search(query, { language: 'kk', limit: 8 })
  times.push(performance.now() - start)
  bytes.push(sum(fetched))
}

fetched = new Set()
await load(read, ['kk', 'ru', 'en'])
writeFileSync(answers, JSON.stringify({ opening, bytes, times, ready, clauses, whole: sum(fetched) }))
