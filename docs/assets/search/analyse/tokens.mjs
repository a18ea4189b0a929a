/**
 * A text cut into words, numbers and signs, each with its place.
 */

import { fold, lower } from './text.mjs'

/**
 * @typedef {object} Token
 * @property {string} word - Lower case; numbers in one form: `1.67`, `20000`, `№595`.
 * @property {number} start - Offset in the text that was given.
 * @property {number} end
 * @property {boolean} exact - A number or sign: never matched by prefix or typo.
 */

/* In this order: №595-1 · 20 000 · 1,67 and 2/3 and 05.05.2020 · 120 · % · words. */
const TOKEN = /№\s?\d+(?:-\d+)*|\d{1,3}(?:[  ]\d{3})+(?!\d)|\d+(?:[.,/]\d+)+|\d+|%|\p{L}[\p{L}\p{M}]*/gu
const DIGIT = /\d/
/** Case endings that Kazakh hangs on abbreviations and figures with a hyphen: ОӘБ-тің. */
const ENDING = new RegExp(`^(?:${[
  'нын нин дын дин тын тин га ге ка ке на не ны ни ды ди ты ти да де та те нда нде дан ден тан тен нан нен',
  'мен бен пен лар лер дар дер тар тер сы си ы и н м ынын инин гы ги кы ки дагы деги тагы теги дик дык тык тик нши ншы инши ыншы',
  'мын мин дикы дики лык лик'
].join(' ').split(' ').join('|')})$`)

/**
 * @param {string} text - Cleaned.
 * @returns {Token[]}
 */
export function tokens (text) {
  const lowered = lower(text)
  const found = []
  for (const match of lowered.matchAll(TOKEN)) {
    const start = match.index
    const end = start + match[0].length
    if (DIGIT.test(match[0]) || match[0] === '%') {
      for (const word of numberForms(match[0])) found.push({ word, start, end, exact: true })
    } else if (!isEnding(lowered, start, match[0])) {
      found.push({ word: match[0], start, end, exact: false })
    }
  }
  return found
}

/** A number by its forms: № numbers are found with and without the sign. */
function numberForms (written) {
  if (written[0] !== '№') return [number(written)]
  const digits = written.slice(1).trim()
  return [`№${digits}`, digits]
}

function number (written) {
  const joined = written.replace(/[  ]/g, '')
  if (!/^\d+,\d+$/.test(joined)) return joined.replaceAll(',', '.')
  return joined.replace(',', '.').replace(/\.?0+$/, '')
}

function isEnding (lowered, start, word) {
  const hyphen = lowered[start - 1]
  return (hyphen === '-' || hyphen === '–' || hyphen === '‑') &&
    /[\p{L}\d]/u.test(lowered[start - 2] ?? '') && ENDING.test(fold(word))
}
