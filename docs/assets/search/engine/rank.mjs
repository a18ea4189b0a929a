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
const LOOKED_AT_CLOSELY = 80

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
  const average = index.lengths.map((lengths) => mean(lengths))
  const records = new Map()
  const weights = []
  let ideal = 0
  asked.forEach(({ matches, factor = 1, exact }, at) => {
    const found = weigh(index, matches, postings, average)
    const rarity = idf(found.documents, index.size) * factor * (exact ? 1.25 : 1)
    ideal += rarity
    weights[at] = rarity
    for (const [record, { worth, most }] of found.records) {
      let entry = records.get(record)
      if (!entry) records.set(record, entry = { sum: 0, had: 0, places: [] })
      // A word never counts for more than the surest of its matches.
      entry.sum += rarity * most * (worth / most) * (1 + SATURATION) / (worth / most + SATURATION)
      entry.had += rarity * Math.min(1, most + 0.15)
      entry.places[at] = found.places.get(record)
    }
  })
  if (!ideal) return []
  const ranked = []
  for (const [record, entry] of records) {
    const score = entry.sum / ideal / (1 + SATURATION) * 1.3
    ranked.push({ record, score: score * (entry.had / ideal) ** MISSING, entry })
  }
  ranked.sort(byScore)
  const used = hints.document && usage(asked, postings, hints.document)
  for (const each of ranked.slice(0, LOOKED_AT_CLOSELY)) {
    each.score *= 1 + closely(index, each.record, each.entry.places, asked, weights) * (used?.get(hints.document(each.record)) ?? 1)
    if (hints.wantsNumber && hints.hasNumber?.(each.record)) each.score *= 1 + NUMBER_WANTED
  }
  return ranked.sort(byScore).map(({ record, score }) => ({ record, score }))
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

/** How much of a word each record has, over all the spellings that it may mean. */
function weigh (index, matches, postings, average) {
  const records = new Map()
  const places = new Map()
  for (const { word, worth } of matches) {
    const list = postings.get(word) ?? []
    for (let at = 0; at < list.length; at += 2) {
      const record = list[at]
      const field = Math.floor(list[at + 1] / PLACE)
      const long = LENGTHS_THAT_COUNT[field] ? 1 - LENGTH + LENGTH * index.lengths[field][record] / average[field] : 1
      let entry = records.get(record)
      if (!entry) {
        records.set(record, entry = { worth: 0, most: 0 })
        places.set(record, [])
      }
      entry.worth += worth * WEIGHTS[field] / long
      const surest = worth * (field === CONTEXT ? 0.5 : field === TERMS ? 0.85 : 1)
      if (surest > entry.most) entry.most = surest
      places.get(record).push(list[at + 1])
    }
  }
  return { records, places, documents: surely(records) }
}

/** Records counted by how surely they have the word: a loose match is not the word. */
function surely (records) {
  let sum = 0
  for (const { most } of records.values()) sum += most * most
  return sum
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

function mean (lengths) {
  let sum = 0
  let filled = 0
  for (const length of lengths) if (length) { sum += length; filled++ }
  return filled ? sum / filled : 1
}
