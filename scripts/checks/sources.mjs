import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

const skipped = new Set(['node_modules', 'dist', '.git', '.data', '.cache'])

/** Paths of the files below some folders of the repository, from its root, with `/`. */
export function filesBelow(root, folders, pattern) {
  return folders
    .flatMap((folder) => walk(join(root, folder)))
    .map((path) => relative(root, path).split(sep).join('/'))
    .filter((path) => pattern.test(path))
    .toSorted()
}

function walk(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : [path]
  })
}

/** The text of a file of the repository. */
export const textOf = (root, path) => readFileSync(join(root, path), 'utf8')

/** What is there for tests only. */
export const isForTests = (path) => /\.(test|stories|fixtures)\.tsx?$|\/testing\//u.test(path)

/** Every place where a pattern is found, as `path:line`. */
export function placesOf(root, path, pattern) {
  return textOf(root, path)
    .split('\n')
    .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : []))
}
