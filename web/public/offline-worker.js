// Opens the app without a network: keeps its one page. The scripts that the page names are kept by the browser anyway,
// and what the server knows is kept nowhere.
const store = 'parvandeh-page'
const page = '/'

self.addEventListener('install', (event) => event.waitUntil(caches.open(store).then((kept) => kept.add(page))))

self.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate' && !new URL(event.request.url).pathname.startsWith('/api/')) event.respondWith(open(event.request))
})

async function open(request) {
  const kept = await caches.open(store)
  try {
    const answer = await fetch(request)
    // Every address of the app answers with the same page.
    if (answer.ok) await kept.put(page, answer.clone())
    return answer
  } catch (reason) {
    const last = await kept.match(page)
    if (last) return last
    throw reason
  }
}
