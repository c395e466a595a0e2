import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Table, TableOptions } from '../table.ts'
import type { TableRow } from '../table-row.ts'
import { openTable } from '../open-table.ts'

/** A folder of files for one test file; `remove` it when the tests are over. */
export function tableFiles(): {
  write(name: string, content: Parameters<typeof writeFile>[1]): Promise<string>
  remove(): void
} {
  const folder = mkdtempSync(join(tmpdir(), 'tabular-'))
  return {
    async write(name, content) {
      const path = join(folder, name)
      await writeFile(path, content)
      return path
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A table read to its end, with what stopped it if something did. */
export interface ReadTable {
  table: Table
  rows: TableRow[]
  fault: unknown
}

export async function readTable(path: string, options: TableOptions = {}, from?: number): Promise<ReadTable> {
  const table = await openTable(path, options)
  const rows: TableRow[] = []
  try {
    for await (const row of table.rows(from)) rows.push(row)
  } catch (fault) {
    return { table, rows, fault }
  }
  return { table, rows, fault: undefined }
}
