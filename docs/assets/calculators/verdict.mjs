/**
 * An answer of the calculators in words, with the clauses it rests on.  Text is
 * only ever set as text; clauses are cloned from the page, where they were
 * rendered when the site was built.
 */

const TONE = {
  met: 'good', reached: 'bad', not_met: 'bad', blocked: 'bad', barred: 'bad', rejected: 'bad', rejected_by_chair: 'bad',
  no_quorum: 'bad', not_opened: 'bad', not_allowed: 'bad', grade_F: 'bad', late: 'bad', closed: 'bad',
  adopted: 'good', adopted_by_chair: 'good', in_time: 'good', open: 'good', opens: 'good', allowed: 'good',
  ok: 'good', within_norm: 'good', below: 'good'
}
const INTERNAL = new Set([
  'id', 'status', 'flags', 'clauses', 'trace', 'checks', 'missing', 'reasons', 'unknown', 'change', 'consequence',
  'told', 'error_field', 'error_code', 'error_values', 'institution', 'calculator', 'source_year', 'as_of', 'limits', 'outcome'
])

/** A place on the page where answers are shown. */
export class Verdict {
  /**
   * @param {HTMLElement} place - Announced by screen readers when it changes.
   * @param {import('./words.mjs').Words} words
   * @param {HTMLElement} page - Holds the clauses as templates.
   */
  constructor (place, words, page) {
    this.place = place
    this.words = words
    this.page = page
  }

  clear () {
    this.place.replaceChildren()
    this.place.removeAttribute('data-tone')
    this.place.hidden = true
  }

  /** Show the answer to what was asked. */
  show (answer, { calculator, institution }) {
    const { words } = this
    const say = (kind, token, values = {}) =>
      words.say([`${kind}.${calculator}.${token}`, `${kind}.${token}`], { ...answer, ...values })
    this.place.dataset.tone = TONE[answer.status] ?? 'open'
    this.place.dataset.status = answer.status
    this.place.hidden = false
    this.place.replaceChildren(
      element('h2', { text: say('status', answer.status) }),
      ...paragraphs([answer.told]),
      ...this.#facts(answer, say),
      ...this.#checks(answer, say),
      ...list(words.say('verdict.missing'), tokens(answer.missing, answer.reasons).map((token) => say('missing', token) || say('check', token))),
      ...list(words.say('verdict.unknown'), tokens(answer.unknown).map((token) => say('missing', token) || say('check', token))),
      ...list(words.say('verdict.change'), (answer.change ?? []).map((change) => changeIn(words, change, say))),
      ...paragraphs(['consequence', 'outcome'].filter((key) => typeof answer[key] === 'string').map((key) => say(key, answer[key]))),
      ...paragraphs((answer.flags ?? []).map((flag) => say('flag', flag)), 'flag'),
      ...this.#clauses(answer),
      ...this.#source(institution, answer)
    )
  }

