import type pg from 'pg'

/** Every row of every table of the product, as JSON text under the table's name; columns named here are left out of it. */
export async function everyRow(
  owner: pg.Client,
  without: Readonly<Record<string, readonly string[]>> = {},
): Promise<Map<string, Set<string>>> {
  const found = await owner.query<{ name: string }>(
    `select quote_ident(nspname) || '.' || quote_ident(relname) as name from pg_class c join pg_namespace n on n.oid = relnamespace
     where relkind in ('r', 'p') and not relispartition and nspname !~ '^(pg_|information_schema|public$|graphile_worker$)' order by 1`,
  )
  const rows = new Map<string, Set<string>>()
  for (const { name } of found.rows) {
    const kept = await owner.query<{ row: string }>(`select (to_jsonb(t) - $1::text[])::text as row from ${name} t`, [without[name] ?? []])
    rows.set(name, new Set(kept.rows.map(({ row }) => row)))
  }
  return rows
}

/** What the later has that the earlier had not, and the other way round, by table; tables without a difference are left out. */
export function differences(before: ReadonlyMap<string, ReadonlySet<string>>, after: ReadonlyMap<string, ReadonlySet<string>>) {
  return Object.fromEntries(
    [...after].flatMap(([table, rows]) => {
      const old = before.get(table) ?? new Set()
      const [added, gone] = [[...rows].filter((row) => !old.has(row)), [...old].filter((row) => !rows.has(row))]
      return added.length + gone.length > 0 ? [[table, { added, gone }]] : []
    }),
  )
}
