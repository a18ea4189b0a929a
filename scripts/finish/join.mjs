/**
 * Join each script with what it imports, in place.
 *
 *   node join.mjs ASSETS SCRIPT…
 */

import { build } from 'esbuild'

const [assets, ...scripts] = process.argv.slice(2)

await build({
  entryPoints: scripts,
  outdir: assets,
  outbase: assets,
  outExtension: { '.js': '.mjs' },
  allowOverwrite: true,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none' // licences.txt has them all
})
