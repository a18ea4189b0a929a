/**
 * Call once at the first sign that somebody will ask: the form comes into view
 * while the page is idle, or it is touched.  Where data is saved there is none
 * before the button is pressed; on a slow line, none before a touch.
 *
 * @param {HTMLFormElement} form
 * @param {() => void} begin - Harmless when called again.
 */
export function onIntent (form, begin) {
  const { saveData = false, effectiveType = '4g' } = navigator.connection ?? {}
  if (saveData) return
  for (const sign of ['focusin', 'pointerdown']) form.addEventListener(sign, begin, { once: true })
  if (effectiveType !== '4g') return
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    seen.disconnect()
    whenIdle(begin)
  })
  whenLoaded(() => seen.observe(form))
}

function whenLoaded (task) {
  if (document.readyState === 'complete') task()
  else window.addEventListener('load', task, { once: true })
}

function whenIdle (task) {
  if ('requestIdleCallback' in window) window.requestIdleCallback(() => task())
  else setTimeout(task, 500)
}
