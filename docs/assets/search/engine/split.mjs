/**
 * A language's corpus too large to be fetched whole: a query fetches the words'
 * list once, then only the postings of its own words and the texts it shows.
 *
 * Words stand in the order of their folded letters, so one word's forms and
 * everything that begins like it lie in the same piece.
 */

import { FIELDS, PLACE } from './records.mjs'
import { Words } from './words.mjs'

const LEVELS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Places kept of a word in one field of a record: enough for titles and nearness. */
const PLACES = 2
const RECORDS_A_PIECE = 32

/** The same shape as `Whole`, over pieces. */
export class Split {
  #read
  #parts
  #fetched = new Map()

  /**
   * @param {string} language
   * @param {object} parts - What `pieces` gave as `head`.
   * @param {(name: string) => Promise<any>} read
   */
  constructor (language, parts, read) {
    this.words = new Words(language, parts.list, parts.stems)
    this.size = parts.size
    this.lengths = FIELDS.map((_, field) => unpacked(parts.lengths[field], parts.size))
    this.#parts = parts
    this.#read = (name) => {
      if (!this.#fetched.has(name)) this.#fetched.set(name, read(`${language}/${name}`))
      return this.#fetched.get(name)
    }
  }

  async postings (words) {
    const { starts } = this.#parts
    const found = new Map()
    await Promise.all(words.map(async (word) => {
      let piece = starts.length - 1
      while (starts[piece] > word) piece--
      const lists = await this.#read(`words-${piece}`)
      found.set(word, spread(lists[word - starts[piece]]))
    }))
    return found
  }

  async fields (record) {
    const texts = await this.#read(`texts-${Math.floor(record / RECORDS_A_PIECE)}`)
    return texts[record % RECORDS_A_PIECE]
  }

  /** Pieces fetched so far are fetched anew: for measuring a first query. */
  forget () {
    this.#fetched.clear()
  }

  /** Not known before a text is fetched; only a hint, so left out. */
  hasNumber () {
    return false
  }

  counts () {
    return false
  }
}

/**
 * The files of a split index.
 *
 * @param {ReturnType<import('./whole.mjs').counted>} counts
 * @param {(string | undefined)[][]} records
 * @param {(word: string) => string} fold
 * @param {(words: string[]) => string | undefined} stems
 * @param {number} most - Postings that a piece should hold.
 * @returns {{ head: object, files: Map<string, any> }}
 */
export function pieces (counts, records, fold, stems, most = 12_000) {
  const order = counts.list.map((word, at) => [fold(word), at]).sort((one, other) => one[0] < other[0] ? -1 : one[0] > other[0] ? 1 : one[1] - other[1])
  const list = order.map(([, at]) => counts.list[at])
  const files = new Map()
  const starts = []
  let piece = []
  let held = 0
  const close = () => { if (piece.length) files.set(`words-${starts.length - 1}`, piece) }
  order.forEach(([, at], word) => {
    const packed = gathered(counts.postings[at])
    if (!starts.length || held + packed.length / 3 > most) {
      close()
      starts.push(word)
      piece = []
      held = 0
    }
    piece.push(packed)
    held += packed.length / 3
  })
  close()
  for (let at = 0; at < records.length; at += RECORDS_A_PIECE) files.set(`texts-${at / RECORDS_A_PIECE}`, records.slice(at, at + RECORDS_A_PIECE).map(([title, text, official]) => [title, text, official ? '+' : undefined]))
  const lengths = counts.lengths.map((field) => [...field].map((length) => LEVELS[length ? Math.min(LEVELS.length - 1, 1 + Math.round(Math.log2(length) * 5)) : 0]).join(''))
  return { head: { split: true, size: records.length, list, stems: stems(list), starts, lengths: lengths.map((packed) => /^0*$/.test(packed) ? '' : packed) }, files }
}

/** Distance to the record before, field, place; three numbers a posting. */
function gathered (postings) {
  const packed = []
  let before = 0
  let kept = 0
  let last = -1
  for (let at = 0; at < postings.length; at += 2) {
    const record = postings[at]
    const field = Math.floor(postings[at + 1] / PLACE)
    const key = record * FIELDS.length + field
    kept = key === last ? kept + 1 : 1
    last = key
    if (kept > PLACES) continue
    packed.push(record - before, field, postings[at + 1] % PLACE)
    before = record
  }
  return packed
}

function spread (packed) {
  const postings = new Int32Array(packed.length / 3 * 2)
  let record = 0
  let put = 0
  for (let at = 0; at < packed.length; at += 3) {
    record += packed[at]
    postings[put++] = record
    postings[put++] = packed[at + 1] * PLACE + packed[at + 2]
  }
  return postings
}

function unpacked (packed, size) {
  const lengths = new Float32Array(size)
  for (let at = 0; at < packed.length; at++) {
    const level = LEVELS.indexOf(packed[at])
    lengths[at] = level ? 2 ** ((level - 1) / 5) : 0
  }
  return lengths
}
