/** A table on the page: text alone, whatever its cells hold. */

import { element } from './verdict.mjs'

/**
 * @param {string[]} header
 * @param {string[][]} rows
 */
export function grid (header, rows) {
  const table = element('table')
  const head = element('tr')
  head.append(...header.map((text) => element('th', { text, scope: 'col' })))
  table.createTHead().append(head)
  table.createTBody().append(...rows.map((row) => {
    const line = element('tr')
    line.append(...header.map((_, place) => element('td', { text: row[place] ?? '' })))
    return line
  }))
  return table
}
