/** The country's holidays, put into a form that asks for days off, for the reader to change. */

const BARE = /^(\d{4}-\d{2}-\d{2})$/gm

/**
 * Fill the field of days off where the reader has not touched it, and name the days that stand bare.
 *
 * @param {import('./form.mjs').Form} form
 */
export async function offer (form) {
  for (const field of form.form.querySelectorAll('[data-holidays]')) {
    const control = field.querySelector('textarea')
    try {
      const response = await fetch(field.dataset.holidays)
      if (!response.ok) throw new Error(`${response.status} for ${response.url}`)
      const { days } = await response.json()
      const names = new Map(days.map(({ day, name }) => [day, name]))
      if (!form.restored.has(control.name)) form.put(control.name, days.map(({ day, name }) => `${day} ${name}`).join('\n'))
      else if (BARE.test(control.value)) form.put(control.name, control.value.replace(BARE, (day) => names.has(day) ? `${day} ${names.get(day)}` : day))
    } catch (error) {
      console.warn('No list of holidays:', error)
      field.querySelector('[data-assumed]').hidden = true
    }
  }
}

/** The days of a list in which each may be followed by its name. */
export function daysOf (text) {
  return text.split(/[\n,;]+/).map((each) => each.trim()).filter(Boolean).flatMap((each) => {
    const words = each.split(/\s+/)
    const named = words.findIndex((word) => /^[\p{L}(«"]/u.test(word))
    return named > 0 ? words.slice(0, named) : named ? words : [each]
  })
}
