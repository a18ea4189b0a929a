/**
 * The announcement composer: picks clauses, shows the announcement in the
 * chosen form, copies it, draws the QR code.  Picked ids stand in the address,
 * so that a link brings them and a change of language keeps them; own words
 * stay on the page.
 */

import { copy, download, select } from './announce/clipboard.mjs'
import { Finder } from './announce/finder.mjs'
import { FORMS } from './announce/forms.mjs'
import { Library } from './announce/library.mjs'
import { qrCode } from './announce/qr.mjs'

// The only text of the site that becomes HTML: clauses from its own open data, own words escaped.
const trusted = globalThis.trustedTypes?.createPolicy('announcement', { createHTML: (html) => html }) ?? { createHTML: (html) => html }

const TELEGRAM_LONGEST = 4096
const composer = document.querySelector('[data-composer]')
const words = composer.dataset
const library = new Library(words.root)
const finder = new Finder(library, document.documentElement.lang)
const part = (name) => composer.querySelector(`[data-${name}]`)
const find = part('find')
let picked = []
let typing

composer.hidden = false
find.addEventListener('input', () => {
  clearTimeout(typing)
  typing = setTimeout(search, 200)
})
find.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter') return
  event.preventDefault()
  composer.querySelector('.found button')?.click()
})
composer.addEventListener('change', show)
for (const field of composer.querySelectorAll('[data-words]')) field.addEventListener('input', show)
part('copy').addEventListener('click', copyAll)
part('save-svg').addEventListener('click', async () => download((await currentCode()).svg, 'image/svg+xml', `${part('qr-clause').value}.svg`))
part('save-png').addEventListener('click', async () => download(await (await currentCode()).png(), 'image/png', `${part('qr-clause').value}.png`))
addEventListener('hashchange', fromAddress)
fromAddress()

/** Take the ids from the address: `#clauses=ietu-8.2,ietu-8.3`. */
async function fromAddress () {
  const asked = new URLSearchParams(location.hash.slice(1)).get('clauses')
  await pick(asked ? await finder.pasted(asked) : [], { only: true })
}

async function search () {
  const text = find.value.trim()
  const list = part('found')
  if (!text) return list.replaceChildren()
  const ids = await finder.pasted(text)
  if (ids.length) {
    find.value = ''
    list.replaceChildren()
    return pick(ids)
  }
  const found = await finder.find(text)
  if (find.value.trim() !== text) return // more was typed meanwhile
  list.replaceChildren(...found.map(({ id, label }) => item(button(label, () => take(id)))))
  say(found.length ? '' : words.nothing)
}

/** Pick a clause that was found, and be ready for the next one. */
async function take (id) {
  find.value = ''
  part('found').replaceChildren()
  await pick([id])
  find.focus()
}

/** Add clauses to those picked, or put them in their place. */
async function pick (ids, { only = false } = {}) {
  try {
    const clauses = await Promise.all(ids.map((id) => library.clause(id)))
    picked = [...only ? [] : picked, ...clauses.filter(({ id }) => only || !picked.some((each) => each.id === id))]
    changed()
  } catch {
    say(words.notLoaded)
  }
}

function changed () {
  const ids = picked.map(({ id }) => id)
  history.replaceState(null, '', ids.length ? `#clauses=${ids.join(',')}` : location.pathname + location.search)
  const language = document.documentElement.lang
  part('picked').replaceChildren(...picked.map((clause, at) => {
    const label = document.createElement('span')
    label.textContent = `${clause.name[language]}: ${clause.title[language]}`
    const up = button('↑', () => move(at, -1), `${words.up}: ${label.textContent}`)
    up.disabled = at === 0
    return item(label, up, button('✕', () => move(at, 0), `${words.remove}: ${label.textContent}`))
  }))
  part('qr-clause').replaceChildren(...picked.map((clause) => new Option(clause.name[language], clause.id)))
  show()
}

/** Move a picked clause up, or take it away. */
function move (at, by) {
  const [clause] = picked.splice(at, 1)
  if (by) picked.splice(at + by, 0, clause)
  changed()
  say(by ? '' : words.removed)
}

/** Show the announcement as it now stands. */
async function show () {
  const languages = chosen('language')
  for (const own of composer.querySelectorAll('[data-own]')) own.hidden = !languages.includes(own.dataset.own)
  if (!languages.length) say(words.noLanguage)
  const { form, text, html } = announcement()
  const preview = part('preview')
  preview.dataset.rich = String(form.rich)
  if (form.rich) {
    // Own words are escaped in it; the rest is the site's own text.
    preview.replaceChildren(...new DOMParser().parseFromString(trusted.createHTML(html), 'text/html').body.childNodes)
  } else preview.textContent = text
  part('source').value = form.rich ? html : text
  part('source-box').hidden = !form.rich
  part('length').textContent = text ? words.length.replace('{n}', String([...text].length)) : ''
  part('too-long').hidden = !(/^(telegram|markdown|html)$/.test(chosen('form')[0]) && text.length > TELEGRAM_LONGEST)
  part('result').hidden = part('qr').hidden = picked.length === 0
  await draw()
}

function announcement () {
  const whole = chosen('length')[0] === 'whole'
  const parts = chosen('language').map((language) => ({
    language,
    before: composer.querySelector(`[data-words="before-${language}"]`).value,
    after: composer.querySelector(`[data-words="after-${language}"]`).value,
    clauses: picked
  }))
  const form = FORMS[chosen('form')[0]]
  const written = picked.length ? form.write(parts, whole) : ''
  return { form, html: form.rich ? written : undefined, text: form.rich && picked.length ? FORMS.plain.write(parts, whole) : written }
}

async function copyAll () {
  say('')
  const { text, html } = announcement()
  const done = await copy(text, html)
  if (!done) select(part('preview'))
  say(done ? words.copied : words.copyFailed)
}

/** The address of the chosen clause as a QR code. */
function currentCode () {
  const clause = picked.find(({ id }) => id === part('qr-clause').value)
  return qrCode(library, clause.permalink[chosen('qr-language')[0]])
}

async function draw () {
  if (!picked.length) return part('qr-code').replaceChildren()
  const { drawing } = await currentCode()
  drawing.setAttribute('role', 'img')
  drawing.setAttribute('aria-label', `${words.qr}: ${part('qr-clause').selectedOptions[0].text}`)
  part('qr-code').replaceChildren(drawing)
}

function chosen (name) {
  return [...composer.querySelectorAll(`input[name="${name}"]:checked`)].map(({ value }) => value)
}

function item (...content) {
  const element = document.createElement('li')
  element.append(...content)
  return element
}

function button (text, act, label) {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = 'plain-button'
  element.textContent = text
  if (label) element.setAttribute('aria-label', label)
  element.addEventListener('click', act)
  return element
}

function say (text) {
  part('status').textContent = text
}
