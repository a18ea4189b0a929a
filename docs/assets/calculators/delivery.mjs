/** The bundle's files: fetched side by side, counted as they come, handed on only with the right checksum. */

import { checksum } from './checksum.mjs'

const EVERY = 100 // milliseconds between two words about progress
const { fetch } = globalThis // the runtime, while it starts, is given another that asks here

export class Damaged extends Error {}

export class Delivery {
  #folder
  #files
  #tell
  #coming = new Map()
  #way = new Map()
  #told = -Infinity

  /**
   * @param {string} folder - Absolute address of the bundle, ending in a slash.
   * @param {Object<string, {size: number, integrity: string}>} files - What it consists of.
   * @param {(bytes: number, total: number) => void} tell - Hears how many bytes have come over the
   *   network, or from what is kept of it, and of how many.
   */
  constructor (folder, files, tell) {
    this.#folder = folder
    this.#files = files
    this.#tell = tell
  }

  /**
   * The content of a file; asking begins to fetch it.
   *
   * @returns {Promise<ArrayBuffer>}
   * @throws {Damaged} when it is not the file that was built
   * @throws {TypeError} when it cannot be had
   */
  bytes (name) {
    if (!this.#coming.has(name)) {
      const coming = this.#fetch(name)
      coming.catch(() => {}) // whoever waits for it is told
      this.#coming.set(name, coming)
    }
    return this.#coming.get(name)
  }

  /** The same as the answer to a request, for who expects one. */
  async response (name) {
    const type = name.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream'
    return new Response(await this.bytes(name), { headers: { 'Content-Type': type } })
  }

  /** Once more past what the browser keeps, where that is damaged: it would keep it for a year. */
  async #fetch (name) {
    try {
      return await this.#attempt(name)
    } catch (error) {
      if (error instanceof Damaged) return this.#attempt(name, { cache: 'reload' })
      throw error
    }
  }

  async #attempt (name, how = {}) {
    const { size, integrity } = this.#files[name]
    this.#way.set(name, { came: 0, all: size })
    // Where a page has no checksums of its own (not https), the browser checks, and tells nothing on the way.
    const response = await fetch(this.#folder + name, self.crypto.subtle ? how : { integrity })
    if (!response.ok) throw new TypeError(`${response.status} for ${response.url}`)
    const all = Number(response.headers.get('Content-Length')) || size // what travels, compressed or not
    const content = await this.#read(name, response.body, size, all)
    if (self.crypto.subtle && await checksum(content) !== integrity) throw new Damaged(name)
    return content
  }

  /** Gather the content; a file of another size is not ours. */
  async #read (name, body, size, all) {
    const content = new Uint8Array(size)
    let came = 0
    for (const reader = body.getReader(); ;) {
      const { done, value } = await reader.read()
      if (done) break
      if (came + value.byteLength > size) {
        reader.cancel().catch(() => {})
        throw new Damaged(name)
      }
      content.set(value, came)
      came += value.byteLength
      this.#way.set(name, { came: all * came / size, all })
      this.#count()
    }
    if (came < size) throw new Damaged(name)
    return content.buffer
  }

  /** Tell, but not with every packet: the page has other things to do. */
  #count () {
    const now = performance.now()
    if (now - this.#told < EVERY) return
    this.#told = now
    const sum = (key) => Math.round([...this.#way.values()].reduce((total, each) => total + each[key], 0))
    this.#tell(sum('came'), sum('all'))
  }
}
