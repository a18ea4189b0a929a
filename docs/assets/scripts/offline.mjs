/**
 * Reading without a network: starts the service worker once the page is read,
 * tells it what to keep, and says when a new edition is there.  A browser
 * without service workers, or a reader who saves data, loses nothing else.
 */

const script = document.querySelector('script[data-worker]')
const language = document.documentElement.lang

if ('serviceWorker' in navigator && !navigator.connection?.saveData) {
  // A calculator goes first: what is kept for later must not hold up the answer.
  if (document.querySelector('[data-calculator-page]')) whenMarked('ereje.verdict', start)
  else if (document.readyState === 'complete') start()
  else addEventListener('load', start)
}

function whenMarked (name, task) {
  const observer = new PerformanceObserver((list) => {
    if (!list.getEntriesByName(name).length) return
    observer.disconnect()
    task()
  })
  observer.observe({ type: 'mark', buffered: true })
}

async function start () {
  const worker = new URL(script.dataset.worker, location)
  try {
    const registration = await navigator.serviceWorker.register(worker, { scope: new URL('./', worker), updateViaCache: 'none' })
    watch(registration)
    const { active } = await navigator.serviceWorker.ready
    active.postMessage({ type: 'read', language })
    whenMarked('ereje.verdict', () => active.postMessage({ type: 'runtime' }))
    whenMarked('ereje.table', () => active.postMessage({ type: 'tables' }))
  } catch (error) {
    // Private windows and some in-app browsers refuse; the site needs no worker.
    console.info('No offline reading here:', error.message)
  }
}

/** Tell the reader when another edition waits; one that is there already counts too. */
function watch (registration) {
  const tell = () => {
    if (registration.waiting && navigator.serviceWorker.controller) offer(registration)
  }
  tell()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', tell)
  })
}

/** One sentence and two buttons; nothing is reloaded until the reader says so. */
function offer (registration) {
  if (document.querySelector('.edition')) return
  const box = document.createElement('div')
  box.className = 'edition'
  box.setAttribute('role', 'status')
  document.body.append(box)
  const text = document.createElement('p')
  text.textContent = script.dataset.fresh
  const show = button(script.dataset.show, 'primary-button')
  const later = button(script.dataset.later, 'plain-button')
  box.append(text, show, later)
  later.addEventListener('click', () => box.remove())
  show.addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
    if (registration.waiting) registration.waiting.postMessage({ type: 'show' })
    else location.reload() // another tab has shown it already
  })
}

function button (text, kind) {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = kind
  made.textContent = text
  return made
}
