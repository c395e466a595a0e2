import { filesBelow, isForTests, placesOf } from './sources.mjs'
import { runIfStarted } from './report.mjs'

const holdsSql = /\.(queries|access)\.ts$|\/migrations\/|identity\/access\/row-scope\.ts$/u
const sqlItself = /\bsql(<[^`]*>)?`|\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\btablesOf\b/u
/** PostgreSQL's own clock and dice: under a distributed database each node would give its own. */
const unsaidValues = /\b(now|clock_timestamp|statement_timestamp|gen_random_uuid|uuidv7)\(\)|\bcurrent_(timestamp|date)\b/iu
/** What a decision must be given, not fetch. */
const fetched = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bprocess\.|\bawait\b/u

/** SQL outside the files that may hold it, values that SQL must be given, and decisions that fetch what they decide on. */
export async function sqlProblems(root) {
  const files = filesBelow(root, ['server/src/modules'], /\.ts$/u).filter((path) => !isForTests(path))
  const others = files.filter((path) => !holdsSql.test(path))
  const queries = files.filter((path) => holdsSql.test(path))
  const rules = files.filter((path) => path.endsWith('.rules.ts'))
  return [
    ...found(root, others, sqlItself, 'SQL stands in *.queries.ts only'),
    ...found(root, queries, unsaidValues, 'times and ids are parameters of SQL: context.now, newId(context.now)'),
    ...found(root, rules, fetched, 'a decision is given the time and all it decides on'),
  ]
}

const found = (root, files, pattern, reason) => files.flatMap((path) => placesOf(root, path, pattern)).map((place) => `${place}: ${reason}`)

await runIfStarted(import.meta, sqlProblems)
