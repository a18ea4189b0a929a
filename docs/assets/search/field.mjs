/**
 * A search field with its answers below it: a combobox over a list of links.
 *
 * Everything shown from a query or from a text is set as text, never as markup.
 */

import { Client } from './client.mjs'
import { forgetAll, recent, remember } from './recent.mjs'
import { resultLink } from './result.mjs'
import { wording } from './wording.mjs'

const PAUSE = 60
const SHOWN = 8
const SHOWN_ON_ITS_PAGE = 30
const EVERY = 10_000

/** One form[data-search] of a page. */
export class Field {
  #form
  #input
  #panel
  #list
  #status
  #filter
  #more
  #client
  #words
  #timer
  #active = -1
  #shownFor
  #spoken
  #onPage
  #limit = 0

  /** @param {HTMLFormElement} form */
  constructor (form) {
    this.#form = form
    this.#input = form.querySelector('input[type="search"]')
    this.#panel = form.querySelector('[data-search-panel]')
    this.#list = form.querySelector('[role="listbox"]')
    this.#status = form.querySelector('[role="status"]')
    this.#filter = form.querySelector('select')
    this.#more = form.querySelector('[data-search-more]')
    this.#onPage = form.dataset.search === 'page'
    this.#client = new Client(document.documentElement.lang, (answer, complete) => this.#show(answer, complete), (fault) => this.#broken(fault))
    this.#listen()
    if (this.#onPage) this.#fromAddress()
  }

  /** Put the reader into the field. */
  focus () {
    this.#form.dataset.open = ''
    this.#input.focus()
    this.#input.select()
  }

  get holdsFocus () {
    return this.#form.contains(document.activeElement)
  }

  #listen () {
    this.#input.addEventListener('focus', () => this.#begin())
    this.#input.addEventListener('input', () => this.#typed())
    this.#form.addEventListener('keydown', (event) => this.#key(event))
    this.#form.addEventListener('submit', (event) => this.#submit(event))
    this.#form.addEventListener('click', (event) => this.#clicked(event))
    this.#filter.addEventListener('change', () => this.#ask())
    this.#form.addEventListener('focusout', ({ relatedTarget }) => {
      if (!this.#onPage && relatedTarget && !this.#form.contains(relatedTarget)) this.#close()
    })
    document.addEventListener('pointerdown', ({ target }) => {
      if (!this.#onPage && !this.#panel.hidden && !this.#form.contains(target)) this.#close()
    })
  }

  /** The first sign of a search: fetch what it will need. */
  async #begin () {
    this.#client.open()
    this.#words ??= await wording()
    if (this.#input.value.trim()) this.#ask()
    else this.#rest()
  }

