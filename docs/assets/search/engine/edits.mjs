/**
 * Optimal string alignment: insertions, deletions, replacements and swaps of
 * neighbours, counted as far as is allowed.
 *
 * @param {string} one
 * @param {string} other
 * @param {number} allowed
 * @returns {number} The number of slips, or Infinity when there are more.
 */
export function edits (one, other, allowed) {
  if (Math.abs(one.length - other.length) > allowed) return Infinity
  let before = []
  let above = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row++) {
    const line = [row]
    let least = row
    for (let at = 1; at <= other.length; at++) {
      let cost = Math.min(above[at] + 1, line[at - 1] + 1, above[at - 1] + (one[row - 1] === other[at - 1] ? 0 : 1))
      if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]) cost = Math.min(cost, before[at - 2] + 1)
      line.push(cost)
      if (cost < least) least = cost
    }
    if (least > allowed) return Infinity
    before = above
    above = line
  }
  return above[other.length] <= allowed ? above[other.length] : Infinity
}
