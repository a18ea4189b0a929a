/**
 * Abbreviations: one explanation instead of two (the browser's own would open
 * beside ours), kept inside the window, closed by Esc.  Without this script
 * the style sheet alone shows them.
 */

const GAP = 12

for (const kind of ['pointerover', 'focusin']) document.addEventListener(kind, ({ target }) => open(target.closest?.('.abbr')))
for (const kind of ['pointerout', 'focusout']) document.addEventListener(kind, ({ target }) => close(target.closest?.('.abbr')))

document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return
  for (const shown of document.querySelectorAll('.abbr[data-full]')) shown.dataset.dismissed = ''
})

/** Take the title away while our bubble shows it, and move the bubble into view. */
function open (abbr) {
  if (!abbr?.title) return
  abbr.dataset.full = abbr.title
  abbr.removeAttribute('title')
  abbr.style.removeProperty('--abbr-shift')
  const bubble = getComputedStyle(abbr, '::after')
  if (bubble.position !== 'absolute') return
  const frame = (abbr.closest('.clause') ?? document.body).getBoundingClientRect()
  const { right } = abbr.getBoundingClientRect()
  const over = right + parseFloat(bubble.width) + GAP - frame.right
  if (over > 0) abbr.style.setProperty('--abbr-shift', `${-over - GAP}px`)
}

/** Give the title back once neither the pointer nor the focus is there. */
function close (abbr) {
  setTimeout(() => {
    if (!abbr?.dataset.full || abbr.matches(':hover, :focus')) return
    abbr.title = abbr.dataset.full
    delete abbr.dataset.full
    delete abbr.dataset.dismissed
  })
}
