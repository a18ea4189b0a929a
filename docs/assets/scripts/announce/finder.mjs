/**
 * Clauses for what was typed: addresses and ids first, then the site's search,
 * then, where that does not load, numbers and titles.
 */

const ID = /(?<![\w.-])[a-z]+-[a-z0-9]+(?:[.-][a-z0-9]+)*/g
const MOST = 8

export class Finder {
  #library
  #language
  #search

  /** @param {import('./library.mjs').Library} library */
  constructor (library, language) {
    this.#library = library
    this.#language = language
  }

  /** Ids that stand in pasted links or were typed as they are, each once. */
  async pasted (text) {
    const known = new Set((await this.#library.index()).clauses.map(({ id }) => id))
    return [...new Set(text.toLowerCase().match(ID) ?? [])].filter((id) => known.has(id))
  }

  /** @returns {Promise<{ id: string, label: string }[]>} */
  async find (text) {
    const { clauses, regulations } = await this.#library.index()
    const ids = await this.#byWords(text) ?? byTitle(clauses, text, this.#language)
    const known = new Map(clauses.map((each) => [each.id, each]))
    const short = new Map(regulations.map((each) => [each.code, each.short[this.#language]]))
    return ids.filter((id) => known.has(id)).slice(0, MOST).map((id) => {
      const { number, title } = known.get(id)
      return { id, label: `${short.get(id.split('-')[0])} ${number} ${title[this.#language]}` }
    })
  }

  /** Null where the search is not to be had. */
  async #byWords (text) {
    try {
      this.#search ??= this.#load()
      const { clauses } = await (await this.#search).search(text, { language: this.#language, limit: MOST })
      return clauses.map(({ id }) => id)
    } catch {
      return null
    }
  }

  async #load () {
    const { load } = await import(this.#library.address('assets/search/engine/load.mjs').href)
    const languages = [this.#language, ...['kk', 'ru', 'en'].filter((each) => each !== this.#language)]
    return load(async (name) => {
      const response = await fetch(this.#library.address(`assets/search/${name}.json`))
      if (!response.ok) throw new Error(`${name}: ${response.status}`)
      return response.json()
    }, languages)
  }
}

function byTitle (known, text, language) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return known
    .filter(({ id, number, title }) => words.every((word) => number.startsWith(word) || id.startsWith(word) || title[language].toLowerCase().includes(word)))
    .map(({ id }) => id)
}
