/**
 * The same clause in another language: beside it on a wide window, under it on
 * a phone.  One clause at a time from its own links, or all of a chapter.
 * Without JavaScript the links lead to the other page.
 */

const KEPT = 'ereje.beside'
const pages = new Map()

const bar = document.querySelector('[data-beside]')
if (bar) start()

function start () {
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('.clause-languages a')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    peek(link)
  })
  bar.hidden = false
  for (const button of bar.querySelectorAll('button')) {
    button.addEventListener('click', () => choose(button.getAttribute('aria-pressed') === 'true' ? '' : button.dataset.language))
  }
  choose(kept(), { quiet: true })
}

/** Show or hide one clause in the language of the link. */
async function peek (link) {
  const section = link.closest('.clause')
  const shown = section.querySelector(`:scope > .beside[lang="${link.hreflang}"]`)
  if (shown) {
    shown.remove()
    link.setAttribute('aria-expanded', 'false')
    return
  }
  try {
    add(section, await load(link.href), link.hreflang)
    link.setAttribute('aria-expanded', 'true')
  } catch {
    location.href = link.href
  }
}

/** Read the whole chapter with a second language, or with none. */
async function choose (language, { quiet = false } = {}) {
  for (const button of bar.querySelectorAll('button')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === language))
  }
  keep(language)
  const anchor = reading()
  for (const old of document.querySelectorAll('.clause > .beside')) old.remove()
  document.body.classList.toggle('two-languages', Boolean(language))
  if (!language) return hold(anchor)
  const link = bar.querySelector(`button[data-language="${language}"]`)
  if (language === 'official') {
    for (const section of document.querySelectorAll('.clause')) addOfficial(section, link.textContent)
    return hold(anchor)
  }
  try {
    const page = await load(link.dataset.address)
    for (const section of document.querySelectorAll('.clause')) add(section, page, language)
    hold(anchor)
  } catch {
    document.body.classList.remove('two-languages')
    if (!quiet) location.href = link.dataset.address
  }
}

/** The other page as a document, fetched once. */
function load (address) {
  const url = new URL(address, location)
  url.hash = ''
  if (!pages.has(url.href)) {
    pages.set(url.href, new Promise((resolve, reject) => {
      const request = new XMLHttpRequest() // the one way to a document without text that becomes HTML
      request.open('GET', url)
      request.responseType = 'document'
      request.addEventListener('load', () => request.status === 200 && request.response ? resolve(request.response) : reject(new Error(String(request.status))))
      request.addEventListener('error', () => reject(new Error('no network')))
      request.send()
    }))
  }
  return pages.get(url.href)
}

/** Put the clause of the other page, without its tools, into this section. */
function add (section, page, language) {
  const twin = page.querySelector(`.clause[data-clause="${CSS.escape(section.dataset.clause)}"]`)
  if (!twin || section.querySelector(`:scope > .beside[lang="${language}"]`)) return
  const beside = document.createElement('div')
  beside.className = 'beside'
  beside.lang = language
  for (const node of twin.childNodes) {
    if (node.classList?.contains('clause-foot')) continue
    const copy = document.importNode(node, true)
    if (copy.classList?.contains('clause-heading')) {
      const title = document.createElement('p')
      title.className = 'beside-title'
      title.append(...copy.childNodes)
      title.querySelector('a')?.replaceWith(title.querySelector('a').textContent)
      beside.append(title)
    } else beside.append(copy)
  }
  for (const link of beside.querySelectorAll('a[href]')) link.href = new URL(link.getAttribute('href'), twin.ownerDocument.baseURI)
  section.querySelector('.clause-foot').before(beside)
}

/** Put the institution's own text, which stands folded under the clause, into this section. */
function addOfficial (section, name) {
  const text = section.querySelector('.official-text')
  if (!text) return
  const beside = document.createElement('div')
  beside.className = 'beside beside-official'
  const title = document.createElement('p')
  title.className = 'beside-title'
  title.textContent = name
  const copy = text.cloneNode(true)
  copy.className = ''
  beside.append(title, copy)
  section.querySelector('.clause-foot').before(beside)
}

/** The clause being read and where it stands in the window. */
function reading () {
  const section = [...document.querySelectorAll('.clause')].find((each) => each.getBoundingClientRect().bottom > 60)
  return section && { section, top: section.getBoundingClientRect().top }
}

/** Keep it there although text has come or gone above it. */
function hold (anchor) {
  if (anchor && scrollY > 0) scrollBy({ top: anchor.section.getBoundingClientRect().top - anchor.top, behavior: 'instant' })
}

function kept () {
  try {
    const language = localStorage.getItem(KEPT) ?? ''
    return bar.querySelector(`button[data-language="${CSS.escape(language)}"]`) ? language : ''
  } catch {
    return ''
  }
}

function keep (language) {
  try {
    localStorage.setItem(KEPT, language)
  } catch {
    // Not kept: the reader chooses again on the next page.
  }
}
