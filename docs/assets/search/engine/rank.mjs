/**
 * Records in the order in which they answer: how many of the words that were
 * asked for, how rare those are, where they stand, and how close together.
 */

import { ALIAS, CONTEXT, OFFICIAL, PLACE, TERMS, TEXT, TITLE, WEIGHTS } from './records.mjs'

/* BM25's two: how soon repetition stops counting, how much length counts against. */
const SATURATION = 0.65
const LENGTH = 0.8
const LENGTHS_THAT_COUNT = [false, true, true, false, false, false]

/* What is added for a title or an opening that says what was asked, for words
   that stand together, and what is taken for words that are missing. */
const TITLE_SAYS_IT = 0.85
const TITLE_SHARE = 0.75
const OPENS_WITH_IT = 0.3
const TOGETHER = 0.2
const MISSING = 0.65
const NUMBER_WANTED = 0.06
const COUNTED = 0.3
const LOOKED_AT_CLOSELY = 80
const KEPT = 1000

/**
 * @typedef {object} Asked
 * @property {import('./words.mjs').Match[]} matches
 * @property {number} [factor] - Less than 1 for words that matter less.
 * @property {boolean} [exact]
 *
 * @typedef {object} Ranked
 * @property {number} record
 * @property {number} score - 0 to about 2; 1 when every word is there and well placed.
 */

/**
 * @param {import('./whole.mjs').Whole} index
 * @param {Asked[]} asked
 * @param {Map<number, number[]>} postings - For every matched word.
 * @param {{ wantsNumber?: boolean, hasNumber?: (record: number) => boolean, document?: (record: number) => string }} [hints]
 *   `document` names a record's document, when what it is called there counts by how much it is used there.
 * @returns {Ranked[]}
 */
export function rank (index, asked, postings, hints = {}) {
  const average = averages(index)
  const sum = new Float32Array(index.size)
  const had = new Float32Array(index.size)
  const weights = []
  let ideal = 0
  asked.forEach(({ matches, factor = 1, exact }, at) => {
    const { worth, most, records, documents } = weighed(index, matches, postings, average)
    const rarity = idf(documents, index.size) * factor * (exact ? 1.25 : 1)
    ideal += rarity
    weights[at] = rarity
    for (const record of records) {
      // A word never counts for more than the surest of its matches.
      const often = worth[record] / most[record]
      sum[record] += rarity * most[record] * often * (1 + SATURATION) / (often + SATURATION)
      had[record] += rarity * Math.min(1, most[record] + 0.15)
    }
  })
  if (!ideal) return []
  const ranked = []
  for (let record = 0; record < index.size; record++) {
    if (sum[record]) ranked.push({ record, score: sum[record] / ideal / (1 + SATURATION) * 1.3 * (had[record] / ideal) ** MISSING })
  }
  ranked.sort(byScore)
  ranked.length = Math.min(ranked.length, KEPT)
  const close = ranked.slice(0, LOOKED_AT_CLOSELY)
  const places = placed(close.map(({ record }) => record), asked, postings)
  const used = hints.document && usage(asked, postings, hints.document)
  for (const each of close) {
    each.score *= 1 + closely(index, each.record, places.get(each.record), asked, weights) * (used?.get(hints.document(each.record)) ?? 1)
    if (hints.wantsNumber && hints.hasNumber?.(each.record)) each.score *= 1 + NUMBER_WANTED + (hints.counts?.(each.record) ? COUNTED : 0)
  }
  return ranked.sort(byScore)
}

/** Where each asked word stands, in these records alone. */
function placed (records, asked, postings) {
  const places = new Map(records.map((record) => [record, asked.map(() => [])]))
  asked.forEach(({ matches }, at) => {
    for (const { word } of matches) {
      const list = postings.get(word) ?? []
      for (let posting = 0; posting < list.length; posting += 2) places.get(list[posting])?.[at].push(list[posting + 1])
    }
  })
  return places
}

const byScore = (one, other) => other.score - one.score || one.record - other.record

/** How much each document uses the very word that was asked for: 1 for the one that does most. */
function usage (asked, postings, document) {
  const records = new Set()
  for (const { matches } of asked) {
    for (const { word, worth } of matches) {
      const list = worth > 0.9 ? postings.get(word) : []
      for (let at = 0; at < list.length; at += 2) if (Math.floor(list[at + 1] / PLACE) <= OFFICIAL) records.add(list[at])
    }
  }
  const counts = new Map()
  for (const record of records) counts.set(document(record), (counts.get(document(record)) ?? 0) + 1)
  const most = Math.max(1, ...counts.values())
  // Squared: to list an abbreviation is not to use it.
  return new Map([...counts].map(([name, count]) => [name, (count / most) ** 2]))
}

