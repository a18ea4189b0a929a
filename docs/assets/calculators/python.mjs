/** The page's side of Python: started when first needed, watched while it loads. */

// Nothing new for so long, while loading, is told as a failure.  Without https
// a page cannot check a file itself, and hears of it only when it is whole.
const SILENCE = globalThis.isSecureContext === false ? 120_000 : 15_000

export class PythonUnavailable extends Error {
  /** @param {string} cause - A `cause` of messages.mjs, or "silence" or "fault". */
  constructor (cause, detail = '') {
    super(`${cause}: ${detail}`)
    this.cause = cause
  }
}

export class Python {
  #worker
  #bundle
  #asked = 0
  #waiting = new Map()
  #timer
  #ready = false
  #unproven = false // started from a snapshot that has not answered yet
  #more

  /**
   * @param {object} bundle - See bundle.mjs.
   * @param {object} [more]
   * @param {string} more.worker - The script that answers.
   * @param {number} more.silence - How long an answer may take, in milliseconds.
   * @param {object} more.start - What else the script is told when it starts.
   */
  constructor (bundle, onStage = () => {}, { worker = './worker.mjs', silence = SILENCE, start = {} } = {}) {
    this.#bundle = bundle
    this.#more = { worker, silence, start }
    this.onStage = onStage
  }

  /** Begin loading; harmless when loading has begun. */
  start () {
    if (this.#worker) return
    this.#begin({ ...this.#bundle, ...this.#more.start })
  }

  #begin (told) {
    performance.mark('ereje.worker')
    const worker = new Worker(new URL(this.#more.worker, import.meta.url), { type: 'module' })
    const current = (hear) => (event) => { if (worker === this.#worker) hear(event) } // an ended one may have spoken last
    worker.addEventListener('message', current(({ data }) => this.#hear(data)))
    // A script that did not come has no message.
    worker.addEventListener('error', current(({ message }) => this.#fail(message ? 'start' : 'download', message)))
    worker.postMessage(told)
    this.#worker = worker
    this.#watch()
  }

  /**
   * Ask the calculators.
   *
   * @param {object} request - See the calculators' contract.
   * @param {Uint8Array} [bytes] - A file beside it.
   * @returns {Promise<object>} their answer
   * @throws {PythonUnavailable} when Python cannot run or does not answer
   */
  ask (request, bytes) {
    this.start()
    const question = { id: ++this.#asked, request: JSON.stringify(request), bytes }
    return new Promise((resolve, reject) => {
      this.#waiting.set(question.id, { question, resolve, reject })
      this.#worker.postMessage(question)
      if (this.#ready) this.#watch()
    })
  }

  /** End what is being done, at once; the next question starts anew. */
  stop () {
    clearTimeout(this.#timer)
    this.#end()
    for (const { reject } of this.#waiting.values()) reject(new PythonUnavailable('stopped'))
    this.#waiting.clear()
  }

  #end () {
    this.#worker?.terminate()
    this.#worker = undefined
    this.#ready = this.#unproven = false
  }

  /** Once more from the beginning, without the short cut that led nowhere. */
  #anew () {
    this.#end()
    this.#begin({ ...this.#bundle, ...this.#more.start, anew: true })
    for (const { question } of this.#waiting.values()) this.#worker.postMessage(question)
  }

  #hear (data) {
    if (data.stage) this.#enter(data)
    else this.#reply(data)
  }

  #enter (data) {
    if (data.stage === 'failed') return this.#fail(data.cause, data.detail)
    this.#ready = data.stage === 'ready'
    if (this.#ready) performance.mark('ereje.ready')
    this.#unproven ||= Boolean(data.restored)
    this.#watch()
    this.onStage(data)
  }

  #reply ({ id, answer, bytes, fault }) {
    if (fault !== undefined && this.#unproven) return this.#fail('fault', fault)
    this.#unproven = false
    const { resolve, reject } = this.#waiting.get(id) ?? {}
    this.#waiting.delete(id)
    this.#watch()
    if (fault !== undefined) {
      console.warn('A fault of ours:', fault)
      return reject?.(new PythonUnavailable('fault', fault))
    }
    resolve?.(bytes ? { ...JSON.parse(answer), bytes } : JSON.parse(answer))
  }

  /** Give up on a worker that has been silent for too long while something is owed. */
  #watch () {
    clearTimeout(this.#timer)
    if (this.#ready && this.#waiting.size === 0) return
    this.#timer = setTimeout(() => this.#fail('silence'), this.#more.silence)
  }

  #fail (cause, detail) {
    clearTimeout(this.#timer)
    console.warn('Python is not available:', cause, detail)
    if (this.#unproven) return this.#anew()
    for (const { reject } of this.#waiting.values()) reject(new PythonUnavailable(cause, detail))
    this.#waiting.clear()
    this.stop()
    this.onStage({ stage: 'failed', cause })
  }
}
