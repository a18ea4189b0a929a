/**
 * Letters: what is repaired in a text, and which letters count as one.
 *
 * `clean` may change a text's length once (NFC); the shown texts are cleaned at
 * build, so nothing moves afterwards.  `lower` and `fold` never change a
 * length: an offset in a folded text is an offset in the text that is shown.
 */

/** Latin letters that look like Cyrillic ones, as they turn up in Kazakh texts. */
const CYRILLIC = pairs('aа eе oо pр cс xх yу iі kк mм tт hһ bв AА BВ CС EЕ HН IІ KК MМ OО PР TТ XХ YУ')
/** The way back; п stands for n in «Міпоr». */
const LATIN = { ...swapped(CYRILLIC), п: 'n', П: 'N' }

/** One letter to one letter: both sides of a search write қ and к alike. */
const FOLDED = pairs('әа эа ғг қк ңн өо ұу үу һх іи ёе')

const WORD = /\p{L}+/gu
const HAS_LATIN = /\p{Script=Latin}/u
const HAS_CYRILLIC = /\p{Script=Cyrillic}/u

/**
 * The text as it should have been typed: composed, with ө for the look-alike ӛ,
 * and every word in one script.
 *
 * @param {string} text
 * @returns {string}
 */
export function clean (text) {
  const composed = text.normalize('NFC').replaceAll('ӛ', 'ө').replaceAll('Ӛ', 'Ө')
  return HAS_LATIN.test(composed) ? composed.replace(WORD, inOneScript) : composed
}

/** @param {string} word */
function inOneScript (word) {
  if (!HAS_LATIN.test(word) || !HAS_CYRILLIC.test(word)) return word
  const letters = [...word]
  const cyrillic = letters.filter((letter) => HAS_CYRILLIC.test(letter))
  const latin = letters.filter((letter) => HAS_LATIN.test(letter))
  const onlyCyrillic = cyrillic.some((letter) => !(letter in LATIN))
  const onlyLatin = latin.some((letter) => !(letter in CYRILLIC))
  if (onlyCyrillic && onlyLatin) return word
  const toLatin = onlyLatin || (!onlyCyrillic && latin.length > cyrillic.length)
  const map = toLatin ? LATIN : CYRILLIC
  return letters.map((letter) => map[letter] ?? letter).join('')
}

/**
 * The word in Cyrillic when every letter of it has a look-alike there: `MAK`.
 *
 * @param {string} word
 * @returns {string | null}
 */
export function asLookalike (word) {
  const letters = [...word]
  return letters.every((letter) => letter in CYRILLIC) ? letters.map((letter) => CYRILLIC[letter]).join('') : null
}

/** @param {string} text */
export function lower (text) {
  const lowered = text.toLowerCase()
  if (lowered.length === text.length) return lowered
  // «İ» becomes two characters; it then stays as it is.
  let kept = ''
  for (const letter of text) {
    const small = letter.toLowerCase()
    kept += small.length === letter.length ? small : letter
  }
  return kept
}

/** @param {string} lowered */
export function fold (lowered) {
  let folded = ''
  for (let at = 0; at < lowered.length; at++) folded += FOLDED[lowered[at]] ?? lowered[at]
  return folded
}

/** True when the text has a letter that Kazakh has and Russian has not. */
export function hasKazakhLetter (text) {
  return /[әғқңөұүһі]/i.test(text)
}

/** @param {string} text */
export function isLatin (text) {
  return HAS_LATIN.test(text) && !HAS_CYRILLIC.test(text)
}

function pairs (text) {
  const map = Object.create(null)
  for (const [from, to] of text.split(' ')) map[from] = to
  return map
}

function swapped (map) {
  const back = Object.create(null)
  for (const [from, to] of Object.entries(map)) back[to] = from
  return back
}
