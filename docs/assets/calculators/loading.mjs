/** How loading goes, told to who waits: a sentence for each stage, a bar and bytes for the download. */
export class Loading {
  #words
  #status
  #download
  #last

  /**
   * @param {HTMLElement} page - Holds the parts of partials/loading.html.
   * @param {import('./words.mjs').Words} words
   * @param {() => void} cancel
   */
  constructor (page, words, cancel) {
    this.#words = words
    this.#status = page.querySelector('[data-progress]')
    this.#download = page.querySelector('[data-download]')
    this.#download.querySelector('button').addEventListener('click', cancel)
    page.querySelector('[data-saving]').hidden = !navigator.connection?.saveData
  }

  /** Remember the stage; show it while somebody waits. */
  tell (stage, waiting) {
    this.#last = stage
    if (waiting) this.show()
    else this.hide()
  }

  /** Show where loading is, if it has begun. */
  show () {
    const { stage, bytes, total } = this.#last ?? {}
    if (!stage || stage === 'failed') return
    const told = this.#words.say(`progress.${stage}`)
    if (this.#status.textContent !== told) this.#status.textContent = told // announced once
    this.#download.hidden = stage !== 'download'
    if (stage !== 'download') return
    this.#download.querySelector('progress').value = bytes / total
    this.#download.querySelector('[data-bytes]').textContent =
      this.#words.say('progress.bytes', { bytes: megabytes(bytes), total: megabytes(total) })
  }

  hide () {
    this.#download.hidden = true
  }
}

function megabytes (bytes) {
  return (bytes / 1e6).toFixed(1)
}
