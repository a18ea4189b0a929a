/** Python, away from the page: loads the bundle once, then answers. */

import { start } from './runtime.mjs'
import { keep } from './snapshot.mjs'

/** @typedef {import('./messages.mjs').Ask} Ask */

let door, snapshot

self.addEventListener('message', ({ data }) => {
  if (data.runtime) {
    snapshot = data.snapshot
    door = start(data, (python) => python.pyimport('calculators.api').answer_json)
    door.catch(() => {}) // told by then; nobody may have asked yet
  } else answer(data)
})

/** @param {Ask} ask */
async function answer ({ id, request }) {
  try {
    const ready = await door
    self.postMessage({ id, answer: ready(request) })
  } catch (error) {
    self.postMessage({ id, fault: String(error) })
    return
  }
  if (snapshot) keep(snapshot)
  snapshot = undefined // once is enough
}
