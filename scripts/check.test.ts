import { execFile, execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { architectureProblems } from './checks/architecture.mjs'
import { contractProblems } from './checks/contract.mjs'
import { messageProblems } from './checks/messages.mjs'
import { checksumFile, freezeMigrations, migrationProblems } from './checks/migrations.mjs'
import { sqlProblems } from './checks/sql.mjs'
import { wordProblems } from './checks/words.mjs'
import { root } from './runtime.mjs'

const run = promisify(execFile)
const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { forbidden: { name: string }[] }

let tree: string
beforeAll(() => {
  tree = mkdtempSync(path.join(tmpdir(), 'parvandeh-planted-'))
  symlinkSync(path.join(root, 'node_modules'), path.join(tree, 'node_modules'))
})
afterAll(() => rmSync(tree, { recursive: true, force: true }))

/** Writes files into a folder of the planted tree and gives the folder. */
function plant(folder: string, files: Record<string, string>): string {
  const base = path.join(tree, folder)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.join(base, path.dirname(name)), { recursive: true })
    writeFileSync(path.join(base, name), content)
  }
  return base
}

/** An import in the wrong place, for each rule over imports: the file that holds it, and what it imports. */
const wrongImports: Record<string, [file: string, imported: string]> = {
  ...Object.fromEntries(
    forbidden.flatMap(({ name }) =>
      /^floors-(?!automation$)/u.test(name) ? [[name, [`server/src/modules/${name.slice(7)}/up.ts`, '../automation/index.ts']]] : [],
    ),
  ),
  'known-modules': ['server/src/modules/gossip/rumour.ts', '../../platform/found.ts'],
  'doors-between-modules': ['server/src/modules/kpi/window.ts', '../service/inside.ts'],
  'doors-from-outside': ['server/src/cli/window.ts', '../modules/service/inside.ts'],
  'platform-knows-no-module': ['server/src/platform/curious.ts', '../modules/service/index.ts'],
  'rules-are-pure': ['server/src/modules/service/reading.rules.ts', 'node:fs'],
  'only-queries-touch-sql': ['server/src/modules/service/hasty.ts', 'kysely'],
  'migrations-stand-alone': ['server/src/modules/service/migrations/0045-leaning.ts', '../inside.ts'],
  'contract-stands-on-zod': ['contract/src/heavy.ts', 'pg'],
  'statistics-stands-alone': ['statistics/src/leaning.ts', 'node:fs'],
  'web-and-server-are-strangers': ['web/src/api/shortcut.ts', '../../../server/src/platform/found.ts'],
  'only-app-wires': ['server/src/cli/wiring.ts', '../modules/service/service.routes.ts'],
  'only-the-process-opens-apps': ['server/src/cli/opening.ts', '../app.ts'],
  'modules-know-no-composition': ['server/src/modules/kpi/upward.ts', '../../process/front.ts'],
  'features-never-import-features': ['web/src/modules/kpi/borrowed.ts', '../customers/list.ts'],
  'routes-compose': ['web/src/modules/kpi/routed.ts', '../../routes/router.ts'],
  'ui-knows-no-module': ['web/src/ui/knowing.ts', '../modules/customers/list.ts'],
  'frame-knows-no-module': ['web/src/shell/knowing.ts', '../modules/customers/list.ts'],
  'no-cycles': ['server/src/platform/egg.ts', './hen.ts'],
  'product-without-tests': ['server/src/platform/pretending.ts', './made-up.fixtures.ts'],
  resolvable: ['server/src/platform/lost.ts', './nowhere.ts'],
}
const importing = (imported: string) => `import * as other from '${imported}'\nexport const seen = other\n`
const soundFiles = {
  'server/src/modules/automation/index.ts': importing('../../platform/found.ts'),
  'server/src/modules/service/index.ts': importing('./inside.ts'),
  'server/src/modules/service/inside.ts': "import type { Kysely } from 'kysely'\nexport type Database = Kysely<object>\n",
  'server/src/modules/service/service.routes.ts': importing('../../platform/found.ts'),
  'server/src/modules/customers/index.ts': importing('../../platform/found.ts'),
  'server/src/modules/service/allowed.ts': importing('../customers/index.ts'),
  'server/src/modules/service/asking.queries.ts': importing('kysely'),
  'server/src/modules/service/sound.rules.ts':
    "import type { Stats } from 'node:fs'\nimport { seen } from './other.rules.ts'\nexport const same = (stats: Stats) => [stats, seen]\n",
  'server/src/modules/service/other.rules.ts': 'export const seen = 1\n',
  'server/src/app.ts': importing('./modules/service/index.ts'),
  'server/src/process/front.ts': importing('../app.ts'),
  'server/src/platform/found.ts': 'export const found = 1\n',
  'server/src/platform/hen.ts': importing('./egg.ts'),
  'server/src/platform/made-up.fixtures.ts': importing('./found.ts'),
  'server/src/platform/alone.ts': 'export const alone = 1\n',
  'web/src/modules/customers/list.ts': importing('../../ui/button.ts'),
  'web/src/ui/button.ts': 'export const button = 1\n',
  'web/src/routes/router.ts': importing('../modules/customers/list.ts'),
  'contract/src/index.ts': importing('zod'),
  'statistics/src/index.ts': importing('./fit.ts'),
  'statistics/src/fit.ts': 'export const fit = 1\n',
}

