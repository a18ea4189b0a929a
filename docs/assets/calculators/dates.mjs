/** The days of an answer that one would write into a calendar. */

const DAYS = ['due_at', 'due_date', 'other_due_date', 'last_day', 'opens', 'closes', 'pay_from', 'pay_until']
const DAY = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/

/**
 * @param {object} answer - As the calculators gave it.
 * @param {{calculator: string, institution: string, inputs: object}} request
 * @param {import('./report.mjs').Report} report
 * @param {import('./words.mjs').Words} words
 * @returns {import('./calendar.mjs').Entry[]}
 */
export function dates (answer, { calculator, institution, inputs }, report, words) {
  const { kind } = inputs
  const about = kind ? words.say([`choice.${calculator}.kind.${kind}`, `choice.kind.${kind}`]) : ''
  const clauses = report.clauses.map(({ name, address, text }) => `${name}: ${text}\n${address}`)
  return DAYS
    .filter((key) => DAY.test(answer[key] ?? '') && !(key === 'due_date' && answer.due_at))
    .map((key) => ({
      id: [key, calculator, kind, institution, answer[key]].filter(Boolean).join('-') + `@${location.hostname}`,
      when: answer[key],
      title: [about || report.title, words.say([`output.${calculator}.${key}`, `output.${key}`])].filter(Boolean).join(': '),
      text: [...clauses, words.say('verdict.reference_only')].join('\n\n'),
      address: report.clauses[0]?.address
    }))
}
