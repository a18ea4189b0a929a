/**
 * Which words of a corpus a typed word may mean, and how surely.
 */

import { beginnings, formOf, forms } from '../analyse/analyser.mjs'
import { edits as countEdits } from './edits.mjs'

/** How much a match of each level is worth; measured on the project's queries. */
export const LEVELS = { exact: 1, twin: 0.9, folded: 0.97, stem: 0.6, prefix: 0.5, beginning: 0.5, root: 0.5, edit: 0.85, edits: 0.45 }

const UNSEEN_FORM = 0.85

/**
 * @typedef {object} Match
 * @property {number} word - Its place in the vocabulary.
 * @property {number} worth - 0 to 1.
 */

/** The vocabulary of one language, found by spelling, stem, root and beginning. */
export class Words {
  #place = new Map()
  #folded = new Map()
  #stems = new Map()
  #roots = new Map()
  #forms
  #sorted

  /**
   * @param {string} language
   * @param {string[]} list - Distinct words in the corpus's order.
   * @param {string} [lengths] - Kazakh stem lengths made at build.
   */
  constructor (language, list, lengths) {
    this.language = language
    this.list = list
    this.#forms = forms(language, list, lengths)
    list.forEach((word, at) => {
      const { folded, stem, root } = this.#forms[at]
      this.#place.set(word, at)
      add(this.#folded, folded, at)
      add(this.#stems, stem, at)
      add(this.#roots, root, at)
    })
    this.#sorted = [...this.#folded.keys()].sort()
  }

  has (word) {
    return this.#place.has(word)
  }

  form (at) {
    return this.#forms[at]
  }

  /** The form of any word, of the corpus or not. */
  formOf (folded) {
    return formOf(this.language, folded, this.#stems, this.#roots)
  }

  hasFolded (folded) {
    return this.#folded.has(folded)
  }

  /**
   * The corpus's words that the typed one may mean, without guessing.
   *
   * @param {{ word: string, folded: string, exact: boolean, unfinished?: boolean, kazakhLetters?: boolean }} typed
   * @returns {Match[]}
   */
  matches (typed) {
    const found = new Map()
    const keep = (places, worth) => {
      for (const at of places ?? []) if ((found.get(at) ?? 0) < worth) found.set(at, worth)
    }
    const own = this.#place.get(typed.word)
    if (own !== undefined) found.set(own, LEVELS.exact)
    // Who typed ә meant ә: words that merely look alike when folded come second.
    keep(this.#folded.get(typed.folded), typed.kazakhLetters && own !== undefined ? LEVELS.twin : LEVELS.folded)
    if (!typed.exact) {
      const { stem, root } = this.formOf(typed.folded)
      keep(this.#stems.get(stem), LEVELS.stem)
      keep(this.#stems.get(typed.folded), LEVELS.stem)
      if (root.length >= 3) keep(this.#roots.get(root), LEVELS.root * closeness(root, typed.folded))
      if (typed.folded.length >= 4) {
        for (const [word, places] of this.#beginning(typed.folded)) keep(places, LEVELS.prefix + 0.15 * typed.folded.length / word.length)
        for (const beginning of beginnings(this.language, typed.folded)) {
          let any = false
          for (const [word, places] of this.#beginning(beginning)) {
            if (word.length - beginning.length > 7) continue
            any = true
            keep(places, LEVELS.beginning * (0.6 + 0.4 * beginning.length / word.length))
          }
          if (any) break
        }
      } else if (typed.unfinished && typed.folded.length >= 2 && !found.size) {
        for (const [, places] of this.#beginning(typed.folded)) keep(places, LEVELS.prefix)
      }
    }
    // A form that no text has is not held against the forms that the texts do have.
    const best = Math.max(0, ...found.values())
    const raised = best >= LEVELS.stem && best < UNSEEN_FORM ? UNSEEN_FORM / best : 1
    return [...found].map(([word, worth]) => ({ word, worth: worth * raised }))
  }

  /**
   * The corpus's words one or two slips away; only asked when nothing matches.
   *
   * @param {string} folded
   * @returns {Match[]}
   */
  guesses (folded) {
    if (folded.length < 4 || folded.length > 40) return []
    const allowed = folded.length >= 8 ? 2 : 1
    const found = new Map()
    for (const [word, places] of this.#folded) {
      const edits = Math.min(countEdits(folded, word, allowed), beginningEdits(folded, word, allowed))
      if (edits <= allowed) for (const at of places) found.set(at, edits === 1 ? LEVELS.edit : LEVELS.edits)
    }
    // The nearest words alone: a word two slips away is noise beside one that is one away.
    const best = Math.max(0, ...found.values())
    const near = [...found].filter(([, worth]) => worth === best)
    const stems = new Set(near.map(([at]) => this.#forms[at].stem))
    for (const stem of stems) for (const at of this.#stems.get(stem)) if (!found.has(at) || found.get(at) < best) near.push([at, best * 0.9])
    return near.map(([word, worth]) => ({ word, worth }))
  }

  * #beginning (start) {
    let low = 0
    let high = this.#sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#sorted[middle] < start) low = middle + 1
      else high = middle
    }
    for (; this.#sorted[low]?.startsWith(start); low++) yield [this.#sorted[low], this.#folded.get(this.#sorted[low])]
  }
}

/** A long common root says more than a short one. */
function closeness (root, word) {
  return 0.6 + 0.4 * Math.min(1, root.length / Math.max(5, word.length * 0.7))
}

/** Slips against as much of a longer word as was typed: дескриптр, дескрипторлар. */
function beginningEdits (typed, word, allowed) {
  if (typed.length < 6 || word.length <= typed.length) return Infinity
  // Hardly anyone slips on the first letter and on the second; most words end here.
  if (word[0] !== typed[0] && word[1] !== typed[1]) return Infinity
  let least = Infinity
  for (const length of [typed.length, typed.length + 1]) {
    if (length < word.length) least = Math.min(least, countEdits(typed, word.slice(0, length), allowed))
  }
  return least
}

function add (map, key, value) {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
