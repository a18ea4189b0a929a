/** An answer in four cells: what it is, why, what would change it, and where it says so. */

import { changeIn } from './verdict.mjs'

/**
 * @param {object} answer - As the calculators gave it.
 * @param {string} calculator
 * @param {import('./words.mjs').Words} words
 * @param {{labels: object, clauses: object}} named - Labels of the fields and names of the clauses.
 * @returns {string[]}
 */
export function cells (answer, calculator, words, { labels, clauses }) {
  const say = (kind, token, values = {}) => words.say([`${kind}.${calculator}.${token}`, `${kind}.${token}`], { ...answer, ...values })
  const unmet = (answer.trace ?? []).filter(({ met }) => met === false).map(({ check }) => say('check', check))
  const unknown = (answer.trace ?? []).filter(({ met }) => met === null).map(({ check }) => say('check', check))
  const why = [wrong(answer, calculator, words, labels), ...unmet, ...unknown, ...(answer.flags ?? []).map((flag) => say('flag', flag))]
  const change = (answer.change ?? []).map((each) => changeIn(words, each, say))
  return [
    say('status', answer.status),
    [...new Set(why.filter(Boolean))].join('; '),
    change.filter(Boolean).join(' '),
    (answer.clauses ?? []).map((id) => clauses[id]).filter(Boolean).join('; ')
  ]
}

/** What is wrong with a row, with the field it is wrong in. */
function wrong ({ status, error_field: field, error_code: code, error_values: values }, calculator, words, labels) {
  if (!field) return ''
  const message = words.say([`error.${calculator}.${code}`, `error.${code}`, `error.${status}`], values ?? {})
  const label = labels[calculator]?.[field.replace(/\[\d+\]/, '')] ?? ''
  return [label, message].filter(Boolean).join(': ')
}
