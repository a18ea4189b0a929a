/**
 * The interpreter's memory as it is once our package is loaded: kept on the
 * device after a first verdict, it spares later visits the start.  It rests on
 * options that the runtime does not document, so it is only ever a short cut:
 * whatever goes wrong with it, Python starts as on a first visit.
 *
 * @typedef {object} Snapshot
 * @property {string} address - Where it is published, compressed.
 * @property {string} integrity - The checksum of what is published.
 * @property {number} size - Bytes of the image itself.
 */

const REFUSED = { headers: { 'X-Refused': '' } }

/** The image that an earlier visit kept. @param {Snapshot} snapshot @returns {Promise<Response | undefined>} */
export async function recall (snapshot) {
  try {
    const kept = await (await shelf(snapshot)).match(snapshot.address)
    return kept?.headers.has('X-Refused') ? undefined : kept
  } catch {
    // No store here, or none for us.
  }
}

/** What a kept image holds. @param {Response} kept @param {Snapshot} snapshot @throws {RangeError} when it is not whole */
export async function memory (kept, { size }) {
  const image = new Uint8Array(await kept.arrayBuffer())
  if (image.byteLength !== size) throw new RangeError(`${image.byteLength} of ${size} bytes`)
  return image
}

/** Keep the image for later visits, and no other; quietly not, where data or room is short. @param {Snapshot} snapshot */
export async function keep (snapshot) {
  if (navigator.connection?.saveData) return
  try {
    const kept = await shelf(snapshot)
    if (await kept.match(snapshot.address)) return
    const response = await fetch(snapshot.address, { integrity: snapshot.integrity, priority: 'low' })
    if (!response.ok) return
    for (const older of await kept.keys()) await kept.delete(older)
    await kept.put(snapshot.address, new Response(response.body.pipeThrough(new DecompressionStream('gzip'))))
  } catch (error) {
    console.info('No snapshot kept:', error.message)
  }
}

/** An empty image in its place: what led nowhere once is not fetched and tried on every visit. @param {Snapshot} snapshot */
export async function refuse (snapshot) {
  try {
    const kept = await shelf(snapshot)
    await kept.delete(snapshot.address) // makes room, should there be none
    await kept.put(snapshot.address, new Response(null, REFUSED))
  } catch {
    // No store here, or none for us.
  }
}

/** Sites of one origin have shelves of their own. */
function shelf ({ address }) {
  return caches.open(`ereje snapshot ${new URL('../', address).pathname}`)
}
