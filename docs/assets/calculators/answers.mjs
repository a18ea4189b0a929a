/** What a reader typed, in words: for a letter and for paper. */

/**
 * The answers of a form in its order; hidden and blank fields are left out.
 *
 * @param {HTMLFormElement} form
 * @param {import('./words.mjs').Words} words
 * @returns {{label: string, value: string}[]}
 */
export function answers (form, words) {
  return [...form.querySelectorAll('[data-field-institution], [data-field]')]
    .filter((field) => !field.hidden)
    .map((field) => ({ label: labelOf(field), value: valueOf(field, words) }))
    .filter(({ value }) => value)
}

/** What the page calls a field. */
export function labelOf (field) {
  return field.querySelector(':scope > label, :scope > legend')?.textContent.trim() ?? ''
}

function valueOf (field, words) {
  const rows = field.querySelector('[data-rows]')
  if (rows) return [...rows.children].map(row).filter(Boolean).join('; ')
  const chosen = field.querySelector('input:checked')
  if (chosen) return chosen.value ? chosen.parentElement.textContent.trim() : ''
  const control = field.querySelector('select, textarea, input')
  if (!control?.value) return ''
  if (control.tagName === 'SELECT') return control.selectedOptions[0].textContent.trim()
  if (control.tagName === 'TEXTAREA') return control.value.trim().split(/\s*\n\s*/).join('; ')
  return words.figure(control.value.trim())
}

function row (element) {
  return [...element.querySelectorAll('[data-cell]')].map((cell) => cell.value.trim()).filter(Boolean).join(', ')
}
