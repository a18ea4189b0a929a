/**
 * A question in any of the languages, answered by clauses.  Every clause is one
 * record with a text in each language; all languages are asked, and a clause
 * keeps its best score.
 */

import { fold } from '../analyse/analyser.mjs'
import { isLight } from '../analyse/stop.mjs'
import { naming, read, readings, typed } from './query.mjs'
import { rank } from './rank.mjs'
import { OFFICIAL, TEXT, TITLE } from './records.mjs'
import { Institutions, route, routed } from './route.mjs'
import { snippet } from './snippet.mjs'
import { BESIDE, INSTEAD, SYNONYM, Synonyms } from './synonyms.mjs'

/* How far a language's answer is trusted by the letters that were typed.  Kazakh
   from a Russian keyboard cannot be told from Russian by its script. */
const TRUST = {
  kazakh: { kk: 1, ru: 0.55, en: 0.5 },
  cyrillic: { kk: 1, ru: 1, en: 0.5 },
  latin: { kk: 0.97, ru: 0.8, en: 1 }
}
const OWN_LANGUAGE = 1.03
/* A page's own language need not be the best to be where a clause was found. */
const FOUND_HERE = 0.5
const SECOND_LANGUAGE = 0.06
const NAMED_HERE = 1.5
/* The clauses that explain a term are listed first; which of them are taken, and what they gain. */
const EXPLAIN = 2
const EXPLAINED = 1.4
const NAMED_WORD = 0.2
const LIGHT_WORD = 0.5
const KNOWN = 0.48
const KNOWN_ANYWHERE = 0.9
const SURE = 0.6
/* A long word that only begins like others is rather a slip. */
const LONG = 9
/* Of the best score, and of a full one: what is weaker is not shown. */
const WEAKER = 0.1
const WEAKEST = 0.05

/**
 * @typedef {object} Result
 * @property {string} id - `ietu-8.2`, `calc:gpa`, `term:17`.
 * @property {import('./snippet.mjs').Piece[]} title - In the page's language.
 * @property {import('./snippet.mjs').Piece[]} text
 * @property {string} page - Address below the page's language.
 * @property {string} number - As printed; empty for calculators and terms.
 * @property {string} via - Where it was found when the shown text does not say: a language, or `official`.
 * @property {number} score
 *
 * @typedef {object} Answer
 * @property {Result[]} clauses
 * @property {number} total - Clauses found, of which `clauses` are the first.
 * @property {Record<string, number>} counts - Clauses found by regulation.
 * @property {Result[]} calculators
 * @property {Result[]} terms
 * @property {{ from: string, to: string }[]} readAs - Words that were searched in another spelling.
 * @property {string[]} codes - Regulations that the query names.
 */

/** Searches the languages that have been given to it so far. */
export class Engine {
  #common
  #indexes = new Map()
  #institutions
  #synonyms = new Map()

  /** @param {object} common - What no language has alone; see scripts/search/records.py. */
  constructor (common) {
    this.#common = common
    this.#institutions = new Institutions(common.names)
  }

  /** @param {string} language @param {import('./whole.mjs').Whole} index */
  add (language, index) {
    this.#indexes.set(language, index)
    this.#synonyms.set(language, new Synonyms(this.#common.synonyms[language] ?? [], index.words))
  }

