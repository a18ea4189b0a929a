/**
 * A language's corpus small enough to be fetched whole: the texts are the
 * index's source, and the postings are counted here, which costs less than
 * fetching them beside the texts.
 *
 * No library's index serves here.  MiniSearch and lunr hold one form of a word,
 * while ours is found as written, folded, by stem and by root, the surest of
 * them counting; and theirs is one piece, which a large corpus cannot be.
 */

import { lower, tokens } from '../analyse/analyser.mjs'
import { FIELDS, PLACE } from './records.mjs'
import { Words } from './words.mjs'

/* A number and the words after it, among them what is counted. */
const COUNT = /\d\s*%?\s+(\p{L}+)(?:\s+(\p{L}+))?/gu

/**
 * Words and where they stand.
 *
 * @param {(string | undefined)[][]} records - Fields of each record, cleaned.
 */
export function counted (records) {
  const places = new Map()
  const list = []
  const postings = []
  const lengths = FIELDS.map(() => new Uint32Array(records.length))
  records.forEach((fields, record) => {
    fields.forEach((text, field) => {
      if (!text) return
      let position = 0
      let end = -1
      for (const token of tokens(text)) {
        // Two forms of one number share a position.
        if (token.end !== end) position++
        end = token.end
        let at = places.get(token.word)
        if (at === undefined) {
          at = list.length
          places.set(token.word, at)
          list.push(token.word)
          postings.push([])
        }
        postings[at].push(record, field * PLACE + position)
      }
      lengths[field][record] = position
    })
  })
  return { list, postings, lengths }
}

/** The index of one language, all of it in memory. */
export class Whole {
  #postings
  #records

  /**
   * @param {string} language
   * @param {(string | undefined)[][]} records
   * @param {string} [stems] - Stem lengths made at build.
   */
  constructor (language, records, stems) {
    const { list, postings, lengths } = counted(records)
    this.words = new Words(language, list, stems)
    this.lengths = lengths
    this.size = records.length
    this.#postings = postings
    this.#records = records
  }

  /** Records and places of words: `[record, place, record, place, …]` by word. */
  async postings (words) {
    return new Map(words.map((word) => [word, this.#postings[word]]))
  }

  async fields (record) {
    return this.#records[record]
  }

  /** True when the record's own text states a number of these: 60 академиялық кредит. */
  counts (record, names) {
    for (const [, ...after] of (this.#records[record][1] ?? '').matchAll(COUNT)) {
      if (after.some((word) => word && names.has(lower(word)))) return true
    }
    return false
  }

  /** True when the record's own text states a number. */
  hasNumber (record) {
    return /\d/.test(this.#records[record][1] ?? '')
  }
}
