import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runIfStarted } from './report.mjs'
import { placesOf, textOf } from './sources.mjs'

/** Pictures, fonts and archives have no words. */
const text = /\.(ts|tsx|mjs|cjs|js|json|jsonc|md|css|html|svg|ya?ml|txt|sh|webmanifest)$|(^|\/)[^.]+$|^\.(ci\/|git|ox|npmrc)/u
/** Folders of one machine: a path that only its owner has. */
const machinePaths = /(?<![\w.$}])\/(work\/(?!flows)|home\/(?!user\b)\w|Users\/\w|tmp\/brief)/u

/** Traces of the machine or the network where the product was made. */
export async function wordProblems(root) {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 }).split(
    '\n',
  )
  const files = listed.filter((path) => text.test(path) && existsSync(join(root, path)))
  return [
    ...files
      .flatMap((path) => placesOf(root, path, machinePaths))
      .filter((place) => !place.startsWith('scripts/checks/words.mjs'))
      .map((place) => `${place}: a path of one machine`),
    ...foreignPackages(root),
  ]
}

/** The lockfile names packages and their checksums; where they are fetched from is the installer's own matter. */
function foreignPackages(root) {
  const { packages } = JSON.parse(textOf(root, 'package-lock.json'))
  return Object.entries(packages).flatMap(([path, { resolved, link }]) => {
    if (link || resolved === undefined || resolved.startsWith('https://registry.npmjs.org/')) return []
    return [`package-lock.json: ${path} is fetched from ${resolved}`]
  })
}

await runIfStarted(import.meta, wordProblems)
