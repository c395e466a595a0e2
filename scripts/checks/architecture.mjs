import { cruise } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import extractTypeScriptConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { join } from 'node:path'
import { root as ownRoot } from '../runtime.mjs'
import { runIfStarted } from './report.mjs'

const config = join(ownRoot, '.dependency-cruiser.cjs')
const typeScriptConfig = join(ownRoot, 'tsconfig.base.json')

/** Fewer files than this means that the cruiser saw nothing, which it calls a success (as it does under TypeScript 7). */
const fewestFiles = 100

/** Imports that break the rules of .dependency-cruiser.cjs. */
export async function architectureProblems(root, leastFiles = fewestFiles) {
  const options = { ...(await extractOptions(config)), baseDir: root, outputType: 'json' }
  const { output } = await cruise(['contract/src', 'server/src', 'statistics/src', 'web/src'], options, undefined, {
    tsConfig: extractTypeScriptConfig(typeScriptConfig),
  })
  const { modules, summary } = JSON.parse(output)
  const own = modules.filter(({ source }) => /^(contract|server|statistics|web)\//u.test(source))
  if (own.length < leastFiles) return [`The import checker saw ${own.length} files only: it has gone blind.`]
  const reasons = new Map(options.ruleSet.forbidden.map(({ name, comment }) => [name, comment]))
  return summary.violations.map((violation) => `${sentenceOf(violation)}\n    ${reasons.get(violation.rule.name)}`)
}

const sentenceOf = ({ rule, from, to, cycle }) => `${rule.name}: ${from} -> ${cycle ? cycle.map(({ name }) => name).join(' -> ') : to}`

await runIfStarted(import.meta, architectureProblems)
