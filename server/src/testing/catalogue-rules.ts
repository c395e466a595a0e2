import type pg from 'pg'
import architecture from '../../../architecture.json' with { type: 'json' }

/** What a table's migration said to `platform.place`: a keyword, or the column by which rows are spread over nodes. */
export type Placed = ReadonlyMap<string, string>

/** What a rule is held against: the catalogue of one database and the places that its migrations named. */
export interface Catalogue {
  owner: pg.Client
  placed: Placed
}

/** A rule gives the names of what breaks it. */
export type Rule = (catalogue: Catalogue) => Promise<string[]>

const floors = architecture.bands.flatMap((band) => band.floors)
/** The sign-in library has a schema of its own, which is identity's. */
export const moduleOf = (schema: string): string => (schema === 'auth' ? 'identity' : schema)
const schemaOf = (table: string): string => moduleOf(table.split('.')[0] ?? '')
const floorOf = (schema: string): number => (schema === 'platform' ? -1 : floors.findIndex((floor) => floor.includes(moduleOf(schema))))

/** The schemas that the product made, as a condition on pg_namespace. */
export const ours = `nspname !~ '^(pg_|information_schema|public$|graphile_worker$)'`

/** The places of tables, by the migrations' own words. */
export function placesIn(migrations: readonly { sql: string }[]): Placed {
  const placed = new Map<string, string>()
  for (const [, relation = '', place = ''] of migrations.flatMap(({ sql }) => [
    ...sql.matchAll(/platform\.place\('([^']+)',\s*'([^']+)'\)/gu),
  ])) {
    const table = relation.replaceAll('"', '')
    if (placed.has(table)) throw new Error(`${table} is placed twice`)
    placed.set(table, place)
  }
  return placed
}

type Kind = 'file' | 'look-up' | 'reference' | 'local' | 'nowhere'
function kindOf({ placed }: Catalogue, table: string): Kind {
  const place = placed.get(table)
  if (place === undefined || place === 'reference' || place === 'local') return place ?? 'nowhere'
  return place === 'customer_id' ? 'file' : 'look-up'
}
const isSpread = (catalogue: Catalogue, table: string): boolean => ['file', 'look-up'].includes(kindOf(catalogue, table))

const namesOf = async ({ owner }: Catalogue, sql: string): Promise<string[]> =>
  (await owner.query<{ name: string }>(sql)).rows.map(({ name }) => name)

interface Index {
  table: string
  name: string
  columns: string[]
  types: string[]
  primary: boolean
  unique: boolean
  expressions: boolean
}

async function indexesOf({ owner }: Catalogue): Promise<Index[]> {
  const column = (what: string) =>
    `array(select ${what} from unnest(x.indkey[0:x.indnkeyatts - 1]) with ordinality k (attnum, n) join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum order by n)`
  const found = await owner.query<Index>(`
    select nspname || '.' || t.relname as table, i.relname as name, x.indisprimary as primary, x.indisunique as unique, 0 = any(x.indkey[0:x.indnkeyatts - 1]) as expressions,
           ${column('attname::text')} as columns, ${column('format_type(atttypid, null)')} as types
    from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid join pg_namespace n on n.oid = t.relnamespace
    where ${ours} and not t.relispartition`)
  return found.rows
}

interface ForeignKey {
  name: string
  from: string
  to: string
  fromColumns: string[]
  toColumns: string[]
  onDelete: string
  onUpdate: string
}

async function foreignKeysOf({ owner }: Catalogue): Promise<ForeignKey[]> {
  const columns = (key: string, table: string) =>
    `array(select attname::text from unnest(${key}) with ordinality k (attnum, n) join pg_attribute a on a.attrelid = ${table}.oid and a.attnum = k.attnum order by n)`
  const found = await owner.query<ForeignKey>(`
    select conname as name, fn.nspname || '.' || f.relname as "from", tn.nspname || '.' || t.relname as "to", confdeltype as "onDelete", confupdtype as "onUpdate",
           ${columns('conkey', 'f')} as "fromColumns", ${columns('confkey', 't')} as "toColumns"
    from pg_constraint c join pg_class f on f.oid = c.conrelid join pg_namespace fn on fn.oid = f.relnamespace
    join pg_class t on t.oid = c.confrelid join pg_namespace tn on tn.oid = t.relnamespace
    where contype = 'f' and fn.${ours} and conparentid = 0`)
  return found.rows
}

const wrongKeys = async (catalogue: Catalogue, isWrong: (key: ForeignKey) => boolean): Promise<string[]> =>
  (await foreignKeysOf(catalogue)).filter(isWrong).map(({ name, from, to }) => `${name}: ${from} to ${to}`)

const strangers = new Set([
  'file-local',
  'local-file',
  'file-look-up',
  'look-up-file',
  'reference-file',
  'reference-look-up',
  'reference-local',
  'look-up-local',
  'local-look-up',
])

