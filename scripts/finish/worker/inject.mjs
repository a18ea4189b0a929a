/**
 * Build the service worker and write into it what this edition consists of.
 *
 *   node inject.mjs SITE WORK   writes SITE/sw.js; WORK is a folder for what lies between
 */

import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { injectManifest } from 'workbox-build'

const [site, work] = process.argv.slice(2).map((path) => resolve(path))
const TWINS = ['**/*.br', '**/*.gz']

await build({
  entryPoints: [fileURLToPath(new URL('worker.mjs', import.meta.url))],
  outfile: join(work, 'worker.js'),
  bundle: true,
  minify: true,
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"', ON_USE: JSON.stringify(onUse()) }
})
const { count, size, warnings } = await injectManifest({
  swSrc: join(work, 'worker.js'),
  swDest: join(site, 'sw.js'),
  globDirectory: site,
  globPatterns: ['**/*.html', 'assets/*/**/*.{css,js,mjs,json,woff2,txt,tsv,bin}', 'assets/{icons,app}/*'],
  globIgnores: [...TWINS, '{,ru/,en/}{c,embed,e}/**', '**/404.html', 'assets/{runtime,cards,images}/**', '**/OFL.txt'],
  maximumFileSizeToCacheInBytes: 8_000_000,
  manifestTransforms: [(entries) => ({ manifest: entries.map(checked), warnings: [] })]
})
if (warnings.length) throw new Error(warnings.join('\n'))
console.log(`offline: ${count} files, ${(size / 1e6).toFixed(1)} MB in all languages`)

/** The address as a reader has it, and the only content that it may have. */
function checked ({ url, size }) {
  const digest = createHash('sha256').update(readFileSync(join(site, url))).digest()
  return {
    size,
    url: url.replace(/(^|\/)index\.html$/, '$1') || './',
    revision: digest.toString('hex').slice(0, 12),
    integrity: `sha256-${digest.toString('base64')}`
  }
}

/** The bundle's files and those for tables, with their checksums; memory images are the calculators' own to keep. */
function onUse () {
  const files = ['runtime', 'addons'].flatMap((folder) => readdirSync(join(site, 'assets', folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/\.(br|gz)$|snapshot/.test(entry.name))
    .map((entry) => relative(site, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  return Object.fromEntries(files.sort().map((url) => [url, checked({ url }).integrity]))
}
