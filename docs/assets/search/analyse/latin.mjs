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

/**
 * @param {string} word - Latin, lower case.
 * @returns {string} In the folded alphabet of `fold`.
 */
export function fromLatin (word) {
  let written = ''
  for (let at = 0; at < word.length;) {
    let length = Math.min(LONGEST, word.length - at)
    while (length > 1 && !(word.slice(at, at + length) in LETTERS)) length--
    const piece = word.slice(at, at + length)
    written += Object.hasOwn(LETTERS, piece) ? LETTERS[piece] : piece
    at += length
  }
  return written
}
