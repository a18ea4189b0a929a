/** A calculator's page: the form, Python behind it, and the answer. */

import { copy, download } from '../scripts/announce/clipboard.mjs'
import { bundleOf } from './bundle.mjs'
import { calendar } from './calendar.mjs'
import { dates } from './dates.mjs'
import { Form } from './form.mjs'
import { offer } from './holidays.mjs'
import { onIntent } from './intent.mjs'
import { Loading } from './loading.mjs'
import { Profile } from './profile.mjs'
import { Python, PythonUnavailable } from './python.mjs'
import { Report } from './report.mjs'
import { Verdict } from './verdict.mjs'
import { Words } from './words.mjs'

// A slow download is told after so long; it goes on.
const SLOW = 10_000

const page = document.querySelector('[data-calculator-page]')
if (page) {
  // Whatever fails below, a press of the button never sends the answers anywhere.
  const form = page.querySelector('form')
  let pressed = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    pressed = true
  })
  const begin = async () => {
    const broken = page.querySelector('[data-broken]')
    broken.hidden = true
    try {
      await open(page, () => pressed)
    } catch (error) {
      console.warn('The page cannot work:', error)
      broken.hidden = false
      form.addEventListener('submit', begin, { once: true })
    }
  }
  begin()
}

async function open (page, early) {
  const words = await Words.load(document.documentElement.lang, page.dataset.words)
  const python = new Python(bundleOf(page), (stage) => {
    page.dataset.stage = stage.stage
    loading.tell(stage, page.dataset.state === 'asking')
  })
  const loading = new Loading(page, words, () => python.stop())
  const form = new Form(page.querySelector('form'), words)
  const profile = new Profile(page.querySelector('[data-profile]'), words)
  let report, entries
  const verdict = new Verdict(page.querySelector('[data-verdict]'), words, page)
  const progress = page.querySelector('[data-progress]')
  let slow

  profile.fill(form)
  warn()
  await offer(form)
  page.dataset.ready = ''
  // Once asked, only the button asks again: what the reader has stopped stays so.
  onIntent(form.form, () => { if (!page.dataset.state) python.start() })
  form.form.addEventListener('submit', answer)
  page.querySelector('[data-reset]').addEventListener('click', () => {
    form.reset()
    verdict.clear()
    delete page.dataset.state
    offer(form)
  })
  page.querySelector('[data-share]').addEventListener('click', share)
  page.querySelector('[data-copy-report]').addEventListener('click', async () => {
    progress.textContent = words.say(await copy(report.text()) ? 'report.copied' : 'report.not_copied')
  })
  page.querySelector('[data-calendar]').addEventListener('click', () => {
    download(calendar(entries, new Date()), 'text/calendar;charset=utf-8', `${form.name}.ics`)
  })
  page.querySelector('[data-print]').addEventListener('click', () => window.print())
  if (early() || (form.linked && !form.misfits.length)) answer()

  async function answer () {
    form.clearFaults()
    page.dataset.state = 'asking'
    loading.show()
    clearTimeout(slow)
    slow = setTimeout(() => { if (page.dataset.state === 'asking') page.dataset.slow = '' }, SLOW)
    try {
      const request = form.request()
      const given = await python.ask(request)
      page.dataset.state = 'answered'
      progress.textContent = ''
      show(given, request)
    } catch (error) {
      const { cause } = error
      if (!(error instanceof PythonUnavailable)) console.warn('A fault of ours:', error)
      page.dataset.state = 'unavailable'
      progress.textContent = words.say([`unavailable.${cause}`, 'unavailable.start'])
      verdict.clear()
      if (cause === 'stopped') form.form.querySelector('[type=submit]').focus()
    }
    loading.hide()
    delete page.dataset.slow
  }

  function show (given, request) {
    const { error_field: field, error_code: code, error_values: values } = given
    if (['invalid_input', 'incomplete'].includes(given.status) && field) {
      const message = words.say([`error.${request.calculator}.${code}`, `error.${code}`, `error.${given.status}`], values ?? {})
      if (form.fault(field, message)) {
        page.dataset.state = 'refused'
        verdict.clear()
        return
      }
      given.told = message
    }
    verdict.show(given, request)
    profile.keep(request)
    report = new Report(page, words, form, given, new Date())
    report.print(page.querySelector('[data-printed]'))
    entries = dates(given, request, report, words)
    page.querySelector('[data-calendar]').hidden = !entries.length
    verdict.place.querySelector('h2')?.setAttribute('tabindex', '-1')
    verdict.place.querySelector('h2')?.focus()
    performance.mark('ereje.verdict')
  }

  /** An old or damaged link fills what it can, and the page says so. */
  function warn () {
    const place = page.querySelector('[data-link-notice]')
    if (!form.misfits.length) return
    const fields = [...new Set(form.misfits.filter(Boolean))].map((label) => `«${label}»`).join(', ')
    place.textContent = [words.say('link.partly'), fields && words.say('link.fields', { fields })].filter(Boolean).join(' ')
    place.hidden = false
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
