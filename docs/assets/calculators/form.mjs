/** A calculator's form: what it holds, which fields apply, where an error belongs. */

import { labelOf } from './answers.mjs'
import { daysOf } from './holidays.mjs'
import { Rows } from './rows.mjs'

export class Form {
  #rows = new Map()

  /** Names of the answers that a link or an earlier visit brought. */
  restored = new Set()

  /** Labels of what a link brought and the form could not take; "" for what it does not know. */
  misfits = []

  /** Whether a link brought answers to compute with, beside the institution. */
  linked = false

  /**
   * @param {HTMLFormElement} form
   * @param {import('./words.mjs').Words} words
   */
  constructor (form, words) {
    this.form = form
    this.words = words
    this.name = form.dataset.calculator
    const status = form.querySelector('[data-status]')
    for (const fieldset of form.querySelectorAll('[data-kind="rows"], [data-kind="list"]')) {
      const rows = new Rows(fieldset, words, (text) => { status.textContent = text })
      this.#rows.set(rows.name, rows)
    }
    const asked = this.#restore()
    this.#apply()
    this.misfits.push(...this.#unfit(asked))
    form.addEventListener('input', () => this.#changed())
    form.addEventListener('change', () => this.#changed())
  }

  #changed () {
    // From the first change on the link tells of something else; a reload brings what was typed.
    if (answersIn(location.hash)) history.replaceState(null, '', location.pathname + location.search)
    this.#apply()
    this.#keep()
  }

  /** Answer fields that the reader has left blank; the others stay as they are. */
  fill (values) {
    for (const [name, value] of Object.entries(values)) {
      const control = this.form.querySelector(`[name="${CSS.escape(name)}"]`)
      const blank = name === 'institution' ? !this.restored.has(name) : control && control.type !== 'radio' && !control.value
      if (control && blank) this.#set(name, value)
    }
    this.#apply()
  }

  /** Put a text into a field as if it had been typed. */
  put (name, text) {
    this.#set(name, text)
    this.#apply()
    this.#keep()
  }

  get institution () {
    return this.form.elements.institution?.value ?? 'any'
  }

  /** The request of the calculators' contract: only fields that apply, as typed. */
  request () {
    return { calculator: this.name, institution: this.institution, inputs: this.#inputs() }
  }

  #inputs () {
    const inputs = {}
    for (const field of this.form.querySelectorAll('[data-field]')) {
      if (field.hidden) continue
      put(inputs, field.dataset.field, this.#value(field))
    }
    return inputs
  }

  #value (field) {
    const rows = this.#rows.get(field.dataset.field)
    if (rows) return field.dataset.kind === 'list' ? rows.values().map((row) => row.grade || row.item) : rows.values().map(course)
    const control = field.querySelector('input, select, textarea')
    if (field.dataset.kind === 'boolean') return { yes: true, no: false }[field.querySelector(':checked')?.value] ?? null
    if (control.type === 'radio') return field.querySelector(':checked')?.value ?? ''
    if (field.dataset.kind === 'dates') return daysOf(control.value)
    return control.value.trim()
  }

  /** Show the fields that the chosen institution and the other answers call for. */
  #apply () {
    const chosen = this.#plain()
    for (const field of this.form.querySelectorAll('[data-when]')) {
      const wanted = JSON.parse(field.dataset.when)
      field.hidden = !Object.entries(wanted).every(([name, values]) => values.includes(plain(chosen[name])))
    }
    for (const option of this.form.querySelectorAll('option[data-at]')) {
      option.hidden = option.disabled = !option.dataset.at.split(' ').includes(this.institution) && this.#ruled(option)
      if (option.disabled && option.selected) option.parentElement.value = ''
    }
  }

  /** Whether any option of the list is known to the chosen institution. */
  #ruled (option) {
    return [...option.parentElement.options].some((each) => each.dataset.at?.split(' ').includes(this.institution))
  }

  /** Every single answer by name, for what depends on it and for keeping. */
  #plain () {
    const values = {}
    for (const [name, value] of new FormData(this.form)) values[name] = value
    for (const [name, rows] of this.#rows) values[name] = rows.values()
    return values
  }

  /** Put a message beside the field it is about, and go there. */
  fault (path, message) {
    this.clearFaults()
    const { field, control } = this.#find(path)
    if (!field) return false
    const id = `error-${path.replace(/\W+/g, '-')}`
    const place = field.querySelector('.field-error')
    place.id = id
    place.textContent = message
    control.setAttribute('aria-invalid', 'true')
    control.setAttribute('aria-describedby', [control.getAttribute('aria-describedby'), id].filter(Boolean).join(' '))
    control.focus()
    return true
  }

