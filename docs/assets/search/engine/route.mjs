/**
 * A query that names a clause by its number leads straight to that clause.
 */

import { fold, lower } from '../analyse/analyser.mjs'

const CLAUSE_WORD = /^(?:тармак\p{L}*|тармакша\p{L}*|бап\p{L}*|баб\p{L}*|пункт\p{L}*|подпункт\p{L}*|статья\p{L}*|статьи|ст|п|пп|clause|clauses|section|paragraph|article|item|item|no|cl|sec|para|tarmak|tarmaq|punkt)$/u
const GLOSSARY_WORD = /^(?:глоссарий\p{L}*|термин\p{L}*|создик\p{L}*|glossary|term)$/u
const ANNEX_WORD = /^(?:косымша\p{L}*|приложени\p{L}*|annex|appendix)$/u
const ANNEX = { а: 'a', a: 'a', б: 'b', b: 'b', в: 'v', v: 'v', г: 'g', g: 'g', д: 'd', d: 'd' }

/**
 * @typedef {object} Route
 * @property {string[]} numbers - As printed: `8.2`, `а`.
 * @property {'clause' | 'annex' | 'glossary'} kind
 * @property {boolean} sure - Nothing else was typed.
 */

/** The regulations that a query names, and the query without their names. */
export class Institutions {
  #names = []

  /** @param {Record<string, string[]>} names - Names and short names by code. */
  constructor (names) {
    for (const [code, list] of Object.entries(names)) {
      for (const name of list) this.#names.push([code, words(name)])
    }
    this.#names.sort((one, other) => other[1].length - one[1].length)
  }

  /**
   * @param {string} text
   * @returns {{ codes: string[], rest: string[] }}
   */
  named (text) {
    let rest = words(text)
    const codes = []
    for (const [code, name] of this.#names) {
      const at = rest.findIndex((_, start) => name.every((word, each) => same(rest[start + each], word)))
      if (at < 0) continue
      if (!codes.includes(code)) codes.push(code)
      rest = rest.toSpliced ? rest.toSpliced(at, name.length) : [...rest.slice(0, at), ...rest.slice(at + name.length)]
    }
    return { codes, rest }
  }
}

/**
 * @param {string[]} rest - Folded words of the query without institutions.
 * @param {boolean} named - An institution was named.
 * @returns {Route | null}
 */
export function route (rest, named) {
  const is = (pattern) => rest.some((word) => pattern.test(word))
  const annex = is(ANNEX_WORD)
  const glossary = is(GLOSSARY_WORD)
  const clause = is(CLAUSE_WORD)
  const others = rest.filter((word) => !CLAUSE_WORD.test(word) && !ANNEX_WORD.test(word) && !GLOSSARY_WORD.test(word))
  const numbers = others.filter((word) => (annex ? /^(?:[абвгдabvgd]|\d+)$/u : /^\d+(?:\.\d+)*(?:-t?\d)?$/).test(word))
  if (numbers.length !== 1) return null
  const alone = others.length === 1
  const dotted = /^\d+(\.\d+){1,2}$/.test(numbers[0])
  const [number] = numbers
  if (annex) return { numbers: [ANNEX[number] ?? number], kind: 'annex', sure: alone }
  if (!(clause || glossary || alone)) return named && dotted ? { numbers, kind: 'clause', sure: false } : null
  return { numbers, kind: glossary && !clause ? 'glossary' : 'clause', sure: alone && (dotted || clause || glossary || named) }
}

/**
 * Clauses that a route leads to, the best first.
 *
 * @param {Route} route
 * @param {string[]} ids - All clauses in the site's order.
 * @param {string[]} codes - Regulations named in the query.
 * @returns {string[]}
 */
export function routed (route, ids, codes) {
  const wanted = route.numbers[0]
  const found = []
  ids.forEach((id, at) => {
    const split = id.indexOf('-')
    const code = id.slice(0, split)
    const number = id.slice(split + 1)
    const closeness = near(number, wanted, route.kind)
    if (closeness) found.push({ id, at, rank: (codes.length && !codes.includes(code) ? 100 : 0) + closeness })
  })
  const exact = found.some(({ rank }) => rank % 100 < 5)
  return found
    .filter(({ rank }) => !exact || rank % 100 < 6)
    .sort((one, other) => one.rank - other.rank || one.at - other.at)
    .map(({ id }) => id)
}

/** 1 the clause itself … 6 a clause below the number asked for; 0 nothing of it. */
function near (number, wanted, kind) {
  if (kind === 'annex') return number === `annex-${wanted}` ? 1 : 0
  const glossary = number.startsWith('gl.')
  const plain = glossary ? number.slice(3) : number
  if (kind === 'glossary') return glossary && plain === wanted ? 1 : 0
  if (plain === wanted) return glossary ? 4 : 1
  if (glossary) return 0
  if (plain.replace(/-t?\d$/, '') === wanted) return 2
  return plain.startsWith(`${wanted}.`) ? 6 : 0
}

/** Folded words and numbers; a hyphen parts an id from its number: `ietu-8.2`. */
function words (text) {
  return fold(lower(text)).match(/[№%]|\d+(?:,\d+)+|\d+(?:\.\d+)*(?:-(?:\d|t\d)(?![\p{L}\d]))?|\p{L}[\p{L}\p{M}]*/gu) ?? []
}

/** A name may carry an ending: «Мираста», «ХИТУ-де». */
function same (typed, name) {
  return typed !== undefined && (typed === name || (name.length >= 4 && typed.startsWith(name) && typed.length - name.length <= 6))
}
