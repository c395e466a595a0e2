// `npm run freeze-migrations`: what is published must never change, since databases have gone through it.
import { freezeMigrations } from './checks/migrations.mjs'
import { root } from './runtime.mjs'

const problems = await freezeMigrations(root)
for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0
