/**
 * The piece of a text that shows why it was found.  Whole words are marked, as
 * they stand in the text; a piece is text, never markup.
 */

import { tokens } from '../analyse/analyser.mjs'

const WIDTH = 180

/**
 * @typedef {[string, number]} Piece - Text, and 1 when it is marked.
 */

/**
 * @param {string} text
 * @param {(word: string) => number} means - Which asked word it is, from 1; 0 for none.
 * @param {number} [width] - Length of the snippet; 0 shows the whole text.
 * @returns {Piece[]}
 */
export function snippet (text, means, width = WIDTH) {
  const marks = []
  for (const { word, start, end } of tokens(text)) {
    const asked = means(word)
    if (asked && marks.at(-1)?.end !== end) marks.push({ start, end, asked })
  }
  const [from, to] = width && text.length > width ? window(text, marks, width) : [0, text.length]
  const pieces = []
  const put = (piece, mark) => piece && pieces.push([piece.replace(/\s+/g, ' '), mark])
  if (from > 0) put('… ', 0)
  let at = from
  for (const { start, end } of marks) {
    if (start < from || end > to) continue
    put(text.slice(at, start), 0)
    put(text.slice(start, end), 1)
    at = end
  }
  put(text.slice(at, to), 0)
  if (to < text.length) put(' …', 0)
  return pieces
}

/** The stretch with the most different words that were asked for. */
function window (text, marks, width) {
  let best = 0
  let from = 0
  for (let first = 0; first < marks.length; first++) {
    const asked = new Set()
    let last = first
    while (last < marks.length && marks[last].end - marks[first].start <= width) asked.add(marks[last++].asked)
    if (asked.size > best) [best, from] = [asked.size, marks[first].start]
  }
  let start = Math.max(0, Math.min(from - 30, text.length - width))
  // A sentence's or a line's beginning close before reads better than a torn one.
  const opening = text.slice(Math.max(0, from - 70), from).search(/(?:[.;:!?]\s|\n(?:• )?)(?!.*(?:[.;:!?]\s|\n))/s)
  if (best && opening >= 0) start = Math.max(0, from - 70) + opening + text.slice(Math.max(0, from - 70) + opening).match(/^[.;:!?]?\s*(?:• )?/)[0].length
  else if (start > 0) start += text.slice(start).search(/\s/) + 1
  let end = Math.min(text.length, start + width)
  if (end < text.length) end = Math.max(start + 1, text.lastIndexOf(' ', end))
  return [start, end]
}
