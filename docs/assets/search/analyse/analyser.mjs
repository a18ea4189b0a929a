/**
 * The one definition of how a language's words are compared, for build, browser
 * and score: which spellings a word may be found under.
 */

import { stemmer as english } from '../lib/english.mjs'
import { stemmer as russian } from '../lib/russian.mjs'
import { ROOT, STEM, best, chosenCuts, cuts, stemOf } from './kazakh.mjs'
import { fold } from './text.mjs'

export { clean, lower } from './text.mjs'
export { tokens } from './tokens.mjs'
export { fold }

/** The languages in the order in which the site lists them. */
export const LANGUAGES = ['kk', 'ru', 'en']

/* Snowball through npm (@orama/stemmers: the algorithms as ES modules, a few KB
   each); Kazakh is ours, see kazakh.mjs. */
const SNOWBALL = { ru: russian, en: english }

/**
 * @typedef {object} Form
 * @property {string} folded
 * @property {string} stem - Inflection gone.
 * @property {string} root - Derivation and voice gone too; the stem itself in ru and en.
 */

/**
 * The forms of every word of a corpus.
 *
 * @param {string} language
 * @param {string[]} words - Distinct, as `tokens` gives them.
 * @param {string} [lengths] - What `packed` gave at build for these very words.
 * @returns {Form[]}
 */
export function forms (language, words, lengths) {
  const folded = words.map(fold)
  if (language !== 'kk') return folded.map((word) => snowball(language, word))
  if (lengths) return folded.map((word, at) => kazakh(word, [width(lengths, 2 * at), width(lengths, 2 * at + 1)]))
  const chosen = chosenCuts([...new Set(folded)].filter(isWord))
  return folded.map((word) => kazakh(word, chosen.get(word) ?? [word.length, word.length]))
}

/**
 * The form of a word that the corpus may not have.
 *
 * @param {string} language
 * @param {string} folded
 * @param {Map<string, unknown[]>} stems - The corpus's words by stem.
 * @param {Map<string, unknown[]>} roots
 * @returns {Form}
 */
export function formOf (language, folded, stems, roots) {
  if (language !== 'kk') return snowball(language, folded)
  if (!isWord(folded)) return { folded, stem: folded, root: folded }
  const { shallow, deep } = cuts(folded)
  const stem = best(folded, shallow, sizes(stems), stems, STEM)
  const root = best(folded, deep.filter((length) => length <= stem), sizes(roots), roots, ROOT)
  return kazakh(folded, [stem, root])
}

/** Every beginning of a word that its endings may have left, the longest first. */
export function beginnings (language, folded) {
  if (language !== 'kk' || !isWord(folded)) return []
  return cuts(folded).deep.filter((length) => length < folded.length && length >= 4).sort((one, other) => other - one).map((length) => folded.slice(0, length))
}

/** Every stem that a word may have, whatever the corpus says of it. */
export function stemsOf (language, folded) {
  if (language !== 'kk') return [formOf(language, folded).stem]
  return isWord(folded) ? cuts(folded).deep.map((length) => stemOf(folded, length)) : [folded]
}

/** The cuts of a Kazakh corpus as text: the costly choice is made once, at build. */
export function packed (words) {
  const chosen = chosenCuts([...new Set(words.map(fold))].filter(isWord))
  return words.map((word) => {
    const [stem, root] = chosen.get(fold(word)) ?? [word.length, word.length]
    return digit(stem) + digit(root)
  }).join('')
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const digit = (length) => DIGITS[Math.min(length, DIGITS.length - 1)]
const width = (text, at) => DIGITS.indexOf(text[at])
const isWord = (word) => /^\p{L}{3,60}$/u.test(word)

function kazakh (folded, [stem, root]) {
  return { folded, stem: stemOf(folded, stem), root: stemOf(folded, root) }
}

function snowball (language, folded) {
  // Three letters are an abbreviation more often than a word with an ending.
  const stem = isWord(folded) && folded.length > 3 ? SNOWBALL[language](folded) : folded
  return { folded, stem, root: stem }
}

function sizes (map) {
  return { get: (key) => map.get(key)?.length }
}
