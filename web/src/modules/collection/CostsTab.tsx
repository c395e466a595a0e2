import { type fieldCost, fieldCostRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { z } from 'zod'
import { query } from '../../api/query.ts'
import { useMay } from '../../api/session.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useFormat } from '../../persian/format.ts'
import { type Shape, StatusBadge, type Tone } from '../../ui/Badge.tsx'
import { Bidi } from '../../ui/Bidi.tsx'
import { AddressPeriod } from '../../ui/date/AddressPeriod.tsx'
import { daysOf } from '../../ui/date/periods.ts'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { Table } from '../../ui/Table.tsx'
import { HourCosts } from './HourCosts.tsx'
import { useCollectionWords } from './messages.ts'

type Row = z.output<typeof fieldCost>

const looks: Record<Row['verdict'], { shape: Shape; tone: Tone }> = {
  dear: { shape: 'alert', tone: 'danger' },
  fair: { shape: 'check', tone: 'positive' },
  'too-few': { shape: 'ring', tone: 'neutral' },
  unknown: { shape: 'dash', tone: 'neutral' },
}

/** What collecting each field takes, against what it gives; the dear ones first, with the definition. */
export function CostsTab() {
  const words = useCollectionWords()
  const format = useFormat()
  const may = useMay()
  const { period = 'this-year' } = useSearch({ from: '/app/completeness' })
  const { from, to } = daysOf(period, format.today())
  const { data, error, refetch } = useQuery(query(fieldCostRoutes.list, { query: { from, to } }))
  return (
    <div className="flex flex-col gap-gap pt-4">
      <div className="flex flex-wrap items-end gap-4 *:min-w-0">
        <AddressPeriod className="w-full sm:w-80" label={words.period} otherwise="this-year" />
        {may('customers.fields') && <HourCosts />}
      </div>
      <p className="max-w-prose text-muted">
        {words.costsText} {data && words.dearText(format.number(data.dearFrom), format.number(data.leastAsked))}
      </p>
      {error ? <ErrorState failure={error} onRetry={() => void refetch()} /> : <CostTable rows={data?.rows ?? []} isPending={!data} />}
    </div>
  )
}

/** The table of costs. */
export function CostTable({ rows, isPending }: { rows: readonly Row[]; isPending: boolean }) {
  const words = useCollectionWords()
  const language = useLanguage()
  const format = useFormat()
  const { costColumns } = words
  const share = (value: number | null) => (value === null ? '—' : format.percent(value))
  const asked = rows.filter(({ asked: times }) => times > 0)
  return (
    <Table
      label={words.tabs.costs}
      rows={asked}
      rowKey={({ key }) => key}
      isPending={isPending}
      empty={<EmptyState title={words.noCosts} />}
      columns={[
        { key: 'field', header: costColumns.field, phone: 'title', cell: ({ label }) => label[language] },
        {
          key: 'verdict',
          header: costColumns.verdict,
          phone: 'aside',
          cell: ({ verdict }) => <StatusBadge {...looks[verdict]}>{words.verdicts[verdict]}</StatusBadge>,
        },
        { key: 'asked', header: costColumns.asked, figures: true, phone: 'line', cell: (row) => format.number(row.asked) },
        { key: 'minutes', header: costColumns.minutes, figures: true, phone: 'line', cell: ({ minutes }) => format.decimal(minutes) },
        {
          key: 'each',
          header: costColumns.each,
          figures: true,
          phone: 'hidden',
          cell: ({ minutesEach, isMeasured }) =>
            minutesEach === null ? '—' : <span title={isMeasured ? words.measured : undefined}>{format.decimal(minutesEach)}</span>,
        },
        { key: 'costPart', header: costColumns.costPart, figures: true, phone: 'line', cell: ({ costPart }) => share(costPart) },
        { key: 'usePart', header: costColumns.usePart, figures: true, phone: 'line', cell: ({ usePart }) => share(usePart) },
        {
          key: 'cost',
          header: costColumns.cost,
          figures: true,
          phone: 'line',
          cell: ({ cost }) => (cost === null ? '—' : <Bidi>{format.money(cost)}</Bidi>),
        },
        { key: 'filled', header: costColumns.filled, figures: true, phone: 'hidden', cell: ({ filledShare }) => share(filledShare) },
        {
          key: 'corrected',
          header: costColumns.corrected,
          figures: true,
          phone: 'hidden',
          cell: ({ correctedShare }) => share(correctedShare),
        },
        {
          key: 'used',
          header: costColumns.used,
          figures: true,
          phone: 'hidden',
          cell: ({ segments, rules }) => (segments === null || rules === null ? '—' : format.number(segments + rules)),
        },
      ]}
    />
  )
}
