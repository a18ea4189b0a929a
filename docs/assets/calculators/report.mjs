/** An answer to take along: as text for a letter, and with its inputs on paper. */

import { answers } from './answers.mjs'
import { element } from './verdict.mjs'

const MARKS = { 'check-met': '✓', 'check-failed': '✗', 'check-open': '?' }

/** What was asked and answered, as it stood when the answer came. */
export class Report {
  /**
   * @param {HTMLElement} page
   * @param {import('./words.mjs').Words} words
   * @param {import('./form.mjs').Form} form
   * @param {object} answer - As the calculators gave it.
   * @param {Date} now
   */
  constructor (page, words, form, answer, now) {
    this.page = page
    this.words = words
    this.title = document.querySelector('h1').textContent.trim()
    this.day = words.figure(local(now))
    this.inputs = answers(form.form, words)
    this.address = form.link()
    this.clauses = [...new Set(answer.clauses ?? [])]
      .map((id) => page.querySelector(`template[data-clause="${CSS.escape(id)}"]`))
      .filter(Boolean)
      .map(({ dataset, content }) => ({
        name: dataset.name,
        address: new URL(dataset.address, location.href).href,
        text: content.textContent.replace(/\s+/g, ' ').trim()
      }))
  }

  /** Plain text: figures, clauses with their absolute addresses. */
  text () {
    const { words } = this
    return [
      this.title,
      words.say('report.day', { day: this.day }),
      '',
      ...this.inputs.map(({ label, value }) => `${label}${/[?:]$/.test(label) ? '' : ':'} ${value}`),
      '',
      ...lines(this.page.querySelector('[data-verdict]')),
      '',
      ...(this.clauses.length ? [`${words.say('report.clauses')}:`, ...this.clauses.map(({ name, address }) => `– ${name}: ${address}`), ''] : []),
      words.say('report.again', { address: this.address }),
      ''
    ].join('\n').replace(/\n{3,}/g, '\n\n')
  }

  /** The inputs and the day, for a printed page. */
  print (place) {
    const table = element('dl', { className: 'facts' })
    for (const { label, value } of this.inputs) table.append(element('dt', { text: label }), element('dd', { text: value }))
    place.replaceChildren(
      element('p', { text: this.words.say('report.day', { day: this.day }) }),
      element('h2', { text: this.words.say('report.inputs') }),
      table
    )
  }
}

/** The answer on the page, line by line. */
function lines (verdict) {
  return [...verdict.children].flatMap((part) => {
    if (part.matches('details')) return []
    if (part.matches('dl')) return [...part.querySelectorAll('dt')].map((term) => `${said(term)}: ${said(term.nextElementSibling)}`)
    if (part.matches('ul')) return [...part.children].map((item) => `${MARKS[item.className] ?? '–'} ${said(item)}`)
    return part.matches('h3') ? ['', `${said(part)}:`] : [said(part)]
  })
}

function said (part) {
  const bare = part.cloneNode(true)
  for (const hidden of bare.querySelectorAll('.visually-hidden')) hidden.remove()
  return bare.textContent.replace(/\s+/g, ' ').trim()
}

function local (now) {
  const two = (number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
