/** A calculator's page: the form, Python behind it, and the answer. */

import { Form } from './form.mjs'
import { Python } from './python.mjs'
import { Verdict } from './verdict.mjs'
import { Words } from './words.mjs'

// A slow download is told after so long; it goes on.
const SLOW = 10_000

const page = document.querySelector('[data-calculator-page]')
if (page) {
  // Whatever fails below, a press of the button never sends the answers anywhere.
  page.querySelector('form').addEventListener('submit', (event) => event.preventDefault())
  open(page).catch((error) => {
    console.warn('The page cannot work:', error)
    page.querySelector('[data-broken]').hidden = false
  })
}

async function open (page) {
  const words = await Words.load(document.documentElement.lang, page.dataset.words)
  const form = new Form(page.querySelector('form'), words)
  const verdict = new Verdict(page.querySelector('[data-verdict]'), words, page)
  const progress = page.querySelector('[data-progress]')
  const size = Number(page.dataset.bytes)
  const python = new Python(new URL(page.dataset.runtime, location).href, tell)
  let slow

  page.dataset.ready = ''
  form.form.addEventListener('focusin', () => python.start(), { once: true })
  form.form.addEventListener('submit', answer)
  page.querySelector('[data-reset]').addEventListener('click', () => {
    form.reset()
    verdict.clear()
  })
  page.querySelector('[data-share]').addEventListener('click', share)
  page.querySelector('[data-print]').addEventListener('click', () => window.print())

  async function answer () {
    form.clearFaults()
    page.dataset.state = 'asking'
    slow ??= setTimeout(() => { if (page.dataset.state === 'asking') page.dataset.slow = '' }, SLOW)
    try {
      const request = form.request()
      const given = await python.ask(request)
      page.dataset.state = 'answered'
      progress.textContent = ''
      show(given, request)
    } catch (error) {
      page.dataset.state = 'unavailable'
      progress.textContent = words.say([`unavailable.${error.cause}`, 'unavailable.start'])
      verdict.clear()
    }
  }

  function show (given, request) {
    const { error_field: field, error_code: code, error_values: values } = given
    if (['invalid_input', 'incomplete'].includes(given.status) && field) {
      const message = words.say([`error.${request.calculator}.${code}`, `error.${code}`, `error.${given.status}`], values ?? {})
      if (form.fault(field, message)) {
        verdict.clear()
        return
      }
      given.told = message
    }
    verdict.show(given, request)
    verdict.place.querySelector('h2')?.setAttribute('tabindex', '-1')
    verdict.place.querySelector('h2')?.focus()
    performance.mark('ereje.verdict')
  }

  /** Say how loading goes, until there is an answer to read. */
  function tell ({ stage, bytes }) {
    page.dataset.stage = stage
    if (stage === 'failed') return
    const percent = bytes ? Math.min(99, Math.round(100 * bytes / size)) : 0
    const told = stage === 'download' ? words.say('progress.download', { percent }) : words.say(`progress.${stage}`)
    progress.textContent = page.dataset.state === 'asking' || stage !== 'ready' ? told : ''
    if (stage === 'ready' && page.dataset.state !== 'asking') progress.textContent = ''
  }

  async function share () {
    const address = form.link()
    history.replaceState(null, '', address)
    try {
      await navigator.clipboard.writeText(address)
      progress.textContent = words.say('share.copied')
    } catch {
      progress.textContent = words.say('share.in_address_bar')
    }
  }
}
