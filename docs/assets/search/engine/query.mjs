/**
 * What was typed, taken apart: words that count, their languages, numbers.
 */

import { clean, fold, lower, tokens } from '../analyse/analyser.mjs'
import { fromLatin, fromLatinOtherwise, joined } from '../analyse/latin.mjs'
import { asksForMeaning, asksForNumber, counted, isStop } from '../analyse/stop.mjs'
import { asLookalike, hasKazakhLetter, isLatin } from '../analyse/text.mjs'

/** Longer input is cut: nobody asks so much, and work must stay bounded. */
export const LONGEST = 300
const MOST_WORDS = 24

/**
 * @typedef {object} Typed
 * @property {string} word - Lower case, as typed.
 * @property {string} folded
 * @property {boolean} exact - A number or sign: never guessed at.
 * @property {boolean} unfinished - The last word while typing.
 * @property {boolean} kazakhLetters
 * @property {boolean} latin
 * @property {string} [from] - What was typed, when this is its reading in Cyrillic.
 *
 * @typedef {object} Query
 * @property {string} text - Cleaned.
 * @property {Typed[]} words - All words, stop words included.
 * @property {boolean} kazakhLetters
 * @property {boolean} latin - Latin letters and no Cyrillic ones.
 * @property {boolean} wantsNumber
 * @property {number} counted - The word whose number is asked for: неше кредит; -1 for none.
 * @property {boolean} wantsMeaning
 */

/** @param {string} input @returns {Query} */
export function read (input) {
  const text = joined(clean(String(input).slice(0, LONGEST).replace(/[\u0000-\u001f\u007f]+/g, ' '))).trim()
  const found = tokens(text).slice(0, MOST_WORDS)
  const words = []
  found.forEach((token, at) => {
    // Of the two forms of «№ 595» the one with its sign is what was asked for.
    if (token.end === found[at - 1]?.end) return
    words.push(typed(token.word, token.exact, at === found.length - 1 && token.end === text.length))
  })
  const said = words.map(({ folded }) => folded)
  const inCyrillic = words.map(({ word, folded, latin }) => latin ? fromLatin(word) : folded)
  const asks = (question) => question(said) || question(inCyrillic)
  return {
    text,
    words,
    kazakhLetters: hasKazakhLetter(text),
    latin: isLatin(text),
    wantsNumber: asks(asksForNumber),
    counted: Math.max(counted(said), counted(inCyrillic)),
    wantsMeaning: asks(asksForMeaning)
  }
}

/** A word as the vocabularies are asked for it. */
export function typed (word, exact = false, unfinished = false) {
  return { word, folded: fold(word), exact, unfinished, kazakhLetters: hasKazakhLetter(word), latin: isLatin(word) }
}

/** The words that name something; all of them when none would remain. */
export function naming (words, language) {
  const left = words.filter(({ folded, exact }, at) => exact || !isStop(language, folded, words[at - 1]?.folded))
  return left.length ? left : words
}

/** Readings in Cyrillic of a word typed in Latin letters, the likeliest first. */
export function readings (word) {
  const found = []
  const lookalike = asLookalike(word.word) ?? asLookalike(word.word.toUpperCase())
  for (const reading of new Set([...fromLatinOtherwise(word.word), lookalike && fold(lower(lookalike))])) {
    if (reading && reading !== word.word) found.push({ ...typed(reading, word.exact, word.unfinished), kazakhLetters: false, latin: false, from: word.word })
  }
  return found
}
