import { bulkRoutes, type BulkView, failures } from '@parvandeh/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { moreOf, pages, rowsOf } from '../api/query.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useFormat } from '../persian/format.ts'
import { Bidi } from '../ui/Bidi.tsx'
import { type Column, Table } from '../ui/Table.tsx'
import { Refusals } from './BulkPreview.tsx'
import { useListsWords } from './messages.ts'

interface Refusal {
  id: string
  label: string
  code: keyof typeof failures
}

/** What came of a change of many rows: how many, and each row that was refused with the reason. */
export function Result({ view }: { view: BulkView }) {
  const words = useListsWords().bulk
  const language = useLanguage()
  const format = useFormat()
  const isBack = view.state === 'undone'
  const refused = isBack ? view.notPutBack : view.refused
  const list = useInfiniteQuery({ ...pages(bulkRoutes.refusals, { params: { bulkId: view.id } }), enabled: refused.length > 0 })
  const step = isBack ? 'undo' : 'change'
  const columns: readonly Column<Refusal>[] = [
    { key: 'label', header: words.row, phone: 'title', cell: ({ label }) => <Bidi>{format.digits(label)}</Bidi> },
    { key: 'why', header: words.why, grow: true, cell: ({ code }) => failures[code][language] },
  ]
  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-col gap-1">
        <li className="font-medium">{isBack ? words.putBack(format.number(view.putBack)) : words.changed(format.number(view.changed))}</li>
        {!isBack && view.same > 0 && <li className="text-muted">{words.same(format.number(view.same))}</li>}
        <Refusals refused={refused} said={isBack ? words.notPutBack : words.refusedOnce} />
      </ul>
      {refused.length > 0 && (
        <Table
          label={isBack ? words.keptRows : words.refusedRows}
          columns={columns}
          rows={rowsOf(list.data).filter((row) => row.step === step)}
          rowKey={({ id }) => id}
          isPending={list.isPending}
          more={moreOf(list)}
        />
      )}
    </div>
  )
}
