import { type ReactNode, useRef, useState } from 'react'
import { moreOf, rowsOf } from '../api/query.ts'
import { classes } from '../ui/classes.ts'
import { ErrorState } from '../ui/states.tsx'
import { Table, type TableHandle } from '../ui/Table.tsx'
import { nothingSelected, type Selection } from '../ui/table/selection.rules.ts'
import { TypedSearch } from '../ui/TypedSearch.tsx'
import { BulkBar } from './BulkBar.tsx'
import { BulksUnderWay } from './BulksUnderWay.tsx'
import type { Filter } from './filter.ts'
import { FilterChips } from './FilterChips.tsx'
import { type ListSearch, withoutParts } from './list-search.ts'
import { ListKeys } from './ListKeys.tsx'
import { ListTools } from './ListTools.tsx'
import { PrintedHead } from './PrintedHead.tsx'
import type { EndlessList, RecordListProps } from './record-list.types.ts'
import { useListLayout } from './use-list-layout.ts'
import { useViews } from './use-views.ts'
import { Views } from './Views.tsx'

const noFilter: readonly Filter[] = []

/** A list that is here as a whole, as if it had been read page by page. */
export function wholeList<Row>(rows: Row[]): EndlessList<Row> {
  const list: EndlessList<Row> = {
    data: { pages: [{ rows }] },
    error: null,
    isPending: false,
    isFetching: false,
    isFetchingNextPage: false,
    hasNextPage: false,
    fetchNextPage: () => Promise.resolve(list),
    refetch: () => Promise.resolve(),
  }
  return list
}

/**
 * A list of records as every page of them has it: views, search, filters in words, a table of any length whose columns
 * are the person's own, changes in place and of many rows, and the ways to take it elsewhere.
 */
export function RecordList<Row, S extends ListSearch>(props: RecordListProps<Row, S>) {
  const { name, label, columns, rowKey, list, search, onShow, filters = noFilter, bulk, presets } = props
  const { views } = useViews(name)
  const view = views.find(({ id }) => id === search.view)
  const layout = useListLayout({ list: name, columns, search, onShow, view })
  const rows = rowsOf(list.data)
  const handle = useRef<TableHandle<Row>>(null)
  const [selection, setSelection] = useSelection(search)
  const picked = rows.filter((row) => selection.allFitting || selection.keys.has(rowKey(row)))
  const show = (next: ListSearch) => onShow(next as S)
  return (
    <>
      {presets && (
        <Views list={name} presets={presets} preset={props.preset ?? null} search={search} choice={layout.choice} onShow={show} />
      )}
      <Bar {...props}>
        <ListTools {...props} rows={rows} picked={picked} layout={layout} />
        {props.tools}
      </Bar>
      {bulk && <BulksUnderWay noun={bulk.noun} />}
      <PrintedHead filters={filters} conditions={props.conditions} sought={search.q} count={rows.length} isPartial={list.hasNextPage} />
      {list.error ? (
        <ErrorState failure={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Table
          label={label}
          columns={columns}
          rows={rows}
          rowKey={rowKey}
          {...(props.onOpen && { onOpen: props.onOpen })}
          isPending={list.isPending}
          empty={props.empty}
          layout={layout}
          groupBy={search.group}
          handle={handle}
          more={moreOf(list)}
          {...(props.firstSort && { sort: search.sort ?? props.firstSort, onSort: (sort: string) => onShow({ ...search, sort }) })}
          {...(bulk && { selection: { value: selection, onChange: setSelection } })}
        />
      )}
      <ListKeys
        handle={handle}
        columns={columns}
        assign={props.assign}
        rowKeys={props.rowKeys}
        canPick={bulk !== undefined}
        onLetGo={() => setSelection(nothingSelected)}
      />
      {bulk && (
        <BulkBar plan={bulk} selection={selection} picked={picked} hasMore={list.hasNextPage} count={props.count} onSelect={setSelection} />
      )}
    </>
  )
}

/** The rows that were picked; another set of rows begins with none. */
function useSelection(search: ListSearch): [Selection, (selection: Selection) => void] {
  const asked = JSON.stringify(withoutParts({ ...search, sort: undefined }))
  const [kept, setKept] = useState({ asked, selection: nothingSelected })
  return [kept.asked === asked ? kept.selection : nothingSelected, (selection) => setKept({ asked, selection })]
}

type BarProps<Row, S extends ListSearch> = Pick<
  RecordListProps<Row, S>,
  'sought' | 'search' | 'onShow' | 'filters' | 'conditions' | 'onClear' | 'leading'
>

/** The line over the table: what is searched for, the filters in words, and the tools. */
function Bar<Row, S extends ListSearch>({
  sought,
  search,
  onShow,
  filters = noFilter,
  conditions,
  onClear = () => {},
  leading,
  children,
}: BarProps<Row, S> & { children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-2" data-print="no">
      {sought && (
        <TypedSearch
          {...sought}
          sought={search.q ?? ''}
          onSearch={(q) => onShow({ ...search, q: q || undefined })}
          className="w-64 max-sm:min-w-0 max-sm:flex-1"
        />
      )}
      {leading && <div className={classes('sm:*:w-auto!', sought ? 'max-sm:w-full' : 'max-sm:min-w-0 max-sm:flex-1')}>{leading}</div>}
      <FilterChips filters={filters} conditions={conditions} onClear={onClear} />
      <span className="flex-1 max-sm:hidden" />
      {children}
    </div>
  )
}
