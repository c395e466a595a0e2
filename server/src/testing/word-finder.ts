import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { TestApp } from './open-test-app.ts'

/** Where words stand: in which table that the database has, row by row as text, and in which stored file. */
export async function placesOf(site: TestApp, words: readonly string[]): Promise<string[]> {
  const tables = await site.owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname !~ '^(pg_|information_schema)'`,
  )
  const found: string[] = []
  for (const { name } of tables.rows) {
    const hits = await site.owner.query<{ word: string }>(
      `select distinct w as word from ${name} t, unnest($1::text[]) w where strpos(t::text, w) > 0`,
      [words],
    )
    found.push(...hits.rows.map(({ word }) => `${name}: ${word}`))
  }
  for (const file of await readdir(site.blobFolder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue
    const content = await readFile(path.join(file.parentPath, file.name), 'utf8')
    found.push(...words.filter((word) => content.includes(word)).map((word) => `${file.name}: ${word}`))
  }
  return found.toSorted()
}
