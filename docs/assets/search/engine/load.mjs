/**
 * From the fetched files to an engine that answers.
 */

import { Engine } from './engine.mjs'
import { Split } from './split.mjs'
import { Whole } from './whole.mjs'

export { fold, formOf } from '../analyse/analyser.mjs' // the analyser that goes with the index

/**
 * The fields of every record of one language.
 *
 * @param {object} common - common.json
 * @param {{ titles: string[], texts: string[], chapters: string[], terms: string[], stems?: string }} parts - kk.json …
 * @param {string[] | null} [official] - official.json, for Kazakh alone.
 * @returns {(string | undefined)[][]}
 */
export function assembled (common, parts, official) {
  return parts.titles.map((title, record) => [
    title,
    parts.texts[record],
    official?.[record],
    common.terms[record]?.map((term) => parts.terms[term]).join('. '),
    parts.chapters[common.chapters[record]],
    aliases(title)
  ])
}

/** What a title says in brackets is another name for it: «… жүйесі (ECTS)». */
function aliases (title) {
  return [...title.matchAll(/\(([^()]+)\)/g)].map(([, alias]) => alias).join(' · ') || undefined
}

/**
 * An engine that knows one language after the other.
 *
 * @param {(name: string) => Promise<any>} read - Reads `kk` from kk.json.
 * @param {string[]} languages - The page's own first.
 * @param {(engine: Engine, language: string) => void | Promise<void>} [arrived] - Waited for: an
 *   answer in the page's language is not held up by the next language.
 */
export async function load (read, languages, arrived = () => {}) {
  const files = new Map(languages.map((language) => [language, read(language)]))
  for (const file of files.values()) file.catch(() => {})
  const common = await read('common')
  const engine = new Engine(common)
  for (const [language, file] of files) {
    const parts = await file
    const official = language === 'kk' && common.official && !parts.split ? await read('official') : null
    engine.add(language, parts.split ? new Split(language, parts, read) : new Whole(language, assembled(common, parts, official), parts.stems))
    await arrived(engine, language)
  }
  return engine
}