describe('an import in the wrong place', () => {
  let problems: string[]
  beforeAll(async () => {
    const base = plant('imports', {
      ...soundFiles,
      ...Object.fromEntries(Object.values(wrongImports).map(([file, imported]) => [file, importing(imported)])),
    })
    problems = await architectureProblems(base, 10)
  }, 60_000)

  test.each(Object.entries(wrongImports))('is caught by %s', (name, [file]) => {
    expect(problems.filter((problem) => problem.startsWith(`${name}: ${file} -> `))).toHaveLength(1)
  })

  test('is caught where nobody imports the file at all', () => {
    expect(problems.filter((problem) => problem.startsWith('no-orphans: '))).toEqual([
      expect.stringContaining('server/src/platform/alone.ts'),
    ])
  })

  test('has a planted example for every rule', () => {
    const rules = forbidden.map(({ name }) => name).filter((name) => !['no-orphans', 'floors-automation'].includes(name))
    expect(Object.keys(wrongImports).toSorted()).toEqual(rules.toSorted())
  })

  test('is not seen in what is allowed', () => {
    const wrong = new Set(Object.values(wrongImports).map(([file]) => file))
    const others = problems.filter((problem) => !wrong.has(/^\S+: (\S+)/u.exec(problem)?.[1] ?? ''))
    expect(others).toEqual([expect.stringMatching(/^no-orphans: server\/src\/platform\/alone\.ts/u)])
  })

  test('is not missed because the checker saw nothing', async () => {
    const base = plant('blind', {
      'server/src/a.ts': 'export {}\n',
      'web/src/a.ts': 'export {}\n',
      'contract/src/a.ts': 'export {}\n',
      'statistics/src/a.ts': '',
    })
    expect(await architectureProblems(base)).toEqual([expect.stringContaining('gone blind')])
  })
})

