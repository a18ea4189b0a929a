/**
 * What every page does: the frame, copying a clause's link, and keeping the
 * clause when the language changes.  Words come from the script tag.
 */

import { frame } from './frame.mjs'

const script = document.querySelector('script[data-copied]')
const words = script.dataset

frame()
copyLinks()
keepClause()
notFound()
wideTables()

/** Put the address of a clause on the clipboard and say so. */
function copyLinks () {
  const said = document.createElement('p')
  said.className = 'toast'
  said.setAttribute('role', 'status')
  document.body.append(said)
  let timer

  document.addEventListener('click', async ({ target }) => {
    const button = target.closest?.('[data-copy-link]')
    if (!button) return
    const address = new URL(button.dataset.address ?? `#${button.dataset.copyLink}`, location)
    let message = words.copied
    try {
      await navigator.clipboard.writeText(address.href)
      button.dataset.done = ''
    } catch {
      message = words.copyFailed
      history.replaceState(null, '', `#${button.dataset.copyLink}`)
    }
    said.textContent = message
    clearTimeout(timer)
    timer = setTimeout(() => {
      said.textContent = ''
      delete button.dataset.done
    }, 4000)
  })
}

/** A language link leads to the clause that is being read. */
function keepClause () {
  document.addEventListener('click', ({ target }) => {
    const link = target.closest?.('a[data-language]')
    if (!link) return
    const clause = location.hash || here()
    const address = new URL(link.href)
    address.hash = clause
    address.search = location.search
    link.href = address.href
  }, true)
}

/** The clause at the top of the window, so that the reader does not lose the place. */
function here () {
  const headings = [...document.querySelectorAll('.clause-heading')]
  const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3)
  return passed.length && scrollY > 0 ? `#${passed.at(-1).id}` : ''
}

/** On the page that is not found, keep the language of the address asked for. */
function notFound () {
  const sections = [...document.querySelectorAll('[data-not-found]')]
  if (sections.length < 2) return
  const root = new URL(words.base, location).pathname.replace(/\/?$/, '/')
  const asked = sections.find((section) => location.pathname.startsWith(`${root}${section.lang}/`)) ?? sections[0]
  for (const section of sections) section.hidden = section !== asked
  document.documentElement.lang = asked.lang
}

/** A table or an example that scrolls sideways can be scrolled from the keyboard, whenever it came. */
function wideTables () {
  const look = () => {
    for (const box of document.querySelectorAll('.md-typeset table, .md-typeset pre > code')) {
      if (box.scrollWidth > box.clientWidth && getComputedStyle(box).overflowX !== 'visible') box.tabIndex = 0
      else box.removeAttribute('tabindex')
    }
  }
  addEventListener('resize', look)
  addEventListener('load', look)
  document.fonts.ready.then(look) // letters of another width
  const article = document.querySelector('article')
  if (article) new MutationObserver(look).observe(article, { childList: true, subtree: true })
  look()
}