/** Variants of a query share most of their words: what was weighed once is kept with the matches. */
const kept = new WeakMap()

function weighed (index, matches, postings, average) {
  let found = kept.get(matches)
  if (!found) kept.set(matches, found = weigh(index, matches, postings, average))
  return found
}

/** How much of a word each record has, over all the spellings that it may mean. */
function weigh (index, matches, postings, average) {
  const total = new Float32Array(index.size)
  const most = new Float32Array(index.size)
  const records = []
  for (const { word, worth } of matches) {
    const list = postings.get(word) ?? []
    for (let at = 0; at < list.length; at += 2) {
      const record = list[at]
      const field = Math.floor(list[at + 1] / PLACE)
      const long = LENGTHS_THAT_COUNT[field] ? 1 - LENGTH + LENGTH * index.lengths[field][record] / average[field] : 1
      if (!most[record]) records.push(record)
      total[record] += worth * WEIGHTS[field] / long
      const surest = worth * (field === CONTEXT ? 0.5 : field === TERMS ? 0.85 : 1)
      if (surest > most[record]) most[record] = surest
    }
  }
  // Records counted by how surely they have the word: a loose match is not the word.
  let documents = 0
  for (const record of records) documents += most[record] ** 2
  return { worth: total, most, records, documents }
}

function idf (documents, size) {
  return Math.log(1 + (size - Math.min(documents, size) + 0.5) / (Math.min(documents, size) + 0.5))
}

/** What the best candidates gain by their title, their opening, their word order. */
function closely (index, record, places, asked, weights) {
  const count = asked.length
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  let gain = 0
  gain += TITLE_SAYS_IT * Math.max(...[TITLE, ALIAS].map((field) => {
    let said = 0
    let weight = 0
    asked.forEach((_, at) => {
      if (!places[at]?.some((place) => inField(place, field))) return
      said++
      weight += weights[at]
    })
    return said ? (weight / whole) ** TITLE_SHARE * Math.min(1, said / index.lengths[field][record]) : 0
  }))
  for (const field of [TITLE, TEXT, OFFICIAL]) {
    const first = Math.min(...asked.map((_, at) => Math.min(Infinity, ...(places[at] ?? []).filter((place) => inField(place, field)).map((place) => place % PLACE))))
    if (first !== 1) continue
    const opening = asked.filter((_, at) => places[at]?.some((place) => inField(place, field) && place % PLACE <= count + 1)).length
    if (opening === count) {
      gain += OPENS_WITH_IT
      break
    }
  }
  if (count > 1) gain += TOGETHER * Math.max(...[TITLE, TEXT, OFFICIAL].map((field) => together(places, asked, field)))
  return gain
}

const inField = (place, field) => Math.floor(place / PLACE) === field

/** 1 when all words stand side by side in a field, less the further they are apart. */
function together (places, asked, field) {
  const all = []
  asked.forEach((_, at) => {
    for (const place of places[at] ?? []) if (inField(place, field)) all.push([place % PLACE, at])
  })
  const count = asked.length
  if (all.length < 2) return 0
  all.sort((one, other) => one[0] - other[0])
  let best = 0
  const within = new Map()
  let start = 0
  for (let end = 0; end < all.length; end++) {
    within.set(all[end][1], (within.get(all[end][1]) ?? 0) + 1)
    while (within.get(all[start][1]) > 1) {
      within.set(all[start][1], within.get(all[start][1]) - 1)
      start++
    }
    if (within.size < 2) continue
    const width = all[end][0] - all[start][0] + 1
    best = Math.max(best, (within.size / count) ** 2 * Math.min(1, within.size / width))
  }
  return best
}

const known = new WeakMap()

/** Mean length of every field, over the records that have it. */
function averages (index) {
  if (!known.has(index)) known.set(index, index.lengths.map(mean))
  return known.get(index)
}

function mean (lengths) {
  let sum = 0
  let filled = 0
  for (const length of lengths) if (length) { sum += length; filled++ }
  return filled ? sum / filled : 1
}