  /** Outputs that stand beside the status: totals, dates, hours. */
  #facts (answer, say) {
    const facts = Object.entries(answer)
      .filter(([key, value]) => !INTERNAL.has(key) && ['string', 'number', 'boolean'].includes(typeof value))
      // Fractions are for machines; nothing lacking needs no line.
      .filter(([key, value]) => !key.endsWith('_exact') && !(key === 'gap' && Number(value) === 0))
      .map(([key, value]) => [say('output', key), value])
      .filter(([label]) => label)
    if (answer.counts) facts.push(...Object.entries(answer.counts))
    if (!facts.length) return []
    const table = element('dl', { className: 'facts' })
    for (const [label, value] of facts) {
      table.append(element('dt', { text: label }), element('dd', { text: this.#worded(value) }))
    }
    return [table]
  }

  /** Every check: what is asked, what the reader has, met or not, and where it says so. */
  #checks (answer, say) {
    if (!answer.trace?.length) return []
    const checks = element('ul', { className: 'checks' })
    for (const check of answer.trace) {
      const state = check.met === true ? 'met' : check.met === false ? 'failed' : 'open'
      const item = element('li', { className: `check-${state}` })
      item.append(element('strong', { text: say('check', check.check) }))
      item.append(element('span', { className: 'visually-hidden', text: `: ${this.words.say(`verdict.check_${state}`)}` }))
      const figures = this.#figures(check)
      if (figures) item.append(`: ${figures}`)
      if (check.clause) item.append(' ', this.#link(check.clause))
      checks.append(item)
    }
    return [element('h3', { text: this.words.say('verdict.checks') }), checks]
  }

  /** What is asked and what the reader has; a mere yes or no is said by the mark. */
  #figures ({ required, relation, actual, unit }) {
    if (unit === 'yes_no') return ''
    const parts = []
    if (given(required)) {
      const measure = unit ? ` ${this.words.say(`unit.${unit}`, { n: required })}`.trimEnd() : ''
      const value = `${this.#worded(required)}${measure}`
      parts.push(this.words.say([`relation.${unit}.${relation}`, `relation.${relation}`], { value }) || value)
    }
    if (given(actual)) parts.push(this.words.say('verdict.yours', { value: this.#worded(actual) }))
    return parts.join('; ')
  }

  /** A value in words: tokens worded one by one, figures as the language writes them. */
  #worded (value) {
    return String(value).split(', ').map((part) => this.words.say(`value.${part}`) || this.words.figure(part)).join('; ')
  }

  #clauses (answer) {
    const cited = [...new Set(answer.clauses ?? [])]
    if (!cited.length) return []
    const box = element('details', { className: 'cited', open: true })
    box.append(element('summary', { text: this.words.say('verdict.clauses', { n: cited.length }) }))
    for (const id of cited) {
      const text = this.page.querySelector(`template[data-clause="${CSS.escape(id)}"]`)
      if (!text) continue
      const quote = element('blockquote', { className: 'clause-quote' })
      quote.append(text.content.cloneNode(true))
      box.append(quote)
    }
    return box.children.length > 1 ? [box] : []
  }

  /** A link to the clause, named as the regulation numbers it. */
  #link (id) {
    const text = this.page.querySelector(`template[data-clause="${CSS.escape(id)}"]`)
    return text ? element('a', { text: text.dataset.name, href: text.dataset.address }) : document.createTextNode('')
  }

  #source (institution, answer) {
    const named = this.page.querySelector(`[data-source="${CSS.escape(institution ?? '')}"]`)?.textContent
    const lines = [this.words.say('verdict.reference_only')]
    if (named) lines.unshift(named)
    return paragraphs(lines, 'source')
  }
}

/** What would make it met: how much of what. */
export function changeIn (words, change, say) {
  const needed = figures(words, change.needed)
  const unit = words.say(`unit.${change.unit}`, { n: change.needed })
  return say('change', change.item, { ...change, needed, unit }) ||
    words.say('verdict.needed', { item: say('check', change.item) || say('missing', change.item), needed, unit })
}

/** One figure or several, each as the language writes it. */
function figures (words, value) {
  return String(value).split(', ').map((part) => words.figure(part)).join('; ')
}

/** @returns {HTMLElement} */
export function element (tag, { text, ...properties } = {}) {
  const made = Object.assign(document.createElement(tag), properties)
  if (text !== undefined) made.textContent = text
  return made
}

/** The tokens of several lists; a figure that bears the same name is shown elsewhere. */
function tokens (...lists) {
  return [...new Set(lists.filter(Array.isArray).flat())]
}

function given (value) {
  return value !== undefined && value !== null && value !== ''
}

function paragraphs (lines, className = '') {
  return lines.filter(Boolean).map((text) => element('p', { text, className }))
}

function list (title, lines) {
  const items = lines.filter(Boolean)
  if (!items.length) return []
  const made = element('ul')
  made.append(...items.map((text) => element('li', { text })))
  return [element('h3', { text: title }), made]
}
