/**
 * The service worker: reading goes on without a network.
 *
 * One edition is on the shelf at a time.  What pages share is kept at once, the
 * pages of a language when it is first read, the calculators' runtime when it
 * is first used.  Every file is kept only if it has the checksum that this
 * worker was built with, so that a deployment in between cannot mix editions;
 * a newer worker waits until the reader asks for it.
 */

import { clientsClaim } from 'workbox-core'
import { PrecacheController } from 'workbox-precaching'
import { registerRoute } from 'workbox-routing'
import { CacheFirst } from 'workbox-strategies'
import { checksum } from '../../../docs/assets/calculators/checksum.mjs'

/* global ON_USE */

const COMMON = 'common'
const LANGUAGES = ['kk', 'ru', 'en']
const scope = new URL(self.registration.scope)
const named = (shelf) => `ereje ${shelf} ${scope.pathname}`
const shelves = new Map([COMMON, ...LANGUAGES].map((name) => [name, new PrecacheController({ cacheName: named(name) })]))
const onUse = new Map(Object.entries(ON_USE).map(([file, integrity]) => [new URL(file, scope).href, integrity]))
const addons = new URL('assets/addons/', scope).href
const complete = new Set()

for (const entry of self.__WB_MANIFEST) shelves.get(shelfOf(entry.url)).addToCacheList([entry])

self.addEventListener('install', (event) => event.waitUntil(install(event)))
self.addEventListener('activate', (event) => event.waitUntil(activate(event)))
self.addEventListener('message', (event) => {
  const { type, language } = event.data ?? {}
  if (type === 'show') self.skipWaiting()
  if (type === 'read' && LANGUAGES.includes(language)) event.waitUntil(keep(event, language))
  if (type === 'runtime') event.waitUntil(keepUsed((url) => !url.startsWith(addons)))
  if (type === 'tables') event.waitUntil(keepUsed(() => true))
})
clientsClaim()

registerRoute(({ url }) => keyOf(url), async ({ request, params: key }) => {
  return await caches.match(key, { ignoreVary: true }) ?? online(request)
})
registerRoute(({ url }) => onUse.has(url.href), new CacheFirst({
  cacheName: named('runtime'),
  matchOptions: { ignoreVary: true },
  plugins: [{ cacheWillUpdate: async ({ request, response }) => await isWhole(request, response.clone()) ? response : null }]
}))
registerRoute(({ request }) => request.mode === 'navigate', ({ request }) => online(request))

/** Which shelf a file belongs on; the pages that say "not now" belong to all. */
function shelfOf (url) {
  if (url !== './' && !url.endsWith('/')) return COMMON
  return /^(ru|en)\//.exec(url)?.[1] ?? 'kk'
}

/** Under what a page or file of this edition is kept, whatever the query. */
function keyOf (url) {
  const address = url.origin + url.pathname.replace(/index\.html$/, '')
  for (const shelf of shelves.values()) {
    const key = shelf.getCacheKeyForURL(address)
    if (key) return key
  }
}

/** The network; where there is none, a page that says so in the reader's language. */
async function online (request) {
  try {
    return await fetch(request)
  } catch (error) {
    if (request.mode !== 'navigate') throw error
    const [language] = new URL(request.url).pathname.slice(scope.pathname.length).split('/')
    const page = new URL(language === 'ru' || language === 'en' ? `${language}/503.html` : '503.html', scope)
    return await caches.match(keyOf(page), { ignoreVary: true }) ?? Response.error()
  }
}

/** A new edition is whole, in every language that was read, before it is offered. */
async function install (event) {
  await shelves.get(COMMON).install(event)
  for (const language of LANGUAGES) {
    if (await caches.has(named(language))) await shelves.get(language).install(event)
  }
}

/** From now on this edition: what belongs to another one goes. */
async function activate (event) {
  for (const [name, shelf] of shelves) {
    if (await caches.has(named(name))) await shelf.activate(event)
  }
  if (!await caches.has(named('runtime'))) return
  const kept = await caches.open(named('runtime'))
  for (const { url } of await kept.keys()) {
    if (!onUse.has(url)) await kept.delete(url)
  }
}

/** Keep the pages of a language; where they have changed meanwhile, look for a new worker. */
async function keep (event, language) {
  if (complete.has(language)) return
  try {
    const promises = []
    await shelves.get(language).install({ type: 'install', waitUntil: (promise) => promises.push(promise) })
    await Promise.all(promises)
    complete.add(language)
  } catch {
    await self.registration.update().catch(() => {})
  }
}

/** Keep the whole runtime once a calculator has used it, and what tables need once one was judged; the browser has most of it at hand. */
async function keepUsed (wanted) {
  const kept = await caches.open(named('runtime'))
  for (const [url, integrity] of onUse) {
    if (!wanted(url) || await kept.match(url, { ignoreVary: true })) continue
    await kept.add(new Request(url, { integrity })).catch(() => {})
  }
}

/** What came damaged is not kept: it would be given again and again. */
async function isWhole ({ url }, response) {
  return response.ok && onUse.get(url) === await checksum(await response.arrayBuffer())
}
