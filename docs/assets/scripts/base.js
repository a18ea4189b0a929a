/* What Material's bundle expects to find on window; a file of ours, since the
   security policy allows no inline script. */
{
  document.documentElement.classList.replace('no-js', 'js')
  const base = new URL(document.currentScript.dataset.base, location)
  const name = (scope, key) => `${scope.pathname}.${key}`

  window.__md_scope = base
  window.__md_hash = (text) => [...text].reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0)
  window.__md_get = (key, store = localStorage, scope = base) => JSON.parse(store.getItem(name(scope, key)))
  window.__md_set = (key, value, store = localStorage, scope = base) => {
    try {
      store.setItem(name(scope, key), JSON.stringify(value))
    } catch {
      // A full or forbidden store loses a preference, nothing more.
    }
  }
}
