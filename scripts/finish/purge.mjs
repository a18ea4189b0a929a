/**
 * Leave out of a style sheet what no page and no script of the site can wear.
 *
 *   node purge.mjs SITE SHEET   rewrites the sheet in place
 */

import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { PurgeCSS } from 'purgecss'

const [site, sheet] = process.argv.slice(2).map((path) => resolve(path))

const [purged] = await new PurgeCSS().purge({
  content: [`${site}/**/*.html`, `${site}/assets/**/*.mjs`, `${site}/assets/scripts/*.js`],
  skippedContentGlobs: [`${site}/assets/runtime/**`],
  css: [sheet],
  keyframes: true,
  variables: true
})

writeFileSync(sheet, purged.css)
