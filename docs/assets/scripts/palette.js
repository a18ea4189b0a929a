/* Paint in the reader's colours before the first pixel: the stored choice, or
   what the device prefers. */
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