describe('the linter', () => {
  const long = (lines: number) => Array.from({ length: lines }, (_, index) => `  give(${index})`).join('\n')
  const code: Record<string, [file: string, content: string]> = {
    'no-floating-promises': [
      'server/src/floating.ts',
      'const later = async (): Promise<void> => undefined\nexport const start = (): void => {\n  later()\n}\n',
    ],
    'no-misused-promises': [
      'server/src/misused.ts',
      'export const start = (items: string[]): void => items.forEach(async (item) => void item)\n',
    ],
    'no-explicit-any': ['server/src/any.ts', 'export const anything = (given: any): unknown => [given]\n'],
    'no-unsafe-member-access': ['server/src/unsafe.ts', 'export const first = (text: string): unknown => JSON.parse(text).first\n'],
    'switch-exhaustiveness-check': [
      'server/src/switch.ts',
      "export function say(word: 'a' | 'b'): string {\n  switch (word) {\n    case 'a':\n      return 'first'\n  }\n  return 'none'\n}\n",
    ],
    'max-lines': [
      'server/src/long.ts',
      `import { give } from './give.ts'\n${Array.from({ length: 260 }, (_, index) => `give(${index})`).join('\n')}\n`,
    ],
    'max-lines-per-function': ['server/src/tall.ts', `import { give } from './give.ts'\nexport function tall(): void {\n${long(61)}\n}\n`],
    'no-console': ['server/src/loud.ts', "console.log('here')\n"],
    'jsx-no-literals': ['web/src/Words.tsx', 'export const Words = () => <p>Customers</p>\n'],
    'rules-of-hooks': [
      'web/src/Hooked.tsx',
      "import { useState } from 'react'\nexport function Hooked({ on }: { on: boolean }) {\n  if (on) useState(1)\n  return null\n}\n",
    ],
  }
  const sound = {
    'server/src/give.ts': 'export const give = (given: unknown): unknown => given\n',
    'server/src/long.test.ts': `import { give } from './give.ts'\n${Array.from({ length: 260 }, (_, index) => `give(${index})`).join('\n')}\n`,
    'server/src/cli/say.ts': "console.log('here')\n",
  }
  let found: { filename: string; code: string; severity: string }[]

  beforeAll(async () => {
    const base = plant('lint', { ...sound, ...Object.fromEntries(Object.values(code)) })
    const settings = {
      extends: path.join(root, 'tsconfig.base.json'),
      compilerOptions: { jsx: 'react-jsx', types: ['node'] },
      include: ['server', 'web'],
    }
    writeFileSync(path.join(base, 'tsconfig.json'), JSON.stringify(settings))
    copyFileSync(path.join(root, '.oxlintrc.json'), path.join(base, '.oxlintrc.json'))
    const { stdout } = await run(path.join(root, 'node_modules/.bin/oxlint'), ['--format=json'], { cwd: base, maxBuffer: 2 ** 26 }).catch(
      (error: { stdout: string }) => error,
    )
    found = (JSON.parse(stdout) as { diagnostics: typeof found }).diagnostics
  }, 60_000)

  test.each(Object.entries(code))('refuses by %s', (rule, [file]) => {
    const caught = found.filter(({ filename, code: name }) => filename.endsWith(file) && name.includes(`(${rule})`))
    expect(caught.map(({ severity }) => severity)).toContain('error')
  })

  test('says nothing of tests that are long and of a command line that speaks', () => {
    expect(found.filter(({ filename }) => Object.keys(sound).some((file) => filename.endsWith(file)))).toEqual([])
  })
})

test('SQL outside queries, the database’s own clock, and decisions that look at the time are refused', async () => {
  const base = plant('sql', {
    'server/src/modules/service/close.ts': "export const close = (db) => db.updateTable('service.request')\n",
    'server/src/modules/service/asking.ts': 'export const ask = (tx) => sql<number>`select 1`.execute(tx)\n',
    'server/src/modules/service/close.queries.ts':
      'export const close = (tx) => sql`update service.request set closed_at = now()`.execute(tx)\n',
    'server/src/modules/service/close.rules.ts': 'export const isLate = (dueAt: Date): boolean => dueAt < new Date()\n',
    'server/src/modules/service/close.test.ts': 'const damage = sql`update service.request set closed_at = now()`\n',
  })
  expect(await sqlProblems(base)).toEqual([
    expect.stringMatching(/service\/asking\.ts:1: SQL stands in/u),
    expect.stringMatching(/service\/close\.ts:1: SQL stands in/u),
    expect.stringMatching(/close\.queries\.ts:1: times and ids are parameters/u),
    expect.stringMatching(/close\.rules\.ts:1: a decision is given the time/u),
  ])
})

test('words that one language lacks, Latin letters and Arabic ones in Persian sentences are refused', async () => {
  const base = plant('messages', {
    'web/src/desk/messages.fa.ts':
      "export const fa = { title: 'میز کار', open: 'باز', report: 'خروجی Report', file: 'فایل CSV', hint: (n: string) => `${n} customers` }\n",
    'web/src/desk/messages.en.ts': "export const en = { title: 'Desk', open: 'Open', report: 'Report', file: 'CSV file', more: 'More' }\n",
    'web/src/desk/Desk.tsx': "export const Desk = () => <Card title={`میز`} label={{ fa: 'میز', en: 'Desk' }} />\n",
    'contract/src/failures.ts': "export const failures = { 'not-found': { fa: 'پيدا نشد', en: 'Not found' } }\n",
  })
  expect(await messageProblems(base)).toEqual([
    'web/src/desk/messages.en.ts: lacks hint',
    'web/src/desk/messages.fa.ts: lacks more',
    expect.stringMatching(/failures\.ts:1: Arabic/u),
    expect.stringMatching(/Desk\.tsx:1: words stand in messages/u),
    expect.stringMatching(/messages\.fa\.ts:1: a Persian sentence holds Report/u),
    expect.stringMatching(/messages\.fa\.ts:1: a Persian sentence holds customers/u),
  ])
})

