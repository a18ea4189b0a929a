/* Runs before Material's bundle.  The bundle asks every alternate for a sitemap
   beside it, which is not there; renamed, the links are left alone.  Search
   engines read the page as served. */
for (const link of document.querySelectorAll('head link[rel="alternate"][hreflang]')) {
  link.rel = 'alternate translation'
}
