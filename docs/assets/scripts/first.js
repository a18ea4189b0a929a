/* Before anything is painted or started. */

// Styles for readers with JavaScript hold from here on.
document.documentElement.classList.replace('no-js', 'js')

// No text becomes HTML, and a worker's script comes from here or not at all;
// browsers without the interface have the security policy alone.
globalThis.trustedTypes?.createPolicy('default', {
  createScriptURL: (address) => new URL(address, document.baseURI).origin === location.origin ? address : null
})

// The reader's colours: the stored choice, or what the device prefers.
{
  let chosen
  try {
    chosen = localStorage.getItem('ereje.colours')
  } catch {
    // No store: the device decides.
  }
  const preferred = matchMedia('(prefers-color-scheme: dark)').matches ? 'slate' : 'default'
  document.body.setAttribute('data-md-color-scheme', chosen ?? preferred)
}