test('a route declared twice, and permissions, events and failures that nobody uses, are refused', async () => {
  const route = (method: string, at: string) => `{ method: '${method}', path: '${at}', permission: 'a.read' }`
  const base = plant('contract', {
    'contract/src/index.ts': `
      export const contract = { a: { show: ${route('GET', '/api/a/:id')}, find: ${route('GET', '/api/a/:name')}, add: ${route('POST', '/api/a/:id')} } }
      export const permissions = { 'a.read': {}, 'a.idle': {} }
      export const events = { 'a.happened': {}, 'a.never': {} }
      export const failures = { 'no-such-a': {}, 'one-a-only': {}, 'unheard-of': {} }\n`,
    'server/src/modules/a/add.ts': "publish('a.happened')\nthrow new AppError('no-such-a')\n",
    'server/src/modules/a/migrations/0001-a.ts': 'export const sql = `create unique index one_a_only on a.a (id)`\n',
  })
  expect(await contractProblems(base)).toEqual([
    'a.find: GET /api/a/: is a.show already',
    'a.idle: this permission is in the contract, and the server never uses it',
    'a.never: this event is in the contract, and the server never uses it',
    'unheard-of: this failure is in the contract, and the server never uses it',
  ])
})

describe('migrations', () => {
  const folder = 'server/src/modules/a/migrations'
  const migration = (text: string) => `export const sql = \`${text}\`\n`

  test('that were changed, removed, numbered twice or not frozen are refused', async () => {
    const frozen = {
      '0001-kept': '822ae07d4783158bc1912bb623e5107cc9002d519e1143a9c200ed6ee18b6d0f',
      '0002-changed': 'x',
      '0003-removed': 'x',
    }
    const base = plant('migrations', {
      [checksumFile]: JSON.stringify(frozen),
      [`${folder}/0001-kept.ts`]: migration('select 1'),
      [`${folder}/0002-changed.ts`]: migration('select 2'),
      [`${folder}/0002-fresh.ts`]: migration('select 3'),
    })
    expect(await migrationProblems(base)).toEqual([
      '0003-removed: a frozen migration is gone',
      '0002-fresh: not frozen yet; run npm run freeze-migrations',
      '0002-changed: differs from its frozen self; write a new migration instead',
      '0002: two migrations have this number',
    ])
  })

  test('are frozen by a command, which refuses those that are published', async () => {
    const base = plant('freezing', { [`${folder}/0001-first.ts`]: migration('select 1'), [checksumFile]: '{}' })
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=تست', '-c', 'user.email=test@example.org', ...args], { cwd: base })
    git('init', '-q')
    expect(await freezeMigrations(base)).toEqual([])
    expect(await migrationProblems(base)).toEqual([])
    git('add', '-A')
    git('commit', '-q', '-m', 'published')
    rmSync(path.join(base, folder, '0001-first.ts'))
    plant('freezing', { [`${folder}/0002-second.ts`]: migration('select 2') })
    expect(await freezeMigrations(base)).toEqual(['0001-first is published and was changed or removed; write a new migration instead.'])
  })
})

const home = ['', 'home'].join('/')

test('paths of one machine, and packages fetched from elsewhere, are refused', async () => {
  const base = plant('words', {
    'docs/guide.md': `Look into ${home}/sara/notes.txt\nor into https://example.org/home/page\n`,
    'package-lock.json': JSON.stringify({
      packages: {
        'node_modules/a': { resolved: 'https://mirror.example/a.tgz' },
        'node_modules/b': { resolved: 'https://registry.npmjs.org/b.tgz' },
        'node_modules/c': {},
      },
    }),
  })
  execFileSync('git', ['init', '-q'], { cwd: base })
  expect(await wordProblems(base)).toEqual([
    'docs/guide.md:1: a path of one machine',
    'package-lock.json: node_modules/a is fetched from https://mirror.example/a.tgz',
  ])
})
