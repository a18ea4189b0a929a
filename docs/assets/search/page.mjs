/**
 * Brings every search field of a page to life; «/» leads into the nearest one.
 */

import { Field } from './field.mjs'

const fields = [...document.querySelectorAll('form[data-search]')].map((form) => ({ form, field: new Field(form) }))

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
  const chosen = fields.find(({ form }) => form.dataset.search !== 'header') ?? fields[0]
  if (!chosen) return
  event.preventDefault()
  chosen.field.focus()
})

function typing (element) {
  return element.isContentEditable || /^(?:input|textarea|select)$/i.test(element.tagName)
}
