/** The page for tables: a file in, columns put right, every row judged, a file out. */

import { download } from '../scripts/announce/clipboard.mjs'
import { bundleOf } from './bundle.mjs'
import { grid } from './grid.mjs'
import { Loading } from './loading.mjs'
import { Python } from './python.mjs'
import { cells } from './row-verdict.mjs'
import { element } from './verdict.mjs'
import { Words } from './words.mjs'

const CHUNK = 100 // rows between two looks at the cancel button
const SHOWN = 200 // rows of the result on the page; the files hold all
const LARGEST = 20_000_000 // bytes of a file
const PATIENCE = 120_000 // a workbook takes its time on a phone
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const page = document.querySelector('[data-table-page]')
if (page) open().catch((error) => console.warn('The page cannot work:', error))

async function open () {
  const words = await Words.load(document.documentElement.lang, page.dataset.words)
  const part = (name) => page.querySelector(`[data-${name}]`)
  const named = { clauses: JSON.parse(page.dataset.clauses), labels: JSON.parse(page.dataset.labels) }
  const addon = (name) => ({ address: new URL(page.dataset[name], location).href, integrity: page.dataset[`${name}Integrity`] })
  const python = new Python(bundleOf(page), (stage) => loading.tell(stage, stage.stage !== 'ready'), {
    worker: './table-worker.mjs', silence: PATIENCE, start: { tables: addon('tables'), spreadsheets: addon('spreadsheets') }
  })
  const loading = new Loading(page, words, () => python.stop())
  let opened, source, judged

  part('file').addEventListener('change', ({ target }) => target.files[0] && take(target.files[0]))
  part('read').addEventListener('click', () => read({ text: part('text').value }))
  part('drop').addEventListener('dragover', (event) => event.preventDefault())
  part('drop').addEventListener('drop', (event) => {
    event.preventDefault()
    const [file] = event.dataTransfer.files
    if (file) take(file)
  })
  part('calculator').addEventListener('change', match)
  part('run').addEventListener('click', run)
  part('cancel').addEventListener('click', () => python.stop())
  for (const button of page.querySelectorAll('[data-save]')) button.addEventListener('click', () => save(button.dataset.save))
  page.dataset.ready = ''

  async function take (file) {
    if (file.size > LARGEST) return fail('too_large')
    const bytes = new Uint8Array(await file.arrayBuffer())
    await read({ bytes, xlsx: bytes[0] === 0x50 && bytes[1] === 0x4b })
  }

  /** Ask for one step; what goes wrong is told, and nothing comes back. */
  async function step (request, bytes) {
    part('error').textContent = ''
    try {
      const given = await python.ask(request, bytes)
      if (!given.error) return given
      fail(given.error)
    } catch ({ cause }) {
      if (cause === 'stopped') part('progress').textContent = words.say('table.cancelled')
      else part('error').textContent = words.say([`unavailable.${cause}`, 'unavailable.start'])
    }
  }

  function fail (code) {
    part('progress').textContent = ''
    part('error').textContent = words.say([`table.error.${code}`, 'table.error.not_a_table'])
  }

  async function read ({ bytes, text, xlsx = false }) {
    part('columns-step').hidden = part('result-step').hidden = true
    source = { request: bytes ? { step: 'open', xlsx } : { step: 'open', text }, bytes }
    part('progress').textContent = words.say('table.reading')
    opened = await step(source.request, source.bytes)
    if (!opened) return
    part('progress').textContent = words.say('table.rows', { n: opened.rows })
    if (opened.calculator) part('calculator').value = opened.calculator
    part('preview').replaceChildren(grid(opened.header, opened.first))
    await match()
    part('columns-step').hidden = false
    page.querySelector('#columns').focus()
  }

  /** A list for every input: the column it was found in, for the reader to put right. */
  async function match () {
    const calculator = part('calculator').value
    const found = await step({ step: 'columns', calculator })
    if (!found) return
    part('matching').replaceChildren(...found.columns.map((path) => {
      const select = element('select', { id: `column-${path}` })
      select.dataset.path = path
      select.append(element('option', { value: '', text: words.say('table.none') }))
      select.append(...opened.header.map((text, place) => element('option', { value: String(place), text: text || String(place + 1) })))
      select.value = String(found.matched[path] ?? '')
      const label = element('label', { text: named.labels[calculator][path], htmlFor: select.id })
      const field = element('div', { className: 'field' })
      field.append(label, select)
      return field
    }))
  }

  async function run () {
    const calculator = part('calculator').value
    const chosen = [...part('matching').querySelectorAll('select')].filter(({ value }) => value !== '')
    const places = Object.fromEntries(chosen.map(({ dataset, value }) => [dataset.path, Number(value)]))
    const request = { step: 'judge', calculator, institution: part('institution').value, places, count: CHUNK }
    const bar = part('bar')
    busy(true)
    bar.max = opened.rows
    judged = { calculator, rows: [], counts: new Map() }
    try {
      // After a cancelled run the worker is new and has not read the table.
      if (page.dataset.stopped !== undefined && !await step(source.request, source.bytes)) return
      delete page.dataset.stopped
      for (let first = 0; first < opened.rows; first += CHUNK) {
        bar.value = first
        part('progress').textContent = words.say('table.judged', { done: String(first), all: String(opened.rows) })
        const given = await step({ ...request, first })
        if (!given) {
          page.dataset.stopped = ''
          return
        }
        given.answers.forEach((answer, place) => add(given.rows[place], answer))
      }
      show()
    } finally {
      busy(false)
    }
  }

  function add (row, answer) {
    const { counts, calculator, rows } = judged
    counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1)
    rows.push([...opened.header.map((_, place) => row[place] ?? ''), ...cells(answer, calculator, words, named)])
  }

  function busy (on) {
    part('run').hidden = on
    part('cancel').hidden = part('bar').hidden = !on
    if (on) part('cancel').focus()
  }

  function table () {
    return [...opened.header, ...['verdict', 'why', 'change', 'clauses'].map((name) => words.say(`table.column.${name}`))]
  }

  function show () {
    part('progress').textContent = words.say('table.done', { n: judged.rows.length })
    part('counts').replaceChildren(...[...judged.counts].map(([status, n]) =>
      element('li', { text: words.say('table.count', { status: words.say([`table.status.${status}`, 'table.status.other']), n: String(n) }) })))
    part('shown').textContent = judged.rows.length > SHOWN ? words.say('table.shown', { n: SHOWN }) : ''
    part('results').replaceChildren(grid(table(), judged.rows.slice(0, SHOWN)))
    part('result-step').hidden = false
    page.querySelector('#results').focus()
    performance.mark('ereje.table')
  }

  async function save (kind) {
    const xlsx = kind === 'xlsx'
    part('progress').textContent = words.say('table.writing')
    const given = await step({ step: 'write', xlsx, rows: [table(), ...judged.rows] })
    if (!given) return
    part('progress').textContent = words.say('table.saved')
    download(new Blob([given.bytes], { type: xlsx ? XLSX : 'text/csv;charset=utf-8' }), '', `${judged.calculator}.${kind}`)
  }
}
