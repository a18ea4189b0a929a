/** The SHA-256 of some bytes as `integrity` takes it. @param {ArrayBuffer} content */
export async function checksum (content) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', content))
  return `sha256-${btoa(String.fromCharCode(...bytes))}`
}
