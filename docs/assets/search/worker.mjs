/**
 * The engine, off the page's own thread.
 */

import { load } from './engine/load.mjs'

/**
 * @typedef {object} Open - Page to worker, once.
 * @property {'open'} kind
 * @property {string[]} languages - The page's own first.
 *
 * @typedef {object} Ask - Page to worker.
 * @property {number} id - Chosen by the page, never reused.
 * @property {string} text
 * @property {string} [code] - Of one regulation alone.
 * @property {number} [limit]
 *
 * @typedef {object} Reply - Worker to page.
 * @property {number} [id] - The Ask it answers; an Ask is answered again when a language has arrived meanwhile.
 * @property {import('./engine/engine.mjs').Answer} [answer]
 * @property {boolean} [complete] - Every language has been asked.
 * @property {string} [failed] - A defect of ours or of the network, for the console.
 */

let engine
let languages = []
/** @type {Ask | null} */
let last = null

self.addEventListener('message', ({ data }) => {
  if (data.kind === 'open') open(data.languages)
  else {
    last = data
    if (engine) reply(data)
  }
})

async function open (wanted) {
  languages = wanted
  try {
    await load(read, languages, async (loaded) => {
      engine = loaded
      if (last) await reply(last)
      // What was typed meanwhile waits for its turn in the queue of messages.
      await new Promise((resolve) => setTimeout(resolve))
    })
  } catch (fault) {
    self.postMessage({ failed: String(fault) })
  }
}

/** @param {Ask} ask */
async function reply ({ id, text, code, limit }) {
  try {
    const complete = engine.languages.length === languages.length
    const answer = await engine.search(text, { language: languages[0], code, limit })
    // What was asked since makes this answer one that nobody waits for.
    if (last.id === id) self.postMessage({ id, answer, complete })
  } catch (fault) {
    self.postMessage({ id, failed: String(fault) })
  }
}

async function read (name) {
  const response = await fetch(new URL(`${name}.json`, import.meta.url))
  if (!response.ok) throw new Error(`${name}.json: ${response.status}`)
  return response.json()
}
