/**
 * The search's words in the page's language, fetched once.
 */

let fetched

/** @returns {Promise<(key: string, values?: Record<string, string | number>) => string>} */
export function wording () {
  fetched ??= fetch(new URL(`words-${document.documentElement.lang}.json`, import.meta.url))
    .then((response) => response.json())
    .then((messages) => filler(messages, document.documentElement.lang))
  fetched.catch(() => { fetched = undefined })
  return fetched
}

/** Fills `{places}`; `n` chooses the plural form. */
function filler (messages, language) {
  const plural = new Intl.PluralRules(language)
  return (key, values = {}) => {
    let message = messages[key]
    if (typeof message !== 'string') message = message[plural.select(values.n)] ?? message.other
    return message.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place)
  }
}
