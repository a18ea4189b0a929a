/**
 * Kazakh stems.  No library has any: Snowball's algorithms include no Kazakh,
 * and the dictionaries that exist lack this field's words or its licence.
 *
 * A word is stripped from the right, layer by layer, in every way that the
 * classes allow.  Which of the candidates is the stem, no rule can say
 * (жұмыс+ын or жұмы+сын): the corpus decides, by how many of its words can be
 * reduced to the candidate.  Everything here works on folded letters.
 */

const VOWELS = 'аеиоуыяю'
const VOICELESS = 'пфктсшщхчц'

/* Layers from the outside in.  A step never goes outwards again, except that
   after -ғы (дағы) the word may have been inflected once more. */
const PERSON = 0
const CASE = 1
const RELATIVE = 2
const POSSESSIVE = 3
const PLURAL = 4
const NOUN = 5
const VERB = 6
const VOICE = 7

const SUFFIXES = [
  [PERSON, 'мын мин бын бин пын пин сын син мыз миз быз биз пыз пиз дыр дир тыр тир'],
  [CASE, 'нын нин дын дин тын тин га ге ка ке на не а е ны ни ды ди ты ти н да де та те нда нде дан ден тан тен нан нен мен бен пен'],
  [RELATIVE, 'дагы деги тагы теги ндагы ндеги гы ги кы ки ныки дики тики'],
  [POSSESSIVE, 'ым им м ын ин ыныз иниз ныз низ ы и сы си ымыз имиз мыз миз'],
  [PLURAL, 'лар лер дар дер тар тер'],
  [NOUN, 'лык лик дык дик тык тик лыг лиг дыг диг тыг тиг лы ли ды ди ты ти сыз сиз шы ши шылык шилик дай дей тай тей ша ше лыкты ликти сыздык сиздик'],
  [VERB, 'у уы уи уши ушы ган ген кан кен атын етин йтын йтин ар ер р мак мек бак бек пак пек ып ип п а е й ады еди йды йди ды ди ты ти са се ма ме ба бе па пе ылган илген май мей бай бей пай пей майтын мейтин гысы гиси кысы киси гым гим кым ким'],
  [VOICE, 'ыл ил л ын ин н ыс ис с тыр тир дыр дир гыз гиз кыз киз т ла ле да де та те лан лен дан ден лас лес дас дес тас тес лат лет']
].flatMap(([layer, list]) => list.split(' ').map((suffix) => ({ layer, suffix })))

const BY_ENDING = Map.groupBy
  ? Map.groupBy(SUFFIXES, ({ suffix }) => suffix.at(-1))
  : SUFFIXES.reduce((map, entry) => map.set(entry.suffix.at(-1), [...(map.get(entry.suffix.at(-1)) ?? []), entry]), new Map())

const SHORTEST = 3

/** What a letter more, and being a word of the corpus, are worth to a candidate. */
export const STEM = { letter: 0.2, alone: 0.7 }
export const ROOT = { letter: 0.12, alone: 0.3 }

const isVowel = (letter) => VOWELS.includes(letter)
const hasVowel = (word) => [...word].some(isVowel)

/**
 * The lengths that the word may be cut to: inflection alone, and everything.
 *
 * @param {string} word - Folded.
 * @returns {{ shallow: number[], deep: number[] }} Each with the whole word's length.
 */
export function cuts (word) {
  /** @type {Map<number, number>} length → outermost layer still to be stripped */
  const reached = new Map([[word.length, PERSON]])
  const shallow = new Set([word.length])
  const plural = new Set()
  const queue = [[word.length, PERSON]]
  while (queue.length) {
    const [length, layer] = queue.pop()
    for (const { layer: next, suffix } of BY_ENDING.get(word[length - 1]) ?? []) {
      if (next < layer || !word.endsWith(suffix, length)) continue
      const rest = length - suffix.length
      if (!fits(word, rest, suffix, next)) continue
      const after = next === RELATIVE ? CASE : next >= VERB ? next : next + 1
      if (next <= PLURAL && shallow.has(length)) shallow.add(rest)
      // Nothing but a plural looks like one: what still has it is no stem.
      if (next === PLURAL) plural.add(length)
      if ((reached.get(rest) ?? Infinity) <= after) continue
      reached.set(rest, after)
      queue.push([rest, after])
    }
  }
  const bare = (length) => !plural.has(length)
  return { shallow: [...shallow].filter(bare), deep: [...reached.keys()].filter(bare) }
}

