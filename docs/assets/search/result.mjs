/**
 * One answer as a link in the list.
 */

/**
 * @param {import('./engine/engine.mjs').Result} result
 * @param {{ words: (key: string, values?: object) => string, root: URL, short: (code: string) => string }} site
 * @returns {HTMLAnchorElement}
 */
export function resultLink (result, { words, root, short }) {
  const link = document.createElement('a')
  link.className = 'search-result'
  link.setAttribute('role', 'option')
  link.tabIndex = -1
  link.href = new URL(result.page, root).href

  const place = element('span', 'search-place', address(result, words, short))
  if (result.via) place.append(' ', element('span', 'search-via', words('search.via', { where: words(`search.via.${result.via}`) })))
  const title = marked(element('span', 'search-title'), result.title)
  const text = marked(element('span', 'search-text'), result.text)
  link.append(...[place, title, text].filter((part) => part.textContent.trim()))
  return link
}

/** «ХИТУ, 8.2-тармақ»: what the reader may cite. */
function address ({ id, number, clauses }, words, short) {
  if (id.startsWith('calc:')) return ''
  if (clauses) return clauses.map((clause) => `${short(codeOf(clause))} ${clause.slice(codeOf(clause).length + 1)}`).join(' · ')
  const key = id.includes('-gl.') ? 'clause.ref.gl' : id.includes('-annex-') ? 'clause.ref.annex' : 'clause.ref_of'
  return words(key, { regulation: short(codeOf(id)), number })
}

/** Pieces of text, the found words in <mark>. */
function marked (parent, pieces) {
  for (const [text, mark] of pieces) parent.append(mark ? element('mark', '', text) : text)
  return parent
}

function element (name, className, text = '') {
  const made = document.createElement(name)
  if (className) made.className = className
  made.textContent = text
  return made
}

const codeOf = (id) => id.slice(0, id.indexOf('-'))
