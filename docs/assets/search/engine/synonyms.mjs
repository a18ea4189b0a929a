/**
 * Other words for the same thing, from docs/data/search/synonyms.tsv.
 *
 * A phrase is known by the stems of its words; words that join and ask may stand
 * between them.  A phrase with a question mark (`неше жыл?`) and a bare stem with
 * a hyphen (`жаб-`, in whatever form) are recognised and never searched for.
 */

import { clean, fold, stemsOf, tokens } from '../analyse/analyser.mjs'
import { isStop } from '../analyse/stop.mjs'

/** What is found through another word is worth less, but where the texts do not say what was typed. */
export const SYNONYM = 0.55
export const BESIDE = 0.42
export const INSTEAD = 0.85
const MOST_VARIANTS = 8

/** Verbs turn up in every form, so the root stands for them where it is long enough. */
const base = ({ stem, root }) => root.length >= 4 ? root : stem

/**
 * @typedef {object} Part
 * @property {string} word
 * @property {boolean} exact
 * @property {string} key - What a typed word must be known by.
 *
 * @typedef {object} Phrase
 * @property {Part[]} parts
 * @property {boolean} asked - Only ever recognised.
 */

export class Synonyms {
  #groups
  #byKey = new Map()

  /**
   * @param {string[][]} groups - Phrases that mean the same.
   * @param {import('./words.mjs').Words} words
   */
  constructor (groups, words) {
    this.words = words
    this.#groups = groups.map((phrases) => phrases.map((phrase) => this.#phrase(phrase)))
    this.#groups.forEach((phrases, group) => phrases.forEach(({ parts }, phrase) => {
      if (!parts.length) return
      const list = this.#byKey.get(parts[0].key)
      if (list) list.push([group, phrase])
      else this.#byKey.set(parts[0].key, [[group, phrase]])
    }))
  }

  /** @returns {Phrase} */
  #phrase (written) {
    const stem = written.endsWith('-')
    const parts = tokens(clean(written)).map(({ word, exact }) => ({ word, exact, key: base(this.words.formOf(fold(word))) }))
    if (stem) parts.at(-1).key = `${fold(parts.at(-1).word)}-`
    return { parts, asked: stem || written.endsWith('?') }
  }

  /** Everything that a typed word may be known by. */
  #keys (folded) {
    return new Set([folded, base(this.words.formOf(folded)), ...stemsOf(this.words.language, folded).map((stem) => `${stem}-`)])
  }

  /**
   * What else the query may have said: single words beside its own, and phrases
   * in the place of others.
   *
   * @param {string[]} folded - All of the query's words.
   * @returns {{ beside: Map<number, Part[]>, instead: { start: number, length: number, parts: Part[] }[] }}
   */
  of (folded) {
    const keys = folded.map((word) => this.#keys(word))
    const beside = new Map()
    const instead = []
    folded.forEach((_, start) => {
      const named = new Map([...keys[start]].flatMap((key) => this.#byKey.get(key) ?? []).map((each) => [each.join(), each]))
      for (const [group, phrase] of named.values()) {
        const length = this.#stands(this.#groups[group][phrase].parts, folded, keys, start)
        if (!length) continue
        this.#groups[group].forEach(({ parts, asked }, other) => {
          if (asked || other === phrase) return
          if (length === 1 && parts.length === 1) beside.set(start, [...(beside.get(start) ?? []), parts[0]])
          else if (instead.length < MOST_VARIANTS) instead.push({ start, length, parts })
        })
      }
    })
    return { beside, instead }
  }

  /** How many of the query's words the phrase covers from here; 0 when it is not there. */
  #stands (parts, folded, keys, start) {
    let at = start
    for (const { key } of parts) {
      while (at > start && at < folded.length && !keys[at].has(key) && isStop(this.words.language, folded[at])) at++
      if (!keys[at]?.has(key)) return 0
      at++
    }
    return at - start
  }
}
