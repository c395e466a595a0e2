import { root } from '../runtime.mjs'

/**
 * Runs a check when its file is the one that was started: prints each problem on a line, and ends with 1 if there is any.
 * A check takes the root of the repository and gives its problems as sentences.
 */
export async function runIfStarted(meta, check) {
  if (!meta.main) return
  const problems = await check(root)
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length > 0 ? 1 : 0
}
