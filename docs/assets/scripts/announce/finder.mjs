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
  #titles

  /** @param {import('./library.mjs').Library} library */
  constructor (library, language) {
    this.#library = library
    this.#language = language
  }

  /** Ids that stand in pasted links or were typed as they are, each once. */
  async pasted (text) {
    const known = new Set((await this.#known()).map(({ id }) => id))
    return [...new Set(text.toLowerCase().match(ID) ?? [])].filter((id) => known.has(id))
  }

  /** @returns {Promise<{ id: string, label: string }[]>} */
  async find (text) {
    const known = await this.#known()
    const ids = await this.#byWords(text) ?? byTitle(known, text, this.#language)
    const titles = new Map(known.map((each) => [each.id, each]))
    return ids.filter((id) => titles.has(id)).slice(0, MOST).map((id) => ({ id, label: this.label(titles.get(id)) }))
  }

  label ({ id, number, title }) {
    return `${id.split('-')[0].toUpperCase()} ${number} ${title[this.#language]}`
  }

  #known () {
    this.#titles ??= this.#library.titles()
    return this.#titles
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
