import { lazy, Suspense } from 'react'
import { useUiWords } from '../messages.ts'
import type { Column } from './column.ts'

const ChoicePopover = lazy(() => import('../ChoicePopover.tsx').then((loaded) => ({ default: loaded.ChoicePopover })))

/** What is being changed in place: one value of a row, or, where `columnKey` is missing, still to be said which. */
export interface Edited<Row> {
  row: Row
  rowKey: string
  columnKey: string | null
}

interface CellEditorProps<Row> {
  edited: Edited<Row>
  columns: readonly Column<Row>[]
  onNext: (columnKey: string) => void
  onClose: () => void
}

const none = '—'

/** Changes one value of a row where it stands; asked by key, it first asks which of the values. */
export function CellEditor<Row>({ edited: { row, rowKey, columnKey }, columns, onNext, onClose }: CellEditorProps<Row>) {
  const words = useUiWords()
  const column = columns.find(({ key }) => key === columnKey)
  const place = document.querySelector(`[data-row="${CSS.escape(rowKey)}"]`)
  const anchor = { current: column ? (place?.querySelector(`[data-column="${column.key}"]`) ?? place) : place }
  if (!column?.edit) {
    const which = columns.flatMap(({ key, header, edit }) => (edit?.may(row) ? [{ id: key, label: header }] : []))
    return (
      <Suspense>
        <ChoicePopover label={words.whatToEdit} options={which} onChoose={onNext} onClose={onClose} anchor={anchor} />
      </Suspense>
    )
  }
  const { options, value, onChange, none: noneName } = column.edit
  const before = value(row)
  const choose = (id: string) => {
    const next = id === none ? null : id
    onClose()
    if (next !== before) onChange(row, next)
  }
  return (
    <Suspense>
      <ChoicePopover
        key={column.key}
        label={column.header}
        options={noneName ? [{ id: none, label: noneName }, ...options] : options}
        value={before ?? (noneName ? none : null)}
        onChoose={choose}
        onClose={onClose}
        anchor={anchor}
      />
    </Suspense>
  )
}
