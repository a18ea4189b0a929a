/**
 * The theme's own search worker, asked without a browser: the baseline.
 *
 * Usage: node theme_engine.mjs ASSETS_FOLDER REQUEST_JSON ANSWERS_JSON
 *
 * The request has per language its configuration and pages; the worker is the
 * theme's file, run as it is.
 */

import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'

const SETUP = 0
const READY = 1
const QUERY = 2
const RESULT = 3

const [assets, request, answers] = process.argv.slice(2)
const { languages, queries } = JSON.parse(readFileSync(request, 'utf8'))
const [file] = readdirSync(join(assets, 'workers')).filter((name) => /^search\..*\.js$/.test(name))

const workers = {}
for (const [language, data] of Object.entries(languages)) {
  workers[language] = started()
  await workers[language].ask(SETUP, { ...data, options: { suggest: false } }, READY)
}

const found = []
const times = []
for (const { query, lang } of queries) {
  const start = performance.now()
  const { items } = await workers[lang].ask(QUERY, query, RESULT)
  times.push(performance.now() - start)
  // By score over all pages: kinder than the grouping on the screen.
  const entries = items.flat().filter(({ location }) => location.includes('#')).sort((one, other) => other.score - one.score)
  found.push(entries.map(({ location }) => location.split('#')[1]))
}
writeFileSync(answers, JSON.stringify({ found, times }))

/** A worker's global scope, as far as the theme's worker looks into it. */
function started () {
  const listeners = []
  let waiting
  const scope = {
    console: { ...console, warn () {} }, setTimeout, clearTimeout, performance, URL, Promise,
    location: new URL('https://ereje.example/assets/javascripts/workers/search.js'),
    addEventListener: (kind, listener) => { if (kind === 'message') listeners.push(listener) },
    postMessage: (message) => { if (message.type === waiting?.kind) waiting.resolve(message.data ?? {}) },
    importScripts: (...addresses) => {
      for (const address of addresses) runInContext(readFileSync(join(assets, 'workers', address), 'utf8'), context)
    }
  }
  scope.self = scope.window = scope
  const context = createContext(scope)
  runInContext(readFileSync(join(assets, 'workers', file), 'utf8'), context)
  return {
    ask (type, data, kind) {
      return new Promise((resolve) => {
        waiting = { kind, resolve }
        for (const listener of listeners) listener({ data: { type, data } })
      })
    }
  }
}
