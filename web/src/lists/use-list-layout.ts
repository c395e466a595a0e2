import type { SavedView } from '@parvandeh/contract'
import { useMemo } from 'react'
import type { Column } from '../ui/table/column.ts'
import { type ColumnChoice, initialChoice, readableChoice, readChoice, writeChoice } from '../ui/table/layout.rules.ts'
import type { ListSearch } from './list-search.ts'
import { useRememberedColumns } from './remembered.ts'

interface ListLayoutOptions<Row, S extends ListSearch> {
  list: string
  columns: readonly Column<Row>[]
  search: S
  onShow: (search: S) => void
  view: SavedView | undefined
}

/** The columns in force: those of the address, or of the view, or those last chosen, or the list's own. */
export function useListLayout<Row, S extends ListSearch>({ list, columns, search, onShow, view }: ListLayoutOptions<Row, S>) {
  const [remembered, remember] = useRememberedColumns(list)
  const said = search.columns
  const known = columns.map(({ key }) => key).join('.')
  const choice = useMemo(
    () => readableChoice(columns, readChoice(said) ?? view?.columns ?? remembered ?? []),
    // Which columns there are is what counts; how they draw their cells changes with every drawing.
    // oxlint-disable-next-line react/exhaustive-deps
    [known, said, view, remembered],
  )
  const onChange = (next: ColumnChoice[]) => {
    const own = readableChoice(columns, view?.columns ?? [])
    const isOwn = writeChoice(next) === writeChoice(own)
    if (!view) remember(isOwn ? null : next)
    onShow({ ...search, columns: isOwn ? undefined : writeChoice(next) })
  }
  return { choice, onChange, own: view ? readableChoice(columns, view.columns) : initialChoice(columns) }
}
