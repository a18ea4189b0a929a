/**
 * The text of a clause on the page, as the open data writes it: one line a
 * paragraph, list item or table row.
 */

/** @param {Element} section - The clause's section. */
export function clauseText (section) {
  const parts = [...section.children].filter((each) => !each.matches('.clause-heading, .clause-foot, .beside'))
  return [oneLine(section.querySelector('.clause-heading')), ...parts.flatMap((each) => blockLines(each, 0))].join('\n')
}

function blockLines (element, depth) {
  if (element.matches('ul, ol')) return [...element.children].flatMap((item, at) => itemLines(item, element, at, depth))
  if (element.matches('table')) return [...element.rows].map(row).filter(Boolean)
  const inner = [...element.children].filter((each) => each.matches('p, ul, ol, table, div'))
  if (inner.length) return inner.flatMap((each) => blockLines(each, depth))
  return [oneLine(element)].filter(Boolean)
}

function itemLines (item, list, at, depth) {
  const marker = list.matches('ol') ? `${list.start + at}. ` : '• '
  const own = item.cloneNode(true)
  for (const nested of own.querySelectorAll('ul, ol')) nested.remove()
  const lists = [...item.children].filter((each) => each.matches('ul, ol'))
  return ['  '.repeat(depth) + marker + oneLine(own), ...lists.flatMap((each) => blockLines(each, depth + 1))]
}

function row (row) {
  return [...row.cells].map(oneLine).join(' · ').replace(/^[ ·]+|[ ·]+$/g, '')
}

function oneLine (element) {
  return element.textContent.replace(/\s+/g, ' ').trim()
}
