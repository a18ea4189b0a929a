/** What a page says of the calculators' bundle: where it lies, of which files it consists, what may stand for a start. */
export function bundleOf ({ dataset }) {
  const runtime = new URL(dataset.runtime, location).href
  const { name, ...image } = JSON.parse(dataset.snapshot ?? '{}')
  return { runtime, files: JSON.parse(dataset.files), snapshot: name && { ...image, address: runtime + name } }
}
