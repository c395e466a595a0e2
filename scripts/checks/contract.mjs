import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runIfStarted } from './report.mjs'
import { filesBelow, isForTests, textOf } from './sources.mjs'

/** Endpoints declared twice, and what the contract names but nobody uses: permissions, events, failures. */
export async function contractProblems(root) {
  const { contract, events, failures, permissions } = await import(pathToFileURL(join(root, 'contract/src/index.ts')).href)
  const routes = Object.entries(contract).flatMap(([noun, verbs]) =>
    Object.entries(verbs).map(([verb, route]) => ({ name: `${noun}.${verb}`, ...route })),
  )
  const server = filesBelow(root, ['server/src'], /\.ts$/u)
    .filter((path) => !isForTests(path))
    .map((path) => textOf(root, path))
    .join('\n')
  const isNamed = (key) => server.includes(`'${key}'`)
  const isRefusal = (code) => isNamed(code) || new RegExp(`\\b(constraint|index) ${code.replaceAll('-', '_')}\\b`, 'u').test(server)
  return [
    ...twice(routes),
    ...unused('permission', Object.keys(permissions), (key) => isNamed(key) || routes.some(({ permission }) => permission === key)),
    ...unused('event', Object.keys(events), isNamed),
    ...unused('failure', Object.keys(failures), isRefusal),
  ]
}

/** Two routes of one method and shape of path: only the first would ever be reached. */
function twice(routes) {
  const seen = new Map()
  return routes.flatMap(({ name, method, path }) => {
    const shape = `${method} ${path.replaceAll(/:\w+/gu, ':')}`
    const first = seen.get(shape)
    seen.set(shape, first ?? name)
    return first ? [`${name}: ${shape} is ${first} already`] : []
  })
}

const unused = (kind, keys, isUsed) =>
  keys.filter((key) => !isUsed(key)).map((key) => `${key}: this ${kind} is in the contract, and the server never uses it`)

await runIfStarted(import.meta, contractProblems)
