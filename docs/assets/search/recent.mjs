/**
 * What was searched for, kept on this device alone.
 */

const KEY = 'ereje.search.recent'
const MOST = 6

/** @returns {string[]} The latest first. */
export function recent () {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY))
    return Array.isArray(kept) ? kept.filter((text) => typeof text === 'string').slice(0, MOST) : []
  } catch {
    return []
  }
}

/** @param {string} text */
export function remember (text) {
  const trimmed = text.trim().slice(0, 200)
  if (trimmed) keep([trimmed, ...recent().filter((other) => other !== trimmed)].slice(0, MOST))
}

export function forgetAll () {
  keep([])
}

function keep (list) {
  try {
    if (list.length) localStorage.setItem(KEY, JSON.stringify(list))
    else localStorage.removeItem(KEY)
  } catch {
    // A full or forbidden store loses a convenience, nothing more.
  }
}