  get languages () {
    return [...this.#indexes.keys()]
  }

  /** For tests: the index of one language. */
  index (language) {
    return this.#indexes.get(language)
  }

  /**
   * @param {string} input - Whatever was typed.
   * @param {{ language: string, code?: string, limit?: number }} asked
   * @returns {Promise<Answer>}
   */
  async search (input, { language, code = '', limit = 10 }) {
    const query = read(input)
    const { codes, rest } = this.#institutions.named(query.text)
    const found = await this.#inAllLanguages(query, rest, codes, language)
    const clauses = this.#clauses(found, rest, codes)
    const kept = code ? clauses.filter(({ id }) => id.startsWith(`${code}-`)) : clauses
    const counts = {}
    for (const { id } of clauses) counts[codeOf(id)] = (counts[codeOf(id)] ?? 0) + 1
    return {
      clauses: await this.#shown(kept.slice(0, limit), language),
      total: kept.length,
      counts,
      calculators: await this.#shown(this.#beside(found, 'calc:', 3, 0.4), language),
      terms: await this.#shown(this.#beside(found, 'term:', 4, 0.6), language),
      readAs: found.readAs,
      codes
    }
  }

  async #inAllLanguages (query, rest, codes, page) {
    const script = query.latin ? 'latin' : query.kazakhLetters ? 'kazakh' : 'cyrillic'
    const named = new Set(rest)
    const asked = new Map()
    const others = new Map()
    for (const [language, index] of this.#indexes) {
      const words = query.words.map((word, at) => ({ ...(word.latin && language === 'kk' ? inCyrillic(word, index) : word), at }))
      const { beside, instead } = this.#synonyms.get(language).of(words.map(({ folded }) => folded))
      others.set(language, instead)
      asked.set(language, naming(words, language).map((word) => ({ ...word, matches: withOthers(word.matches ?? index.words.matches(word), beside.get(word.at), index) })))
    }
    const guessed = this.#guess(asked, script)

    const scores = new Map()
    for (const [language, words] of asked) {
      const index = this.#indexes.get(language)
      const unit = words.find(({ at }) => at === query.counted)
      const names = unit && new Set(unit.matches.filter(({ worth }) => worth >= SURE).map(({ word }) => index.words.list[word]))
      const variants = this.#variants(words, index, others.get(language))
      const ids = new Set(variants.flatMap(({ words }) => words.flatMap(({ matches }) => matches.map(({ word }) => word))))
      const postings = await index.postings([...ids])
      for (const variant of variants) {
        const several = variant.words.length > 1
        for (const word of variant.words) {
          word.factor = codes.length && rest.length && !named.has(word.folded) ? NAMED_WORD : several && isLight(language, index.words.formOf(word.folded).root) ? LIGHT_WORD : 1
        }
        const ranked = rank(index, variant.words, postings, {
          wantsNumber: query.wantsNumber,
          hasNumber: (record) => index.hasNumber(record),
          counts: names && ((record) => index.counts(record, names)),
          // Whose abbreviation it is, is said by who uses it, not by who lists it.
          document: words.length === 1 && this.#isAbbreviation(words[0]) ? (record) => codeOf(this.#common.ids[record]) : undefined
        })
        for (const { record, score } of ranked) {
          const trusted = score * variant.worth * TRUST[script][language] * (language === page ? OWN_LANGUAGE : 1)
          const entry = scores.get(record) ?? { score: 0, second: 0, own: 0, via: language, variants: {} }
          if (!entry.variants[language]) entry.variants[language] = variant
          if (language === page) entry.own = Math.max(entry.own, trusted)
          if (trusted > entry.score) {
            if (entry.via !== language) entry.second = Math.max(entry.second, entry.score)
            Object.assign(entry, { score: trusted, via: language })
            entry.variants[language] = variant
          } else if (entry.via !== language) entry.second = Math.max(entry.second, trusted)
          scores.set(record, entry)
        }
      }
    }
    const list = [...scores].map(([record, { score, second, own, via, variants }]) => {
      const id = this.#common.ids[record]
      const here = codes.length && codes.includes(codeOf(id)) ? NAMED_HERE : 1
      return { id, record, via: own >= score * FOUND_HERE ? page : via, variant: variants[page], score: (score + SECOND_LANGUAGE * second) * here }
    })
    if (query.wantsMeaning) this.#explained(list)
    list.sort((one, other) => other.score - one.score || one.record - other.record)
    return { list, readAs: readAs(guessed, asked, list, this.#indexes) }
  }

  /** Who asks what something is wants the clause that explains the term. */
  #explained (list) {
    const term = list.filter(({ id, score }) => id.startsWith('term:') && score >= SURE).reduce((one, other) => one?.score >= other.score ? one : other, undefined)
    const clauses = term ? this.#common.explained[Number(term.id.slice(5))].slice(0, EXPLAIN) : []
    for (const each of list) if (clauses.includes(each.id)) each.score *= EXPLAINED
  }

  /** Guess at slips only where no language knows a word as it stands. */
  #guess (asked, script) {
    const known = new Set()
    for (const [language, words] of asked) {
      for (const { word, from, matches } of words) {
        if (TRUST[script][language] >= 0.9 && best(matches) >= KNOWN_ANYWHERE) known.add(from ?? word)
      }
    }
    const guessed = new Set()
    for (const [language, words] of asked) {
      if (TRUST[script][language] < 0.9) continue
      for (const word of words) {
        if (word.exact || known.has(word.from ?? word.word) || this.#isAbbreviation(word)) continue
        const strength = best(word.matches)
        if (strength >= (word.folded.length >= LONG ? SURE : KNOWN)) continue
        const guesses = this.#indexes.get(language).words.guesses(word.folded).filter(({ worth }) => strength < KNOWN || worth > SURE)
        if (!guesses.length) continue
        const strongest = new Map(word.matches.map(({ word: at, worth }) => [at, worth]))
        for (const { word: at, worth } of guesses) strongest.set(at, Math.max(worth, strongest.get(at) ?? 0))
        word.matches = [...strongest].map(([at, worth]) => ({ word: at, worth }))
        word.guessed = true
        guessed.add(word.from ?? word.word)
      }
    }
    return guessed
  }

  #isAbbreviation ({ word }) {
    return this.#common.abbreviations.includes(fold(word))
  }

