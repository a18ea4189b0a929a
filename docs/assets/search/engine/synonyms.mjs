/**
 * Other words for the same thing, from docs/data/search/synonyms.tsv.
 */

import { clean, fold, tokens } from '../analyse/analyser.mjs'

/** What is found through another word is worth a little less. */
export const SYNONYM = 0.55
const MOST_VARIANTS = 8

/** Verbs turn up in every form, so the root stands for them where it is long enough. */
const base = ({ stem, root }) => root.length >= 4 ? root : stem

export class Synonyms {
  #groups
  #byStem = new Map()

  /**
   * @param {string[][]} groups - Phrases that mean the same.
   * @param {import('./words.mjs').Words} words
   */
  constructor (groups, words) {
    this.#groups = groups.map((phrases) => phrases.map((phrase) => {
      const parts = tokens(clean(phrase)).map(({ word, exact }) => ({ word, exact }))
      return { parts, stems: parts.map(({ word }) => base(words.formOf(fold(word)))) }
    }))
    this.#groups.forEach((phrases, group) => phrases.forEach(({ stems }, phrase) => {
      if (!stems.length) return
      const list = this.#byStem.get(stems[0])
      if (list) list.push([group, phrase])
      else this.#byStem.set(stems[0], [[group, phrase]])
    }))
    this.words = words
  }

  /**
   * The query said otherwise: where to cut, and what to put there.
   *
   * @param {string[]} folded - The query's words.
   * @returns {{ start: number, length: number, parts: { word: string, exact: boolean }[] }[]}
   */
  variants (folded) {
    const stems = folded.map((word) => base(this.words.formOf(word)))
    const found = []
    stems.forEach((stem, start) => {
      const named = [...(this.#byStem.get(stem) ?? []), ...(stem === folded[start] ? [] : this.#byStem.get(folded[start]) ?? [])]
      for (const [group, phrase] of named) {
        const own = this.#groups[group][phrase].stems
        if (!own.every((each, at) => stems[start + at] === each || folded[start + at] === each)) continue
        this.#groups[group].forEach(({ parts }, other) => {
          if (other !== phrase && found.length < MOST_VARIANTS) found.push({ start, length: own.length, parts })
        })
      }
    })
    return found
  }
}
