/** Courses as rows: added, removed, and pasted from a spreadsheet. */

const LETTER = /^[ABCDFXАВСДХабсдхabcdfx]{1,2}\s*[+\-−–]?$/u
const NUMBER = /^\d+(?:[.,]\d+)?$/

/** Watch one fieldset of rows. */
export class Rows {
  #list
  #template

  /**
   * @param {HTMLFieldSetElement} fieldset - Holds a template of one row and a list.
   * @param {(text: string) => void} say - Tells the reader what happened.
   */
  constructor (fieldset, words, say) {
    this.fieldset = fieldset
    this.words = words
    this.say = say
    this.#list = fieldset.querySelector('[data-rows]')
    this.#template = fieldset.querySelector('template')
    fieldset.querySelector('[data-add]').addEventListener('click', () => this.#addAndFocus())
    this.#list.addEventListener('click', ({ target }) => this.#remove(target.closest?.('[data-remove]')))
    this.#list.addEventListener('paste', (event) => this.#paste(event))
    const box = fieldset.querySelector('[data-paste]')
    box?.addEventListener('paste', (event) => this.#paste(event))
    box?.addEventListener('change', () => {
      this.#fill(box.value)
      box.value = ''
    })
    if (!this.#list.children.length) this.#add()
  }

  get name () {
    return this.fieldset.dataset.field
  }

  /** What the rows hold; rows without any entry are left out. */
  values () {
    return this.#rows().map(read).filter((row) => Object.values(row).some(Boolean))
  }

  /** Replace all rows, as from a link or from what was kept. */
  restore (values) {
    this.#list.replaceChildren()
    for (const value of values) write(this.#add(), value)
    if (!values.length) this.#add()
  }

  /** The row on the page of the nth filled row, so that an error finds its place. */
  row (index) {
    return this.#rows().filter((row) => Object.values(read(row)).some(Boolean))[index] ?? this.#rows()[index]
  }

  #rows () {
    return [...this.#list.children]
  }

  #add () {
    const row = this.#template.content.firstElementChild.cloneNode(true)
    this.#list.append(row)
    this.#number()
    return row
  }

  #addAndFocus () {
    this.#add().querySelector('input, select').focus()
  }

  #remove (button) {
    if (!button) return
    const row = button.closest('.row')
    const near = row.nextElementSibling ?? row.previousElementSibling
    row.remove()
    if (!near) this.#add()
    this.#number()
    ;(near ?? this.#list.firstElementChild).querySelector('input, select').focus()
    this.fieldset.dispatchEvent(new Event('input', { bubbles: true }))
  }

  /** Every control says which row it belongs to. */
  #number () {
    for (const [index, row] of this.#rows().entries()) {
      row.setAttribute('aria-label', this.words.say('rows.row', { number: index + 1 }))
    }
  }

  #paste (event) {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (!/[\t\n;]/.test(text.trim())) return
    event.preventDefault()
    this.#fill(text)
  }

  /** Put a pasted table below what is there; empty rows give way. */
  #fill (text) {
    const found = parse(text)
    if (!found.length) {
      if (text.trim()) this.say(this.words.say('rows.nothing_pasted'))
      return
    }
    for (const row of this.#rows()) {
      if (!Object.values(read(row)).some(Boolean)) row.remove()
    }
    for (const value of found) write(this.#add(), value)
    this.say(this.words.say('rows.pasted', { n: found.length }))
    this.fieldset.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

/**
 * Read a pasted table: the last column is the grade, the one before it the
 * credits, what is left the name.  A heading line has no number and is skipped.
 *
 * @returns {{name: string, credits: string, grade: string}[]}
 */
export function parse (text) {
  const rows = []
  for (const line of text.slice(0, 200_000).split(/\r?\n/)) {
    const cells = line.split(/\t|;/).map((cell) => cell.trim())
    const grade = cells.findLastIndex((cell) => LETTER.test(cell) || NUMBER.test(cell))
    const credits = cells.slice(0, Math.max(grade, 0)).findLastIndex((cell) => NUMBER.test(cell))
    if (credits < 0) continue
    rows.push({ name: cells.slice(0, credits).join(' '), credits: cells[credits], grade: cells[grade] })
  }
  return rows
}

function read (row) {
  return Object.fromEntries([...row.querySelectorAll('[data-cell]')].map((cell) => [cell.dataset.cell, cell.value.trim()]))
}

function write (row, value) {
  for (const cell of row.querySelectorAll('[data-cell]')) cell.value = value[cell.dataset.cell] ?? ''
}
