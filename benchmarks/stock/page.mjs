const form = document.querySelector('form')

form.addEventListener('submit', (event) => {
  event.preventDefault()
  performance.mark('ereje.worker')
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }) => {
    document.querySelector('output').textContent = data
    performance.mark('ereje.verdict')
  })
  worker.postMessage(decodeURIComponent(location.hash.slice(1)))
})
if (location.hash) form.requestSubmit()
