/* Paint in the reader's colours before the first pixel: the stored choice, or
   what the device prefers. */
{
  const stored = (() => {
    try {
      return window.__md_get('__palette')
    } catch {
      return null
    }
  })()
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  const color = stored?.color ?? { scheme: dark ? 'slate' : 'default' }
  for (const [key, value] of Object.entries(color)) {
    document.body.setAttribute(`data-md-color-${key}`, value)
  }
}
