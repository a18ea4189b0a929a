/** Who asks, kept on this device alone, so that it is asked once. */

const PLACE = 'ereje.profile'
const FIELDS = ['institution', 'level', 'track', 'form', 'year_completed']

export class Profile {
  #bar
  #words

  /**
   * @param {HTMLElement} bar - Shows what is kept; knows the names of the institutions.
   * @param {import('./words.mjs').Words} words
   */
  constructor (bar, words) {
    this.#bar = bar
    this.#words = words
    bar.querySelector('[data-forget]').addEventListener('click', () => this.#forget())
    this.#show()
  }

  /** Answer what the form asks and the reader has left blank. */
  fill (form) {
    form.fill(this.#kept())
  }

  /** Remember what the reader has answered; a blank answer takes nothing away. */
  keep (request) {
    const said = { institution: request.institution, ...request.inputs }
    const known = FIELDS.filter((name) => typeof said[name] === 'string' && said[name] && said[name] !== 'any')
    if (!known.length) return
    const kept = { ...this.#kept(), ...Object.fromEntries(known.map((name) => [name, said[name]])) }
    try {
      localStorage.setItem(PLACE, JSON.stringify(kept))
    } catch {
      return // a full or forbidden store: it is asked again on the next page
    }
    this.#show()
  }

  #kept () {
    try {
      const kept = JSON.parse(localStorage.getItem(PLACE)) ?? {}
      return Object.fromEntries(FIELDS.filter((name) => typeof kept[name] === 'string').map((name) => [name, kept[name].slice(0, 40)]))
    } catch {
      return {}
    }
  }

  #show () {
    const kept = this.#kept()
    const said = FIELDS.filter((name) => kept[name]).map((name) => this.#worded(name, kept[name])).filter(Boolean)
    this.#bar.hidden = !said.length
    this.#bar.querySelector('[data-forget]').hidden = false
    this.#bar.querySelector('[data-kept]').textContent = this.#words.say('profile.kept', { answers: said.join(', ') })
  }

  #worded (name, value) {
    if (name === 'institution') return JSON.parse(this.#bar.dataset.institutions)[value]
    if (name === 'year_completed') return /^\d{1,2}$/.test(value) ? this.#words.say('profile.year', { year: value }) : ''
    return this.#words.say(`choice.${name}.${value}`) || this.#words.say(`choice.${value}`)
  }

  /** One tap: nothing is left of it; what the form shows stays the reader's own. */
  #forget () {
    try {
      localStorage.removeItem(PLACE)
    } catch {
      // Where nothing can be kept there is nothing to forget.
    }
    const told = this.#bar.querySelector('[data-kept]')
    told.textContent = this.#words.say('profile.forgotten')
    this.#bar.querySelector('[data-forget]').hidden = true
    told.focus()
  }
}
