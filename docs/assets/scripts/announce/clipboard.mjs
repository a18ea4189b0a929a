/** Puts text, formatted or not, on the clipboard. */

/**
 * @param {string} text
 * @param {string} [html] - The same with its formatting.
 * @returns {Promise<boolean>} False where the browser refuses.
 */
export async function copy (text, html) {
  try {
    if (html && window.ClipboardItem) {
      const blob = (content, type) => new Blob([content], { type })
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob(text, 'text/plain'), 'text/html': blob(html, 'text/html') })])
    } else await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** Select what is shown, so that the reader can copy it by hand. */
export function select (element) {
  if (element.select) return element.select()
  getSelection().selectAllChildren(element)
}

/** Let the reader keep a file. */
export function download (content, type, name) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
