/**
 * Kazakh typed in Latin letters, in whatever spelling, into folded Cyrillic.
 */

const LETTERS = {
  shch: 'щ', sh: 'ш', ch: 'ч', zh: 'ж', kh: 'х', gh: 'г', ng: 'нг', ts: 'ц', ya: 'я', yu: 'ю', yo: 'ио', ia: 'ия', iya: 'ия', io: 'ио',
  a: 'а', ä: 'а', á: 'а', ə: 'а', b: 'б', c: 'с', d: 'д', e: 'е', é: 'е', f: 'ф', g: 'г', ğ: 'г', ǵ: 'г', h: 'х', i: 'и', ı: 'ы', í: 'и',
  j: 'ж', k: 'к', q: 'к', l: 'л', m: 'м', n: 'н', ñ: 'н', ń: 'н', ŋ: 'н', o: 'о', ö: 'о', ó: 'о', p: 'п', r: 'р', s: 'с', ş: 'ш', ś: 'ш',
  t: 'т', u: 'у', ū: 'у', ü: 'у', ú: 'у', ý: 'у', v: 'в', w: 'у', x: 'х', y: 'ы', z: 'з'
}
const LONGEST = 4

/* Letters that one writer uses for this and another for that. */
const OTHERWISE = { ng: 'н', w: 'ш', c: 'ц', y: 'й', j: 'й', x: 'кс', i: 'ы', u: 'ы' }

/* The alphabet of 2017 marked letters with an apostrophe: g'ylymi. */
const MARKED = { a: 'ä', o: 'ö', u: 'ü', g: 'ğ', n: 'ñ', s: 'ş', c: 'ch' }
const APOSTROPHE = /([aougnsc])['’ʼʻ‘`´](?=\p{L})(?![st](?!\p{L}))|([aougn])['’ʼʻ‘`´](?!\p{L})/giu

/** Letters with an apostrophe as letters of their own; the rest of the text as it is. */
export function joined (text) {
  return text.replace(APOSTROPHE, (written, before, last) => MARKED[(before ?? last).toLowerCase()] ?? written)
}

/**
 * @param {string} word - Latin, lower case.
 * @param {string} [otherwise] - A letter to be read in its other way.
 * @returns {string} In the folded alphabet of `fold`.
 */
export function fromLatin (word, otherwise) {
  let written = ''
  for (let at = 0; at < word.length;) {
    let length = Math.min(LONGEST, word.length - at)
    while (length > 1 && !(word.slice(at, at + length) in LETTERS)) length--
    const piece = word.slice(at, at + length)
    written += piece === otherwise ? OTHERWISE[piece] : Object.hasOwn(LETTERS, piece) ? LETTERS[piece] : piece
    at += length
  }
  return written
}

/** Every way to read the word, the likeliest first. */
export function fromLatinOtherwise (word) {
  return [fromLatin(word), ...Object.keys(OTHERWISE).filter((letters) => word.includes(letters)).map((letters) => fromLatin(word, letters))]
}
