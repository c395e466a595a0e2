import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogueRules, moduleOf, ours, placesIn } from '../../testing/catalogue-rules.ts'
import type { Placed } from '../../testing/catalogue-rules.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import type { TestApp } from '../../testing/open-test-app.ts'
import { listMigrations } from './migrate.ts'

const role = 'parvandeh_app'
let site: TestApp
let placed: Placed

beforeAll(async () => {
  site = await openTestApp()
  placed = placesIn(await listMigrations())
})
afterAll(() => site.close())

describe('in the database that the migrations make', () => {
  test.each(Object.entries(catalogueRules))('%s', async (_name, rule) => {
    expect(await rule({ owner: site.owner, placed })).toEqual([])
  })

  test('there are tables of files at all', () => {
    expect([...placed.values()].filter((place) => place === 'customer_id').length).toBeGreaterThan(10)
  })
})

test('each of these rules catches the table that breaks it', async () => {
  const spoilt = new Map([
    ...placed,
    ['marketing.deal', 'customer_id'],
    ['marketing.deal_line', 'customer_id'],
    ['marketing.number', 'number'],
    ['marketing.draft', 'local'],
    ['marketing.shared', 'reference'],
  ])
  await site.owner.query('begin')
  try {
    await site.owner.query(spoiling)
    const found: Record<string, string[]> = {}
    for (const [name, rule] of Object.entries(catalogueRules)) found[name] = (await rule({ owner: site.owner, placed: spoilt })).toSorted()
    expect(found).toEqual(caught)
  } finally {
    await site.owner.query('rollback')
  }
})

/** One table for each mistake that people make. */
const spoiling = `
  create schema marketing;
  create schema gossip;
  create table gossip.rumour (id uuid primary key);
  create table marketing.number (number bigint primary key, customer_id uuid, constraint number_of_one unique (customer_id));
  create table marketing.draft (id uuid primary key, at timestamptz default now(), number bigint generated always as identity);
  create table marketing.shared (id uuid primary key, code text unique);
  create table marketing.deal (customer_id uuid, id uuid, draft_id uuid, number bigint, owner_id uuid, primary key (customer_id, id), constraint deal_id_alone unique (id));
  create table marketing.deal_line (id uuid primary key, customer_id uuid, deal_id uuid) partition by hash (id);
  alter table marketing.deal add constraint deal_of_draft foreign key (draft_id) references marketing.draft (id);
  alter table marketing.deal add constraint deal_of_number foreign key (number) references marketing.number (number);
  alter table marketing.deal add constraint deal_of_owner foreign key (owner_id) references identity.person (id) on delete set null;
  alter table marketing.deal_line add constraint line_of_deal foreign key (deal_id) references marketing.deal (id) on update cascade;
  alter table identity.person add column deal_id uuid constraint person_of_shared references marketing.shared (id);
  create index deal_by_number_2 on marketing.deal (number);
  create function marketing.react() returns trigger language plpgsql as 'begin return new; end';
  create trigger deal_changed before update on marketing.deal for each row execute function marketing.react();
`

const caught: Record<keyof typeof catalogueRules, string[]> = {
  'every table has been given a place': ['gossip.rumour'],
  'every schema is a module of the architecture': ['gossip'],
  'ids, times and numbers come from the application': ['marketing.draft.at', 'marketing.draft.number'],
  'a table of files is keyed by the file first, then by a UUID; a link by what it joins': ['marketing.deal_line'],
  'a table of files has no index on the id alone': ['deal_id_alone', 'deal_line_pkey'],
  'what is spread over nodes has no triggers': ['deal_changed'],
  'what is spread over nodes is unique only together with what it is spread by': ['deal_id_alone', 'deal_line_pkey', 'number_of_one'],
  'a table is partitioned by id or not at all': ['marketing.deal_line'],
  'a foreign key between tables of files holds the file': ['line_of_deal: marketing.deal_line to marketing.deal'],
  'a foreign key joins no table of files with a local one or a look-up': [
    'deal_of_draft: marketing.deal to marketing.draft',
    'deal_of_number: marketing.deal to marketing.number',
  ],
  'a foreign key neither empties a column on delete nor changes one on update': [
    'deal_of_owner: marketing.deal to identity.person',
    'line_of_deal: marketing.deal_line to marketing.deal',
  ],
  'a foreign key points down the floors, or stays at home': ['person_of_shared: identity.person to marketing.shared'],
  'names of constraints and indexes are given, short, and cannot be taken for a shard': ['deal_by_number_2', 'shared_code_key'],
}

describe("the application's role", () => {
  test('adds to the audit trail and can neither change nor empty it', async () => {
    const rights = ['insert', 'select', 'update', 'delete', 'truncate'].map(
      (right) => `has_table_privilege('${role}', 'identity.audit_entry', '${right}') as "${right}"`,
    )
    const found = await site.owner.query(`select ${rights.join(', ')}`)
    expect(found.rows).toEqual([{ insert: true, select: true, update: false, delete: false, truncate: false }])
  })

  test('owns nothing, creates nothing and is not mighty', async () => {
    const found = await site.owner.query(`
      select relname as name from pg_class where relowner = '${role}'::regrole
      union all select nspname from pg_namespace where nspowner = '${role}'::regrole
      union all select proname from pg_proc where proowner = '${role}'::regrole
      union all select nspname from pg_namespace where nspname !~ '^pg_(temp|toast)' and has_schema_privilege('${role}', oid, 'create')
      union all select rolname from pg_roles where rolname = '${role}' and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication)`)
    expect(found.rows).toEqual([])
  })
})

/** kpi and evaluation read what others publish for reports, and only that. */
const readsReports = new Set(['kpi', 'evaluation'])
const sourceFolder = path.resolve(import.meta.dirname, '../..')

test('a module opens only its own tables, and the platform opens none', async () => {
  const found = await site.owner.query<{ name: string }>(
    `select nspname || '.' || relname as name from pg_class c join pg_namespace n on n.oid = relnamespace where relkind in ('r', 'p', 'v', 'm', 'S') and nspname <> 'platform' and ${ours}`,
  )
  const relations = found.rows.map(({ name }) => name)
  const files = readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll(path.sep, '/'))
  const sources = files.filter((file) => /^(modules|platform)\/.*\.ts$/u.test(file) && !/\.(test|fixtures)\.ts$|\/testing\//u.test(file))
  expect(sources.flatMap((file) => trespassesOf(file, readFileSync(path.join(sourceFolder, file), 'utf8'), relations))).toEqual([])
  expect(trespassesOf('modules/kpi/a.queries.ts', 'select * from service.report_request join service.request', relations)).toEqual([
    'modules/kpi/a.queries.ts names service.request',
  ])
})

/** The tables of others that a source names. Comments do not count, nor what foreign keys refer to. */
function trespassesOf(file: string, text: string, relations: readonly string[]): string[] {
  const module = /^modules\/([^/]+)\//u.exec(file)?.[1]
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*(\/\/|--).*$/gmu, '').replaceAll(/\breferences \S+/gu, '')
  const others = relations.filter((name) => {
    const [schema = '', relation = ''] = name.split('.')
    const mayRead = moduleOf(schema) === module || (module !== undefined && readsReports.has(module) && relation.startsWith('report_'))
    return !mayRead && new RegExp(`(?<![\\w./-])${schema}\\.${relation}(?![\\w-])`, 'u').test(code)
  })
  return others.map((name) => `${file} names ${name}`)
}