  #fromAddress () {
    const asked = new URL(location).searchParams
    this.#input.value = asked.get('q') ?? ''
    const code = asked.get('in')
    if ([...this.#filter.options].some(({ value }) => value === code)) this.#filter.value = code
    if (this.#input.value) this.#begin()
  }

  #typed () {
    clearTimeout(this.#timer)
    this.#limit = 0
    if (!this.#input.value.trim()) {
      this.#client.forget()
      this.#rest()
      this.#keepAddress()
    } else {
      this.#timer = setTimeout(() => this.#ask(), PAUSE)
    }
  }

  #ask () {
    const text = this.#input.value
    if (!text.trim()) return
    this.#client.ask(text, { code: this.#filter.value, limit: this.#limit || (this.#onPage ? SHOWN_ON_ITS_PAGE : SHOWN) })
    this.#keepAddress()
  }

  #keepAddress () {
    if (this.#onPage) history.replaceState(null, '', this.#address())
  }

  /** This search as an address that can be shared. */
  #address () {
    const address = new URL(this.#form.action)
    if (this.#input.value.trim()) address.searchParams.set('q', this.#input.value)
    if (this.#filter.value) address.searchParams.set('in', this.#filter.value)
    return address
  }

  /** @param {import('./engine/engine.mjs').Answer} answer */
  async #show (answer, complete) {
    this.#words ??= await wording()
    const words = this.#words
    const parts = []
    for (const { from, to } of answer.readAs) parts.push(note(words('search.read_as', { from, to })))
    this.#group(parts, 'search.calculators', answer.calculators)
    this.#group(parts, 'search.clauses', answer.clauses)
    this.#group(parts, 'search.terms', answer.terms)
    const found = answer.clauses.length + answer.calculators.length + answer.terms.length
    if (!found && !complete) return
    if (!found) parts.push(...this.#nothing())
    this.#countIn(answer)
    // The same question answered again, by one language more, keeps what was chosen.
    const asked = this.#input.value
    const chosen = asked === this.#shownFor ? this.#options[this.#active]?.href : undefined
    this.#shownFor = asked
    this.#fill(parts)
    if (chosen) this.#activate(this.#options.findIndex(({ href }) => href === chosen))
    this.#more.hidden = answer.total <= answer.clauses.length
    this.#more.href = this.#address()
    this.#more.textContent = words('search.all', { n: answer.total })
    this.#say(found ? words('search.found', { n: answer.total }) : words('search.nothing', { query: this.#input.value.trim() }))
  }

  #group (parts, title, results) {
    if (!results.length) return
    const group = document.createElement('div')
    group.setAttribute('role', 'group')
    const heading = document.createElement('div')
    heading.className = 'search-group'
    heading.id = `${this.#list.id}-${parts.length}`
    heading.textContent = this.#words(title)
    group.setAttribute('aria-labelledby', heading.id)
    group.append(heading, ...results.map((result) => resultLink(result, { words: this.#words, root: this.#root, short: this.#short })))
    parts.push(group)
  }

  #short = (code) => [...this.#filter.options].find(({ value }) => value === code)?.dataset.short ?? code

  get #root () {
    return new URL(this.#form.dataset.root, location)
  }

  /** Instead of nothing: what was tried, and where else to look. */
  #nothing () {
    const words = this.#words
    const said = document.createElement('div')
    said.className = 'search-nothing'
    const title = document.createElement('p')
    title.textContent = words('search.nothing', { query: this.#input.value.trim() })
    const advice = document.createElement('p')
    advice.textContent = words('search.advice')
    said.append(title, advice)
    if (this.#filter.value) {
      const all = document.createElement('button')
      all.type = 'button'
      all.className = 'plain-button'
      all.dataset.searchEverywhere = ''
      all.textContent = words('search.everywhere')
      said.append(all)
    }
    const browse = document.importNode(this.#form.querySelector('template').content, true)
    for (const link of browse.querySelectorAll('a[data-search-language]')) {
      const address = new URL(link.href)
      address.searchParams.set('q', this.#input.value)
      link.href = address.href
    }
    said.append(browse)
    return [said]
  }

  /** How many clauses each regulation has among the answers. */
  #countIn (answer) {
    for (const option of this.#filter.options) {
      if (option.value) option.textContent = answer.counts[option.value] ? `${option.dataset.short} (${answer.counts[option.value]})` : option.dataset.short
    }
    this.#filter.closest('[data-search-filter]').hidden = !Object.keys(answer.counts).length && !this.#filter.value
  }

  /** Nothing typed: what was searched before, and how one may type. */
  #rest () {
    const words = this.#words
    if (!words) return
    const parts = []
    const before = recent()
    if (before.length) {
      const group = document.createElement('div')
      group.setAttribute('role', 'group')
      group.setAttribute('aria-label', words('search.recent'))
      const heading = document.createElement('div')
      heading.className = 'search-group'
      heading.textContent = words('search.recent')
      const clear = document.createElement('button')
      clear.type = 'button'
      clear.className = 'plain-button'
      clear.dataset.searchForget = ''
      clear.textContent = words('search.forget')
      heading.append(clear)
      group.append(heading, ...before.map((text) => {
        const link = document.createElement('a')
        link.setAttribute('role', 'option')
        link.tabIndex = -1
        link.className = 'search-result'
        link.dataset.searchAgain = ''
        const address = new URL(this.#form.action)
        address.searchParams.set('q', text)
        link.href = address.href
        link.textContent = text
        return link
      }))
      parts.push(group)
    }
    parts.push(note(words('search.hint')))
    this.#filter.closest('[data-search-filter]').hidden = true
    this.#more.hidden = true
    this.#fill(parts)
    this.#say('')
  }

  #fill (parts) {
    const notes = parts.filter((part) => !part.matches('[role="group"]'))
    // A listbox may hold groups and options alone; what is said stands beside it.
    this.#list.replaceChildren(...parts.filter((part) => !notes.includes(part)))
    this.#panel.querySelector('[data-search-notes]').replaceChildren(...notes)
    this.#options.forEach((option, at) => { option.id = `${this.#list.id}-option-${at}` })
    this.#list.hidden = !this.#list.childElementCount
    this.#panel.hidden = false
    this.#form.dataset.open = ''
    this.#input.setAttribute('aria-expanded', String(!this.#list.hidden))
    this.#activate(-1)
  }

  #broken (fault) {
    console.error(`search: ${fault}`)
    if (!this.#words) return
    this.#fill([note(this.#words('search.broken'))])
    this.#say(this.#words('search.broken'))
  }

  /** Announced once the reader has stopped typing, and only when it is news. */
  #say (text) {
    clearTimeout(this.#spoken)
    this.#spoken = setTimeout(() => { if (this.#status.textContent !== text) this.#status.textContent = text }, 300)
  }

  get #options () {
    return [...this.#list.querySelectorAll('[role="option"]')]
  }

  #activate (wanted) {
    const options = this.#options
    this.#active = wanted
    options.forEach((option, at) => option.setAttribute('aria-selected', String(at === wanted)))
    if (wanted < 0) {
      this.#input.removeAttribute('aria-activedescendant')
    } else {
      this.#input.setAttribute('aria-activedescendant', options[wanted].id)
      options[wanted].scrollIntoView({ block: 'nearest' })
    }
  }

  #key (event) {
    if (event.key === 'Escape') {
      // First the answers go, then what was typed: as browsers do with lists.
      event.preventDefault()
      event.stopPropagation()
      if (!this.#onPage && !this.#panel.hidden) this.#close()
      else this.#input.value = ''
      if (event.target !== this.#input) this.#input.focus({ preventScroll: true })
      return
    }
    if (event.target !== this.#input) return
    const options = this.#options
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      const next = this.#active + step
      this.#activate(next >= options.length ? -1 : next < -1 ? options.length - 1 : next)
    } else if (event.key === 'Enter' && this.#active >= 0 && !event.isComposing) {
      event.preventDefault()
      options[this.#active].click()
    }
  }

  #submit (event) {
    if (!this.#input.value.trim()) {
      event.preventDefault()
      this.#input.focus()
      return
    }
    remember(this.#input.value)
    if (this.#onPage) {
      event.preventDefault()
      this.#ask()
    }
  }

  #clicked (event) {
    const { target } = event
    if (this.#onPage && target.closest('[data-search-more]')) {
      event.preventDefault()
      this.#limit = EVERY
      this.#ask()
      this.#input.focus()
    } else if (target.closest('[data-search-open]')) this.focus()
    else if (target.closest('[data-search-close]')) this.#close()
    else if (target.closest('[data-search-forget]')) {
      forgetAll()
      this.#rest()
      this.#input.focus()
    } else if (target.closest('[data-search-everywhere]')) {
      this.#filter.value = ''
      this.#ask()
      this.#input.focus()
    } else if (target.closest('.search-result:not([data-search-again])')) {
      remember(this.#input.value)
      // A clause on this very page is a jump, and the answers would cover it.
      if (!this.#onPage) this.#close()
    }
  }

  #close () {
    clearTimeout(this.#timer)
    this.#client.forget()
    this.#panel.hidden = true
    delete this.#form.dataset.open
    this.#input.setAttribute('aria-expanded', 'false')
    this.#activate(-1)
  }
}

function note (text) {
  const said = document.createElement('p')
  said.className = 'search-note'
  said.textContent = text
  return said
}
