/**
 * Clauses as the open data tells them, and the words of a language, each
 * fetched once from this site.
 *
 * @typedef {Record<'kk' | 'ru' | 'en', string>} ByLanguage
 *
 * @typedef {object} Clause - api/c/{id}.json; see api/schema.json.
 * @property {string} id
 * @property {string} number
 * @property {ByLanguage} name
 * @property {ByLanguage} reference
 * @property {ByLanguage} title
 * @property {ByLanguage} text
 * @property {ByLanguage} html
 * @property {ByLanguage} permalink
 * @property {{ year: number | null, title: ByLanguage, institution: ByLanguage }} document
 */
export class Library {
  #root
  #files = new Map()

  /** @param {URL | string} root - The site's root. */
  constructor (root) {
    this.#root = new URL(root, location)
  }

  /**
   * Its permalinks lead to the site that is being read, whatever address the
   * site was built for.
   *
   * @param {string} id @returns {Promise<Clause>}
   */
  async clause (id) {
    const clause = await this.#json(`api/c/${encodeURIComponent(id)}.json`)
    const here = (language) => this.address(`${language === 'kk' ? '' : `${language}/`}c/${id}/`).href
    return { ...clause, permalink: { kk: here('kk'), ru: here('ru'), en: here('en') } }
  }

  /** Every clause by number and title, and every regulation. */
  index () {
    return this.#json('api/index.json')
  }

  /** The words of a language: `words('cite.in_text', { name })`. */
  async words (language) {
    const messages = await this.#json(`assets/i18n/share-${language}.json`)
    return (key, places = {}) => messages[key].replace(/\{(\w+)\}/g, (whole, place) => String(places[place] ?? whole))
  }

  /** Address of a file of this site. */
  address (path) {
    return new URL(path, this.#root)
  }

  #json (path) {
    if (!this.#files.has(path)) {
      const file = fetch(this.address(path)).then((response) => {
        if (!response.ok) throw new Error(`${path}: ${response.status}`)
        return response.json()
      })
      file.catch(() => this.#files.delete(path)) // asked again, it may come
      this.#files.set(path, file)
    }
    return this.#files.get(path)
  }
}