  /** The query as typed, and with other phrases for what it names. */
  #variants (words, index, others) {
    const variants = [{ words, worth: 1 }]
    for (const { start, length, parts } of others) {
      const put = parts.map(({ word, exact }) => {
        const other = typed(word, exact)
        return { ...other, matches: index.words.matches(other) }
      })
      // What the texts never say finds nothing.
      if (put.some(({ matches }) => best(matches) < SURE)) continue
      const before = words.filter(({ at }) => at < start)
      const after = words.filter(({ at }) => at >= start + length)
      const said = words.filter(({ at }) => at >= start && at < start + length)
      const unknown = said.some(({ exact, matches }) => !exact && best(matches) < SURE)
      variants.push({ words: [...before, ...put, ...after], worth: unknown ? INSTEAD : SYNONYM })
    }
    return variants
  }

  /** Clauses in order: those asked for by number, then those found by words. */
  #clauses ({ list }, rest, codes) {
    const clauses = list.filter(({ id }) => isClause(id))
    const way = route(rest, codes.length > 0)
    const floor = Math.max(WEAKEST, WEAKER * (clauses[0]?.score ?? 0))
    const strong = clauses.filter(({ score }) => score >= floor)
    const first = []
    if (way) {
      for (const id of routed(way, this.#common.ids.filter(isClause), codes)) first.push({ id, record: this.#common.ids.indexOf(id), via: '', score: 2 })
    } else if (codes.length && !rest.length) {
      // Nothing but an institution: its own clauses after those that speak of it.
      const seen = new Set(strong.map(({ id }) => id))
      for (const id of this.#common.ids) {
        if (isClause(id) && codes.includes(codeOf(id)) && !seen.has(id)) strong.push({ id, record: this.#common.ids.indexOf(id), via: '', score: 0 })
      }
    }
    const taken = new Set(first.map(({ id }) => id))
    return [...first, ...strong.filter(({ id }) => !taken.has(id))]
  }

  #beside ({ list }, prefix, most, least) {
    return list.filter(({ id, score }) => id.startsWith(prefix) && score >= least).slice(0, most)
  }

  /** Where a result lies below its language, and the number it bears there. */
  #address (id, record) {
    if (id.startsWith('calc:')) return { page: `calc/${id.slice(5)}/`, number: '' }
    if (!id.startsWith('term:')) return { page: `${this.#page(record)}#${id}`, number: this.#common.numbers[record] }
    const term = Number(id.slice(5))
    return { page: `glossary/#${this.#common.anchors[term]}`, number: '', clauses: this.#common.explained[term] }
  }

  #page (record) {
    return `${this.#common.pages[this.#common.chapters[record]]}/`
  }

  /** A term in the other languages. */
  async #otherNames (record, language) {
    const names = []
    for (const [other, index] of this.#indexes) if (other !== language) names.push((await index.fields(record))[TITLE])
    return [[names.join(' · '), 0]]
  }

  async #shown (entries, language) {
    const index = this.#indexes.get(language) ?? this.#indexes.values().next().value
    return Promise.all(entries.map(async ({ id, record, via, variant, score }) => {
      const meant = marks(variant, index)
      const means = (word) => meant.get(word) ?? 0
      const fields = await index.fields(record)
      const title = snippet(fields[TITLE] ?? '', means, 0)
      const text = id.startsWith('term:') ? await this.#otherNames(record, language) : snippet(fields[TEXT] ?? '', means)
      const marked = [...title, ...text].some(([, mark]) => mark)
      return { id, ...this.#address(id, record), title, text, score, via: marked ? '' : via !== language ? via : fields[OFFICIAL] ? 'official' : '' }
    }))
  }
}

const isClause = (id) => !id.includes(':')
const codeOf = (id) => id.slice(0, id.indexOf('-'))
const best = (matches) => matches.reduce((most, { worth }) => Math.max(most, worth), 0)

/** Latin letters may be Kazakh ones: the reading that the texts know best. */
function inCyrillic (word, index) {
  let chosen = { ...word, matches: index.words.matches(word) }
  if (best(chosen.matches) >= SURE) return chosen
  const written = readings(word)
  for (const reading of written) {
    const matches = index.words.matches(reading)
    if (best(matches) > best(chosen.matches)) chosen = { ...reading, matches }
  }
  return chosen.from ? chosen : { ...(written[0] ?? word), matches: chosen.matches }
}

/** What a word matches, and what other words for it do. */
function withOthers (matches, others, index) {
  if (!others) return matches
  const found = new Map(matches.map(({ word, worth }) => [word, worth]))
  const share = best(matches) < SURE ? INSTEAD : BESIDE
  for (const { word, exact } of others) {
    for (const match of index.words.matches(typed(word, exact))) {
      const worth = match.worth * share
      if (worth > (found.get(match.word) ?? 0)) found.set(match.word, worth)
    }
  }
  return [...found].map(([word, worth]) => ({ word, worth }))
}

/** Which of the asked words each word of the corpus stands for. */
function marks (variant, index) {
  const found = new Map()
  variant?.words.forEach(({ matches }, at) => {
    for (const { word } of matches) found.set(index.words.list[word], at + 1)
  })
  return found
}

/** What to tell the reader about words that were read in another spelling. */
function readAs (guessed, asked, list, indexes) {
  const told = []
  const via = list[0]?.via
  for (const word of asked.get(via) ?? []) {
    if (!guessed.has(word.from ?? word.word) || !word.guessed) continue
    const words = indexes.get(via).words
    const nearest = word.matches.reduce((one, other) => other.worth > one.worth ? other : one)
    told.push({ from: word.from ?? word.word, to: words.list[nearest.word] })
  }
  return told
}
