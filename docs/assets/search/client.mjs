/**
 * The page's side of the worker: started at the first sign of a search.
 */

/** Answers questions in the order asked; an older answer never follows a newer. */
export class Client {
  #languages
  #worker
  #answered
  #failed
  #id = 0
  #asked = null

  /**
   * @param {string} language - The page's.
   * @param {(answer: import('./engine/engine.mjs').Answer, complete: boolean) => void} answered
   * @param {(fault: string) => void} failed
   */
  constructor (language, answered, failed) {
    this.#languages = [language, ...['kk', 'ru', 'en'].filter((other) => other !== language)]
    this.#answered = answered
    this.#failed = failed
  }

  /** Fetch engine and index; safe to call often. */
  open () {
    if (this.#worker) return
    this.#worker = new Worker(new URL('worker.mjs', import.meta.url), { type: 'module' })
    this.#worker.addEventListener('message', ({ data }) => this.#receive(data))
    this.#worker.addEventListener('error', (event) => this.#fail(event.message ?? 'the worker did not start'))
    this.#worker.postMessage({ kind: 'open', languages: this.#languages })
  }

  /**
   * @param {string} text
   * @param {{ code?: string, limit?: number }} [only]
   */
  ask (text, only = {}) {
    this.open()
    this.#asked = { id: ++this.#id, text, ...only }
    this.#worker.postMessage(this.#asked)
  }

  /** Whatever is still being answered is wanted no more. */
  forget () {
    this.#id++
  }

  #receive ({ id, answer, complete, failed }) {
    if (failed) this.#fail(failed)
    else if (id === this.#id) this.#answered(answer, complete)
  }

  /** A search that broke may be tried again: perhaps the network was away. */
  #fail (fault) {
    this.#worker.terminate()
    this.#worker = undefined
    this.#failed(fault)
  }
}
