/** A calculator's form: what it holds, which fields apply, where an error belongs. */

import { Rows } from './rows.mjs'

export class Form {
  #rows = new Map()

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
    this.#restore()
    this.#apply()
    form.addEventListener('input', () => {
      this.#apply()
      this.#keep()
    })
    form.addEventListener('change', () => {
      this.#apply()
      this.#keep()
    })
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
    if (field.dataset.kind === 'dates') return control.value.split(/[\s,;]+/).filter(Boolean)
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
    address.hash = new URLSearchParams(flat(this.#plain())).toString()
    return address.href
  }

  #restore () {
    const asked = new URLSearchParams(location.hash.slice(1))
    const kept = asked.size ? {} : this.#kept()
    for (const [name, value] of asked) kept[name] = value
    for (const [name, value] of Object.entries(kept)) this.#set(name, value)
    // The form carries the answers from here on; a reload takes them from what is kept.
    if (asked.size) this.#keep()
  }

  #set (name, value) {
    const rows = this.#rows.get(name)
    if (rows) {
      try {
        const values = typeof value === 'string' ? JSON.parse(value) : value
        if (Array.isArray(values)) rows.restore(values.filter((each) => each && typeof each === 'object').slice(0, 500))
      } catch {
        // An old or damaged link: the rows stay as they are.
      }
      return
    }
    for (const control of this.form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (control.type === 'radio') control.checked = control.value === value
      else if (control.tagName !== 'SELECT' || [...control.options].some((option) => option.value === value)) control.value = value
    }
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
    for (const rows of this.#rows.values()) rows.restore([])
    this.clearFaults()
    this.#apply()
    this.#keep()
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
