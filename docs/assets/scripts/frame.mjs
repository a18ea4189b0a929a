/**
 * What moves in the frame around a text: drawer, menus, colours, the place
 * that is being read.  The theme's own script does this and much that we have
 * no use for; it weighs more than the rest of a page.
 */

const DARK = 'slate'

export function frame () {
  drawer()
  menus()
  colours()
  title()
  place()
  folds()
}

/** Open and close the navigation with a real button. */
function drawer () {
  const box = document.querySelector('[data-md-toggle="drawer"]')
  const button = document.querySelector('[data-drawer]')
  const show = () => button.setAttribute('aria-expanded', String(box.checked))
  button.addEventListener('click', () => {
    box.checked = !box.checked
    show()
  })
  box.addEventListener('change', show)
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && box.checked) {
      button.click()
      button.focus()
    }
  })
  show()
}

/** Parts of the menu unfold from the keyboard too, and say so. */
function menus () {
  for (const label of document.querySelectorAll('.md-nav label[for][tabindex]')) {
    const box = document.getElementById(label.htmlFor)
    const menu = document.querySelector(`[aria-labelledby="${CSS.escape(label.id)}"]`)
    label.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      label.click()
    })
    box.addEventListener('change', () => menu?.setAttribute('aria-expanded', String(box.checked)))
  }
  document.querySelector('.md-sidebar--primary a.md-nav__link--active')?.scrollIntoView({ block: 'nearest' })
}

/** Light or dark, kept on the device. */
function colours () {
  const button = document.querySelector('[data-palette]')
  const show = () => {
    const dark = document.body.getAttribute('data-md-color-scheme') === DARK
    button.setAttribute('aria-label', dark ? button.dataset.light : button.dataset.dark)
    button.title = button.getAttribute('aria-label')
  }
  button.addEventListener('click', () => {
    const next = document.body.getAttribute('data-md-color-scheme') === DARK ? 'default' : DARK
    document.body.setAttribute('data-md-color-scheme', next)
    try {
      localStorage.setItem('ereje.colours', next)
    } catch {
      // A full or forbidden store loses a preference, nothing more.
    }
    show()
  })
  show()
}

/** Once the heading is out of sight, the header names the page. */
function title () {
  const heading = document.querySelector('article h1')
  const header = document.querySelector('[data-md-component="header-title"]')
  if (!heading) return
  new IntersectionObserver(([{ isIntersecting, boundingClientRect }]) => {
    header.classList.toggle('md-header__title--active', !isIntersecting && boundingClientRect.top < 0)
  }).observe(heading)
}

/** The list of contents marks the heading that was passed last. */
function place () {
  const links = [...document.querySelectorAll('.md-nav--secondary a[href^="#"]')]
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1)))).filter(Boolean)
  if (!headings.length || headings.length !== links.length) return
  let marked
  const look = () => {
    const passed = headings.findLastIndex((heading) => heading.getBoundingClientRect().top < innerHeight / 4)
    if (links[passed] === marked) return
    marked?.classList.remove('md-nav__link--active')
    marked?.removeAttribute('aria-current')
    marked = links[passed]
    marked?.classList.add('md-nav__link--active')
    marked?.setAttribute('aria-current', 'location')
    if (marked?.checkVisibility?.()) scrollWithin(marked.closest('.md-sidebar__scrollwrap'), marked)
  }
  // A browser tells when a heading comes or goes; between two there is nothing to do.
  const observer = new IntersectionObserver(look, { rootMargin: '0px 0px -75% 0px' })
  for (const heading of headings) observer.observe(heading)
}

/** Bring a link into the part of its own list that is seen; the page stays where it is. */
function scrollWithin (box, link) {
  const outer = box.getBoundingClientRect()
  const inner = link.getBoundingClientRect()
  if (inner.top < outer.top || inner.bottom > outer.bottom) box.scrollTop += inner.top - outer.top - outer.height / 3
}

/** What a link leads to is unfolded, and on paper everything is. */
function folds () {
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decode(location.hash.slice(1)))
    for (let fold = target && target.closest('details:not([open])'); fold; fold = fold.parentElement.closest('details:not([open])')) fold.open = true
    if (target) target.scrollIntoView()
  }
  addEventListener('hashchange', reveal)
  if (location.hash) reveal()
  addEventListener('beforeprint', () => {
    for (const fold of document.querySelectorAll('article details')) fold.open = true
  })
}

function decode (text) {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
