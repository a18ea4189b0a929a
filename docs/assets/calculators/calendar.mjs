/** Days as a calendar file, to the letter of RFC 5545. */

const LONGEST = 75 // octets of a line, its end not counted
const bytes = new TextEncoder()

/**
 * @typedef {object} Entry
 * @property {string} id - The same for the same day of the same rule, so that a second import replaces the first.
 * @property {string} when - A day, YYYY-MM-DD, or a local moment, YYYY-MM-DDThh:mm.
 * @property {string} title
 * @property {string} text
 * @property {string} [address]
 *
 * @param {Entry[]} entries
 * @param {Date} now - When the file is made.
 * @returns {string} the file, lines ending as the standard wants
 */
export function calendar (entries, now) {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '')
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Ereje//Calculators//KK', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH',
    ...entries.flatMap((entry) => event(entry, stamp)),
    'END:VCALENDAR'
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function event ({ id, when, title, text, address }, stamp) {
  return [
    'BEGIN:VEVENT', `UID:${escaped(id)}`, `DTSTAMP:${stamp}`, starts(when),
    `SUMMARY:${escaped(title)}`, `DESCRIPTION:${escaped(text)}`, ...(address ? [`URL:${address}`] : []),
    'TRANSP:TRANSPARENT', 'END:VEVENT'
  ]
}

/** A whole day, or a moment where the reader is: the documents name no time zone. */
function starts (when) {
  const [day, time] = when.replace(/[-:]/g, '').split('T')
  return time ? `DTSTART:${day}T${time.padEnd(6, '0')}` : `DTSTART;VALUE=DATE:${day}`
}

function escaped (text) {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n').replace(/\p{Cc}/gu, '')
}

/** A line broken where it grows too long, never inside a letter. */
function folded (line) {
  const parts = ['']
  let size = 0
  for (const letter of line) {
    const weight = bytes.encode(letter).length
    if (size + weight > LONGEST) {
      parts.push('')
      size = 1 // the space that begins a continued line
    }
    parts[parts.length - 1] += letter
    size += weight
  }
  return parts.join('\r\n ')
}
