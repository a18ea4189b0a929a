/** The reader's language: sentences by id, plural forms, figures as printed there. */

export class Words {
  #messages
  #plural

  /** @param {Record<string, string | Record<string, string>>} messages */
  constructor (language, messages) {
    this.language = language
    this.#messages = messages
    this.#plural = new Intl.PluralRules(language)
  }

  /** Fetch the messages of a language. */
  static async load (language, address) {
    const response = await fetch(address)
    if (!response.ok) throw new Error(`${response.status} for ${address}`)
    return new Words(language, await response.json())
  }

  has (key) {
    return key in this.#messages
  }

  /** The first of the ids that is worded, with its places filled; `n` chooses the plural. */
  say (keys, values = {}) {
    const key = [keys].flat().find((each) => this.has(each))
    if (key === undefined) return ''
    let message = this.#messages[key]
    if (typeof message === 'object') message = message[this.#plural.select(Number(values.n))] ?? message.other
    return message.replaceAll(/\{(\w+)\}/g, (place, name) => name in values ? this.figure(values[name]) : place)
  }

  /** A figure as this language writes it: 1,67 in Kazakh and Russian; dates by the calendar. */
  figure (value) {
    const text = String(value)
    if (/^\d{5,}$/.test(text)) return text.replace(/\B(?=(\d{3})+$)/g, '\u00a0')
    if (/^-?\d+\.\d+$/.test(text)) return this.language === 'en' ? text : text.replace('.', ',')
    const date = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?$/.exec(text)
    return date ? [this.#day(date), date[4]].filter(Boolean).join(', ') : text
  }

  #day ([, year, month, day]) {
    const names = this.#messages['calendar.months']?.split(' ')
    if (!names) return `${day}.${month}.${year}`
    return this.say('calendar.day', { day: String(Number(day)), month: names[Number(month) - 1], year })
  }
}