/** The rules that let the product's data outgrow one machine, each by what it says of a sound catalogue. */
export const catalogueRules = {
  'every table has been given a place': async (catalogue) => {
    const tables = await namesOf(
      catalogue,
      `select nspname || '.' || relname as name from pg_class c join pg_namespace n on n.oid = relnamespace where relkind in ('r', 'p') and not relispartition and ${ours}`,
    )
    return tables.filter((table) => !catalogue.placed.has(table) && table !== 'platform.migration')
  },

  'every schema is a module of the architecture': async (catalogue) =>
    (await namesOf(catalogue, `select nspname as name from pg_namespace where ${ours}`)).filter(
      (schema) => schema !== 'platform' && floorOf(schema) < 0,
    ),

  'ids, times and numbers come from the application': (catalogue) =>
    namesOf(
      catalogue,
      `select nspname || '.' || relname || '.' || attname as name
       from pg_attribute a join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace left join pg_attrdef d on adrelid = attrelid and adnum = attnum
       where relkind in ('r', 'p') and ${ours} and (attidentity <> '' or (attgenerated = '' and pg_get_expr(adbin, adrelid) ~ '\\(\\)|nextval|CURRENT'))`,
    ),

  'a table of files is keyed by the file first, then by a UUID; a link by what it joins': async (catalogue) => {
    const [indexes, keys] = [await indexesOf(catalogue), await foreignKeysOf(catalogue)]
    const isLink = (table: string, columns: string[]) =>
      columns.length > 1 && columns.every((column) => keys.some((key) => key.from === table && key.fromColumns.includes(column)))
    return [...catalogue.placed.keys()].filter((table) => {
      if (kindOf(catalogue, table) !== 'file') return false
      const key = indexes.find((index) => index.primary && index.table === table)
      const [first, ...others] = key?.columns ?? []
      const isKeyed = table === 'customers.customer' ? others.length === 0 : others.join() === 'id' || isLink(table, others)
      return first !== 'customer_id' || !isKeyed || key?.types.some((type) => type !== 'uuid')
    })
  },

  'a table of files has no index on the id alone': async (catalogue) =>
    (await indexesOf(catalogue))
      .filter(({ table, columns, expressions }) => kindOf(catalogue, table) === 'file' && !expressions && columns.join() === 'id')
      .map(({ name }) => name),

  'what is spread over nodes has no triggers': async ({ owner, ...catalogue }) => {
    const found = await owner.query<{ table: string; name: string }>(
      `select nspname || '.' || relname as table, tgname as name from pg_trigger join pg_class c on c.oid = tgrelid join pg_namespace n on n.oid = relnamespace where not tgisinternal and ${ours}`,
    )
    return found.rows.filter(({ table }) => isSpread({ owner, ...catalogue }, table)).map(({ name }) => name)
  },

  'what is spread over nodes is unique only together with what it is spread by': async (catalogue) =>
    (await indexesOf(catalogue))
      .filter(({ table, unique, columns }) => unique && isSpread(catalogue, table) && !columns.includes(catalogue.placed.get(table) ?? ''))
      .map(({ name }) => name),

  'a table is partitioned by id or not at all': (catalogue) =>
    namesOf(
      catalogue,
      `select nspname || '.' || relname as name from pg_partitioned_table join pg_class c on c.oid = partrelid join pg_namespace n on n.oid = relnamespace
       where ${ours} and (partstrat <> 'r' or array(select attname::text from pg_attribute where attrelid = partrelid and attnum = any(partattrs::int2[])) <> '{id}')`,
    ),

  'a foreign key between tables of files holds the file': (catalogue) =>
    wrongKeys(catalogue, ({ from, to, fromColumns, toColumns }) => {
      const place = fromColumns.indexOf('customer_id')
      return kindOf(catalogue, from) === 'file' && kindOf(catalogue, to) === 'file' && (place < 0 || toColumns[place] !== 'customer_id')
    }),

  'a foreign key joins no table of files with a local one or a look-up': (catalogue) =>
    wrongKeys(catalogue, ({ from, to }) => strangers.has(`${kindOf(catalogue, from)}-${kindOf(catalogue, to)}`)),

  'a foreign key neither empties a column on delete nor changes one on update': (catalogue) =>
    wrongKeys(catalogue, ({ onDelete, onUpdate }) => onDelete === 'n' || onDelete === 'd' || onUpdate !== 'a'),

  'a foreign key points down the floors, or stays at home': (catalogue) =>
    wrongKeys(catalogue, ({ from, to }) => schemaOf(from) !== schemaOf(to) && floorOf(schemaOf(to)) >= floorOf(schemaOf(from))),

  'names of constraints and indexes are given, short, and cannot be taken for a shard': async (catalogue) => {
    const constraints = await namesOf(
      catalogue,
      `select conname as name from pg_constraint c join pg_namespace n on n.oid = connamespace where contype in ('p', 'u', 'f', 'c', 'x') and conrelid <> 0 and conparentid = 0 and ${ours}`,
    )
    const indexes = await indexesOf(catalogue)
    const automatic = new Set(indexes.map(({ table, columns }) => `${table.split('.')[1]}_${columns.join('_')}_key`))
    const isPoor = (name: string) => name.length > 50 || /_(\d+|fkey\d*|check\d*|idx\d*|excl\d*)$/u.test(name) || automatic.has(name)
    return [...new Set([...constraints, ...indexes.map(({ name }) => name)])].filter(isPoor)
  },
} satisfies Record<string, Rule>