/** What sounds allow: т after voiceless letters, сы after vowels, and so on. */
function fits (word, rest, suffix, layer) {
  if (rest < SHORTEST || !hasVowel(word.slice(0, rest))) return false
  const before = word[rest - 1]
  const first = suffix[0]
  const vowelBefore = isVowel(before)
  if ('дгб'.includes(first) && VOICELESS.includes(before)) return false
  if ('ткп'.includes(first) && suffix.length > 1 && (vowelBefore || 'лмнйрз'.includes(before))) return false
  if (layer === POSSESSIVE) {
    if (suffix === 'сы' || suffix === 'си' || suffix === 'м' || suffix[0] === 'н') return vowelBefore
    if (isVowel(first)) return !vowelBefore || before === 'у' || before === 'и'
  }
  if (layer === CASE && suffix.length === 1) {
    // «-н» only follows the possessive -ы, -сы; «-а» only -ым, -ын.
    return suffix === 'н' ? 'ыие'.includes(before) : 'мн'.includes(before)
  }
  if (layer === VERB && isVowel(first) && suffix.length > 1) return !vowelBefore
  if (layer === VOICE && suffix.length === 1) return suffix === 'т' || suffix === 'л' || suffix === 'н' || suffix === 'с' ? vowelBefore || suffix === 'т' : true
  return true
}

/**
 * The stem that a cut leaves: voiced ends harden (тармаг- → тармак) and double
 * ones become single (балл, балы).
 */
export function stemOf (word, length) {
  const stem = word.slice(0, length)
  if (length <= SHORTEST) return stem // abbreviations: ББ is not БП
  const last = stem.at(-1)
  if (last === 'г') return stem.slice(0, -1) + 'к'
  if (last === 'б') return stem.slice(0, -1) + 'п'
  return last === stem.at(-2) && !isVowel(last) ? stem.slice(0, -1) : stem
}

/**
 * How far every word of a corpus is cut.
 *
 * @param {string[]} words - Folded, distinct.
 * @returns {Map<string, [number, number]>} Length of the stem and of the root.
 */
export function chosenCuts (words) {
  const known = new Set(words.map((word) => stemOf(word, word.length)))
  const candidates = new Map(words.map((word) => [word, cuts(word)]))
  const shallow = new Map()
  const deep = new Map()
  for (const [word, each] of candidates) {
    for (const length of each.shallow) count(shallow, stemOf(word, length))
    for (const length of each.deep) count(deep, stemOf(word, length))
  }
  const chosen = new Map()
  for (const [word, each] of candidates) {
    const stem = best(word, each.shallow, shallow, known, STEM)
    // The root is sought within the stem: what is stripped stays stripped.
    const root = best(word, each.deep.filter((length) => length <= stem), deep, known, ROOT)
    chosen.set(word, [stem, root])
  }
  return chosen
}

/**
 * The candidate with the most words behind it; length and standing alone count too.
 * A shorter candidate never has fewer words, so length is what holds it back.
 *
 * @param {Map<string, number>} support
 * @param {{ has: (stem: string) => boolean }} known
 */
export function best (word, lengths, support, known, { letter, alone }) {
  let chosen = word.length
  let highest = -Infinity
  for (const length of lengths) {
    const stem = stemOf(word, length)
    // Three letters are a stem only where many words say so: бер-, not айы-.
    const short = length === SHORTEST && word.length > SHORTEST + 1 ? 0.9 : 0
    const score = Math.log(support.get(stem) ?? 0.5) + letter * length + (known.has(stem) ? alone : 0) - short
    if (score > highest) [chosen, highest] = [length, score]
  }
  return chosen
}

function count (map, key) {
  map.set(key, (map.get(key) ?? 0) + 1)
}
