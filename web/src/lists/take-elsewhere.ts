import type { Column } from '../ui/table/column.ts'
import { type ColumnChoice } from '../ui/table/layout.rules.ts'
import { tabSeparated } from '../ui/table/tab-separated.rules.ts'

interface Readable<Row> {
  rows: readonly Row[]
  hasMore: boolean
}

interface Endless<Page> {
  data: { pages: Page[] } | undefined
  hasNextPage: boolean
  fetchNextPage: () => Promise<Endless<Page>>
}

const mostRows = 1000

/** Reads on until the end, or until there are a thousand rows, for copying and printing. */
export async function readOn<Row>(list: Endless<{ rows: Row[] }>): Promise<Readable<Row>> {
  let reached = list
  const rows = () => reached.data?.pages.flatMap((page) => page.rows) ?? []
  while (reached.hasNextPage && rows().length < mostRows) {
    const before = rows().length
    // One page needs the key of the one before it.
    reached = await reached.fetchNextPage()
    if (rows().length === before) break
  }
  return { rows: rows(), hasMore: reached.hasNextPage }
}

/** The shown columns of the rows as a spreadsheet takes them from the clipboard, headed by the names of the columns. */
export function asTabSeparated<Row>(columns: readonly Column<Row>[], choice: readonly ColumnChoice[], rows: readonly Row[]): string {
  const shown = choice.flatMap(({ key }) => columns.find((column) => column.key === key && column.text) ?? [])
  return tabSeparated([shown.map(({ header }) => header), ...rows.map((row) => shown.map(({ text }) => text?.(row) ?? ''))])
}

/** Puts a text on the clipboard that is still being read: a browser that was not asked at the press itself refuses. */
export const copyText = (text: Promise<string>): Promise<void> =>
  navigator.clipboard.write([new ClipboardItem({ 'text/plain': text.then((said) => new Blob([said], { type: 'text/plain' })) })])
