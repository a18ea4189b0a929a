/**
 * How a clause is cited in each language, and quoted on another website.
 *
 * @typedef {import('./library.mjs').Clause} Clause
 * @typedef {(key: string, places?: object) => string} Words
 */

import { escaped } from './forms.mjs'

/** In brackets, within a sentence. @param {Clause} clause @param {Words} words */
export function inText (clause, language, words) {
  return words('cite.in_text', { name: clause.name[language], year: year(clause, words) })
}

/** At the foot of a page or in a list of sources. @param {Date} day - When it was read. */
export function footnote (clause, language, words, day) {
  const { title, institution } = clause.document
  return words('cite.footnote', {
    title: title[language],
    institution: institution[language],
    year: year(clause, words),
    reference: clause.reference[language],
    address: clause.permalink[language],
    day: printedDay(day, language)
  })
}

/** Number, title, text and address, as lines. */
export function textWithLink (clause, language) {
  return `${clause.number} ${clause.title[language]}\n${clause.text[language]}\n${clause.name[language]}: ${clause.permalink[language]}`
}

/** HTML for another website: a quotation with its source, no script. */
export function quotation (clause, language) {
  const address = escaped(clause.permalink[language])
  return `<blockquote cite="${address}" lang="${language}">\n<p><strong>${escaped(`${clause.number} ${clause.title[language]}`)}</strong></p>\n` +
    `${clause.html[language]}\n<footer><a href="${address}">${escaped(clause.name[language])}</a></footer>\n</blockquote>`
}

/** HTML for another website: a frame that always shows the present text. */
export function frame (clause, language) {
  return `<iframe src="${escaped(clause.permalink[language])}embed/" title="${escaped(clause.name[language])}" width="100%" height="320" loading="lazy"></iframe>`
}

/** 21.11.2026 in Kazakh and Russian, 21 November 2026 in English. */
export function printedDay (day, language) {
  if (language === 'en') return day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  return [day.getDate(), day.getMonth() + 1].map((part) => String(part).padStart(2, '0')).concat(day.getFullYear()).join('.')
}

function year (clause, words) {
  return clause.document.year ?? words('cite.no_year')
}