  clearFaults () {
    for (const place of this.form.querySelectorAll('.field-error')) place.textContent = ''
    for (const control of this.form.querySelectorAll('[aria-invalid]')) {
      control.removeAttribute('aria-invalid')
      const described = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id && !id.startsWith('error-'))
      if (described.length) control.setAttribute('aria-describedby', described.join(' '))
      else control.removeAttribute('aria-describedby')
    }
  }

  /** `courses[1].letter` is the grade of the second row; `components.pd` is a field. */
  #find (path = '') {
    const [, name, index, cell] = /^(\w+)\[(\d+)\](?:\.(\w+))?$/.exec(path) ?? []
    const row = index !== undefined && this.#rows.get(name)?.row(Number(index))
    if (row) {
      const control = row.querySelector(`[data-cell="${cell === 'credits' ? 'credits' : 'grade'}"]`) ?? row.querySelector('[data-cell]')
      return { field: row, control }
    }
    const field = this.form.querySelector(`[data-field="${CSS.escape(name ?? path)}"]:not([hidden])`) ??
      this.form.querySelector(`[data-field="${CSS.escape(path)}"]`)
    const control = field?.querySelector('[data-cell], input, select, textarea')
    return control ? { field, control } : {}
  }

  /** A link that brings the same answers back. */
  link () {
    const address = new URL(location)
    address.search = ''
    const values = flat(this.#plain())
    for (const control of this.form.querySelectorAll('[data-kind="dates"]:not([hidden]) textarea')) values[control.name] = daysOf(control.value).join('\n')
    for (const control of this.form.querySelectorAll('[data-kind="dates"][hidden] textarea')) delete values[control.name]
    address.hash = new URLSearchParams(values).toString()
    return address.href
  }

  #restore () {
    const asked = new URLSearchParams(answersIn(location.hash))
    const kept = asked.size ? Object.fromEntries(asked) : this.#kept()
    for (const [name, value] of Object.entries(kept)) {
      if (this.#set(name, value)) this.restored.add(name)
      // Plain arithmetic asks for no institution; a clause may name one all the same.
      else if (asked.size && (name !== 'institution' || this.form.elements.institution)) this.misfits.push(this.#label(name))
    }
    // The form carries the answers from here on.
    if (asked.size) this.#keep()
    this.linked = [...asked.keys()].some((name) => name !== 'institution')
    return asked
  }

  /** Labels of choices that were there, but not for the institution of the link. */
  #unfit (asked) {
    return [...asked].filter(([name, value]) => {
      const control = this.form.querySelector(`select[name="${CSS.escape(name)}"]`)
      return this.restored.has(name) && control && control.value !== value
    }).map(([name]) => this.#label(name))
  }

  #label (name) {
    const field = this.form.querySelector(name === 'institution' ? '[data-field-institution]' : `[data-field="${CSS.escape(name)}"]`)
    return field ? labelOf(field) : ''
  }

  /** @returns {boolean} whether the form could take it whole */
  #set (name, value) {
    const rows = this.#rows.get(name)
    if (rows) return restored(rows, value)
    let taken = false
    for (const control of this.form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (control.type === 'radio') taken = (control.checked = control.value === value) || taken
      else if (control.tagName !== 'SELECT' || [...control.options].some((option) => option.value === value)) {
        control.value = value
        // A date that is none leaves its field empty.
        taken = control.value === value || control.tagName === 'TEXTAREA'
      }
    }
    return taken
  }

  #kept () {
    try {
      return JSON.parse(sessionStorage.getItem(`ereje.form.${this.name}`)) ?? {}
    } catch {
      return {}
    }
  }

  #keep () {
    try {
      sessionStorage.setItem(`ereje.form.${this.name}`, JSON.stringify(this.#plain()))
    } catch {
      // A full or forbidden store: the answers live as long as the page.
    }
  }

  /** Empty the form and forget what was kept. */
  reset () {
    this.form.reset()
    this.restored.clear()
    for (const rows of this.#rows.values()) rows.restore([])
    this.clearFaults()
    this.#apply()
    this.#keep()
  }
}

/** The part of an address that carries answers; a mere place on the page carries none. */
function answersIn (hash) {
  return hash.includes('=') ? hash.slice(1) : ''
}

/** Put back the rows of a link; an old or damaged one leaves them as they are. */
function restored (rows, value) {
  try {
    const values = typeof value === 'string' ? JSON.parse(value) : value
    const sound = values.filter((each) => each && typeof each === 'object').slice(0, 500)
    rows.restore(sound)
    return sound.length === values.length
  } catch {
    return false
  }
}

/** A course as the contract wants it: points up to 4, a score above, else a letter. */
function course ({ credits = '', grade = '' }) {
  if (!/^[\d.,\s]+$/.test(grade)) return { credits, letter: grade }
  return Number(grade.replace(',', '.')) > 4 ? { credits, score: grade } : { credits, points: grade }
}

/** An answer as a condition compares it: rows count as given or not. */
function plain (value = '') {
  return Array.isArray(value) ? (value.length ? 'given' : '') : value
}

/** Write `components.pd` as a member of `components`. */
function put (object, path, value) {
  const [head, ...rest] = path.split('.')
  if (!rest.length) object[head] = value
  else put(object[head] ??= {}, rest.join('.'), value)
}

function flat (values) {
  return Object.fromEntries(Object.entries(values)
    .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])
    .filter(([, value]) => value && value !== '[]'))
}
