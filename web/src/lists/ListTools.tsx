import { lazy, Suspense, useState } from 'react'
import { useFormat } from '../persian/format.ts'
import type { ColumnChoice } from '../ui/table/layout.rules.ts'
import { toast } from '../ui/toast.tsx'
import type { ListSearch } from './list-search.ts'
import { ListMenu } from './ListMenu.tsx'
import { useListsWords } from './messages.ts'
import type { RecordListProps } from './record-list.types.ts'
import { asTabSeparated, copyText, readOn } from './take-elsewhere.ts'

const ColumnsDialog = lazy(() => import('./ColumnsDialog.tsx').then((loaded) => ({ default: loaded.ColumnsDialog })))

type Taken<Row, S extends ListSearch> = Pick<
  RecordListProps<Row, S>,
  'columns' | 'list' | 'search' | 'onShow' | 'exportHref' | 'onExport' | 'orders' | 'firstSort'
>

interface ListToolsProps<Row, S extends ListSearch> extends Taken<Row, S> {
  rows: readonly Row[]
  picked: readonly Row[]
  layout: { choice: ColumnChoice[]; own: ColumnChoice[]; onChange: (choice: ColumnChoice[]) => void }
}

/** The menu of the table, with what it opens and does. */
export function ListTools<Row, S extends ListSearch>(props: ListToolsProps<Row, S>) {
  const { columns, list, search, onShow, picked, layout } = props
  const words = useListsWords()
  const format = useFormat()
  const { exportHref, onExport } = props
  const keys = layout.choice.map(({ key }) => key).join(',')
  const [isChoosing, setChoosing] = useState(false)
  const copy = async () => {
    const read = picked.length > 0 ? Promise.resolve({ rows: picked, hasMore: false }) : readOn(list)
    try {
      await copyText(read.then(({ rows }) => asTabSeparated(columns, layout.choice, rows)))
      const { rows, hasMore } = await read
      toast({ text: words.copied(format.number(rows.length)), detail: hasMore ? words.copyPartly : undefined })
    } catch {
      toast({ text: words.cannotCopy, detail: words.cannotCopyWhy, tone: 'failed' })
    }
  }
  const print = async () => {
    await readOn(list)
    // The rows that were read now have to be drawn first.
    requestAnimationFrame(() => setTimeout(() => globalThis.print()))
  }
  return (
    <>
      <ListMenu
        groups={columns.filter(({ group }) => group)}
        group={search.group ?? null}
        onGroup={(group) => onShow({ ...search, group: group ?? undefined })}
        orders={props.orders ?? []}
        order={search.sort ?? props.firstSort ?? null}
        onOrder={(sort) => onShow({ ...search, sort: sort === props.firstSort ? undefined : sort })}
        onColumns={() => setChoosing(true)}
        copySaid={picked.length > 0 ? words.copyPicked(format.number(picked.length)) : words.copyAll}
        onCopy={() => void copy()}
        onPrint={() => void print()}
        onExport={onExport && (() => onExport(keys))}
        exports={
          exportHref
            ? (['xlsx', 'csv'] as const).map((format) => ({
                id: format,
                label: words.exports[format],
                href: exportHref({ format, columns: keys }),
              }))
            : []
        }
      />
      {isChoosing && (
        <Suspense>
          <ColumnsDialog
            columns={columns}
            choice={layout.choice}
            own={layout.own}
            onChange={layout.onChange}
            onClose={() => setChoosing(false)}
          />
        </Suspense>
      )}
    </>
  )
}
