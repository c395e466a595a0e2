import { useState } from 'react'
import { useFormat } from '../persian/format.ts'
import { useIsPrinting } from '../ui/printing.ts'
import { ConditionsSaid, type ListConditions } from './condition/ConditionChips.tsx'
import { type Filter, filterSaid } from './filter.ts'
import { useListsWords } from './messages.ts'

interface PrintedHeadProps {
  filters: readonly Filter[]
  conditions?: ListConditions | undefined
  sought?: string | undefined
  count: number
  /** There are rows that have not been read. */
  isPartial: boolean
}

/** On paper only: what the list was narrowed by, in words, how many rows follow, and when it was printed. */
export function PrintedHead(props: PrintedHeadProps) {
  return useIsPrinting() ? <Head {...props} /> : null
}

function Head({ filters, conditions, sought, count, isPartial }: PrintedHeadProps) {
  const words = useListsWords()
  const format = useFormat()
  const said = filters.flatMap((filter) => filterSaid(filter) ?? [])
  const rows = isPartial ? words.printedPartly(format.number(count)) : words.printedRows(format.number(count))
  return (
    <div className="border-b border-line pb-2 text-small">
      <p>
        {sought && <span className="me-3 font-medium">{words.soughtSaid(sought)}</span>}
        {said.map(({ label, said: value }) => (
          <span key={label} className="me-3">
            {label}: <bdi className="font-medium">{value}</bdi>
          </span>
        ))}
        {conditions && <ConditionsSaid {...conditions} />}
        {!sought && said.length === 0 && !conditions?.value && words.noFilters}
      </p>
      <p className="text-muted">
        {rows} · <Moment />
      </p>
    </div>
  )
}

function Moment() {
  const words = useListsWords()
  const format = useFormat()
  const [now] = useState(() => new Date())
  return words.printedAt(format.moment(now))
}
