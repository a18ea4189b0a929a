/**
 * Functions of the built engine, for the tests.
 *
 * Usage: node ask.mjs ENGINE_FOLDER FUNCTION REQUEST_JSON ANSWER_JSON
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const [folder, name, request, answer] = process.argv.slice(2)
const part = (path) => import(pathToFileURL(resolve(folder, path)))
const read = async (file) => JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8'))

const { LANGUAGES, clean, fold, formOf, forms, lower, packed, tokens } = await part('analyse/analyser.mjs')
const { fromLatin } = await part('analyse/latin.mjs')
const { counted, Whole } = await part('engine/whole.mjs')
const { edits } = await part('engine/edits.mjs')
const { Institutions, route, routed } = await part('engine/route.mjs')
const { naming, read: readQuery } = await part('engine/query.mjs')
const { snippet } = await part('engine/snippet.mjs')
const { load } = await part('engine/load.mjs')

const functions = {
  clean: (texts) => texts.map(clean),
  folded: (texts) => texts.map((text) => fold(lower(text))),
  tokens: (texts) => texts.map((text) => tokens(clean(text))),
  latin: (words) => words.map((word) => fromLatin(word)),
  typed: (texts) => texts.map((text) => readQuery(text).words.map(({ word }) => word)),
  named: (texts) => texts.map((text) => naming(readQuery(text).words, 'kk').map(({ word }) => word)),
  stems: (words) => forms('kk', words),
  edits: (pairs) => pairs.map(([one, other]) => { const count = edits(one, other, 2); return count === Infinity ? null : count }),
  snippets: ([text, word, width]) => snippet(text, (each) => Number(each === word), width),
  // As the build and then the browser take a text in: counted, cut, cut again from what was packed.
  indexed: (texts) => LANGUAGES.map((language) => {
    const records = texts.map((text) => [clean(text), clean(text)])
    const { list } = counted(records)
    const index = new Whole(language, records, language === 'kk' ? packed(list) : undefined)
    return list.every((word, at) => index.words.list[at] === word && index.words.form(at).stem) ? list.length : -1
  }),
  async routes (queries) {
    const { ids, names } = await read('common')
    const institutions = new Institutions(names)
    return queries.map((query) => {
      const { codes, rest } = institutions.named(query)
      const way = route(rest, codes.length > 0)
      return way ? routed(way, ids.filter((id) => !id.includes(':')), codes).slice(0, 5) : null
    })
  },
  async search (questions) {
    const engine = await load(read, ['kk', 'ru', 'en'])
    const answers = []
    for (const { text, ...asked } of questions) answers.push(await engine.search(text, asked))
    return answers
  },
  async vocabulary () {
    const engine = await load(read, ['kk', 'ru', 'en'])
    return Object.fromEntries(engine.languages.map((language) => {
      const { words } = engine.index(language)
      return [language, words.list.map((word, at) => [word, words.form(at), formOf(language, fold(word), new Map(), new Map())])]
    }))
  }
}

writeFileSync(answer, JSON.stringify(await functions[name](JSON.parse(readFileSync(request, 'utf8')))))
