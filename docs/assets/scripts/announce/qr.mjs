/** The QR code of an address, as a drawing and as files for a poster. */

const MARGIN = 4 // modules of white that scanners need
const PNG_MODULE = 24 // pixels: sharp on a sheet of A4

/** @param {import('./library.mjs').Library} library */
export async function qrCode (library, address) {
  const [{ generate, correction }, { toSvg, toSvgSource }] = await Promise.all([
    import(library.address('assets/vendor/lean-qr/index.mjs').href),
    import(library.address('assets/vendor/lean-qr/extras/svg.mjs').href)
  ])
  const code = generate(address, { minCorrectionLevel: correction.M })
  const options = { on: 'black', off: 'white', pad: MARGIN }
  return {
    drawing: toSvg(code, document, options),
    svg: toSvgSource(code, { ...options, xmlDeclaration: true, scale: 10 }),
    png: () => png(code)
  }
}

function png (code) {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = (code.size + 2 * MARGIN) * PNG_MODULE
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = '#000'
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      if (code.get(x, y)) pen.fillRect((x + MARGIN) * PNG_MODULE, (y + MARGIN) * PNG_MODULE, PNG_MODULE, PNG_MODULE)
    }
  }
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}
