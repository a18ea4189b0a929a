/**
 * Around a clause: copy its text with the link, cite it, quote it elsewhere.
 * The words of the frame come from the page; those of citations from the
 * language in which one cites.
 */

import { footnote, frame, inText, quotation } from './announce/citation.mjs'
import { clauseText } from './announce/clause-text.mjs'
import { copy, select } from './announce/clipboard.mjs'
import { Library } from './announce/library.mjs'

const dialog = document.querySelector('[data-cite-dialog]')
if (dialog) start()

function start () {
  const library = new Library(dialog.dataset.root)
  const status = dialog.querySelector('[role="status"]')
  let clause

  document.addEventListener('click', async ({ target }) => {
    const text = target.closest?.('[data-copy-text]')
    if (text) return copyText(text)
    const cite = target.closest?.('[data-cite]')
    if (cite) return open(cite)
  })

  for (const choice of dialog.querySelectorAll('input[name="cite-language"]')) choice.addEventListener('change', show)
  for (const button of dialog.querySelectorAll('[data-copy]')) {
    button.addEventListener('click', async () => {
      const field = document.getElementById(button.dataset.copy)
      const done = await copy(field.value)
      if (!done) select(field)
      status.textContent = done ? dialog.dataset.copied : dialog.dataset.copyFailed
    })
  }
  dialog.querySelector('[data-close]').addEventListener('click', () => dialog.close())

  /** Open the dialog at once; what it shows follows. */
  async function open (button) {
    dialog.showModal()
    status.textContent = ''
    try {
      clause = await library.clause(button.dataset.cite)
      await show()
    } catch {
      status.textContent = dialog.dataset.failed
    }
  }

  async function show () {
    status.textContent = ''
    const language = dialog.querySelector('input[name="cite-language"]:checked').value
    const words = await library.words(language)
    const texts = {
      'cite-in-text': inText(clause, language, words),
      'cite-footnote': footnote(clause, language, words, new Date()),
      'cite-quotation': quotation(clause, language),
      'cite-frame': frame(clause, language)
    }
    for (const [id, text] of Object.entries(texts)) {
      const field = document.getElementById(id)
      field.value = text
      field.lang = language
    }
  }
}

/** Number, title, text and permalink of the clause, as it stands on the page. */
async function copyText (button) {
  const section = button.closest('.clause')
  const address = new URL(button.dataset.copyText, location).href
  const done = await copy(`${clauseText(section)}\n${button.dataset.name}: ${address}`)
  const said = document.querySelector('.toast')
  said.textContent = done ? dialog.dataset.copied : dialog.dataset.copyFailed
  setTimeout(() => { said.textContent = '' }, 4000)
}
