/**
 * An announcement in the forms in which people send it.  Own words are text in
 * every form: whatever they contain is escaped, never obeyed.
 *
 * @typedef {import('./library.mjs').Clause} Clause
 *
 * @typedef {object} Part - One language of an announcement.
 * @property {'kk' | 'ru' | 'en'} language
 * @property {string} before - Own words.
 * @property {string} after
 * @property {Clause[]} clauses
 *
 * @typedef {object} Form
 * @property {boolean} rich - True when it is pasted as formatted text.
 * @property {(parts: Part[], whole: boolean) => string} write
 */

const RULE = '———'

/** @type {Record<string, Form>} */
export const FORMS = {
  telegram: { rich: false, write: lines({ words: held, title: (text) => `**${held(text)}**`, text: held, source: (name, address) => `${held(name)}: ${address}` }) },
  markdown: { rich: false, write: lines({ words: markdown, title: (text) => `*${markdown(text)}*`, text: markdown, source: (name, address) => `[${markdown(name)}](${address.replace(/[)\\]/g, '\\$&')})` }) },
  html: { rich: false, write: lines({ words: escaped, title: (text) => `<b>${escaped(text)}</b>`, text: escaped, source: (name, address) => `<a href="${escaped(address)}">${escaped(name)}</a>` }) },
  plain: { rich: false, write: lines({ words: same, title: same, text: same, source: (name, address) => `${name}: ${address}` }) },
  mail: { rich: true, write: pages('blockquote') },
  word: { rich: true, write: pages('div') }
}

/** Text as HTML shows it. */
export function escaped (text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

function same (text) {
  return text
}

/** For MarkdownV2 of Telegram's bots: every sign that means something is escaped. */
function markdown (text) {
  return text.replace(/[_*[\]()~`>#+\-=|{}.!\\]/g, '\\$&')
}

/** For Telegram's app: it knows no escape, so pairs of signs are held apart by a joiner without width. */
function held (text) {
  return text.replace(/([*_~|`])(?=\1)|`/g, '$&\u2060')
}

/** A writer of text, line by line. */
function lines ({ words, title, text, source }) {
  return (parts, whole) => parts.map(({ language, before, after, clauses }) => [
    before.trim() && words(before.trim()),
    ...clauses.map((clause) => [
      title(`${clause.number} ${clause.title[language]}`),
      whole && text(clause.text[language]),
      source(clause.name[language], clause.permalink[language])
    ].filter(Boolean).join('\n')),
    after.trim() && words(after.trim())
  ].filter(Boolean).join('\n\n')).filter(Boolean).join(`\n\n${words(RULE)}\n\n`)
}

/** A writer of formatted text: paragraphs, lists and tables that mail programs and Word keep. */
function pages (around) {
  return (parts, whole) => parts.map(({ language, before, after, clauses }) => [
    `<div lang="${language}">`,
    ...paragraphs(before),
    ...clauses.flatMap((clause) => [
      `<${around}>`,
      `<p><b>${escaped(`${clause.number} ${clause.title[language]}`)}</b></p>`,
      whole ? clause.html[language].replaceAll('<table>', '<table border="1">') : '',
      `<p><a href="${escaped(clause.permalink[language])}">${escaped(clause.name[language])}</a></p>`,
      `</${around}>`
    ]),
    ...paragraphs(after),
    '</div>'
  ].filter(Boolean).join('\n')).join('\n<hr>\n')
}

function paragraphs (words) {
  return words.trim().split(/\n{2,}/).filter(Boolean).map((each) => `<p>${escaped(each).replaceAll('\n', '<br>')}</p>`)
}
