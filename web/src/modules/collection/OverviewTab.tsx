import { completenessCuts, completenessRoutes, type ResponseOf } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { query } from '../../api/query.ts'
import { useFormat } from '../../persian/format.ts'
import { Card } from '../../ui/Card.tsx'
import { Plot } from '../../ui/chart/Plot.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { StatCard } from '../../ui/StatCard.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../../ui/states.tsx'
import { Table } from '../../ui/Table.tsx'
import { useCollectionWords } from './messages.ts'

type Overview = ResponseOf<typeof completenessRoutes.overview>
type Cut = (typeof completenessCuts)[number]

/** Completeness now, by whose files they are, and over time. */
export function OverviewTab() {
  const words = useCollectionWords()
  const format = useFormat()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/completeness' })
  const by = search.by ?? 'unit'
  const { data, error, refetch } = useQuery({
    ...query(completenessRoutes.overview, { query: { by } }),
    placeholderData: (before: Overview | undefined) => before,
  })
  if (error) return <ErrorState failure={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonLines lines={6} />
  if (data.asOf === null) return <EmptyState title={words.notYet}>{words.notYetText}</EmptyState>
  const { all } = data
  const share = all.files === 0 ? null : format.percent(all.complete / all.files)
  return (
    <div className="flex flex-col gap-gap pt-4">
      <p className="text-small text-muted">{words.asOf(format.day(data.asOf, 'long'))}</p>
      <div className="grid gap-gap sm:grid-cols-3">
        <StatCard label={words.mean} value={all.mean === null ? null : format.percent(all.mean)} missing={words.none} />
        <StatCard label={words.completeFiles} value={share} basis={words.countOfFiles(format.number(all.complete))} missing={words.none} />
        <StatCard label={words.files} value={format.number(all.files)} />
      </div>
      <Trend />
      <section aria-label={words.cut} className="flex flex-col gap-2">
        <Segmented
          className="self-start"
          label={words.cut}
          options={completenessCuts.map((id) => ({ id, label: words.cuts[id] }))}
          value={by}
          onChange={(next) => void navigate({ to: '/completeness', search: { ...search, by: next }, replace: true })}
        />
        <Rows by={by} rows={data.rows} />
      </section>
    </div>
  )
}

/** The rows of a cut, the least complete first. */
export function Rows({ by, rows }: { by: Cut; rows: Overview['rows'] }) {
  const words = useCollectionWords()
  const format = useFormat()
  const nameOf = ({ key, name }: Overview['rows'][number]) =>
    by === 'kind' && (key === 'person' || key === 'organisation') ? words.kinds[key] : (name ?? words.nobody[by])
  return (
    <Table
      label={words.cuts[by]}
      rows={rows}
      rowKey={({ key }) => key ?? ''}
      empty={<p className="p-4 text-muted">{words.none}</p>}
      columns={[
        { key: 'name', header: words.cuts[by], phone: 'title', cell: (row) => <bdi>{nameOf(row)}</bdi> },
        {
          key: 'mean',
          header: words.mean,
          phone: 'line',
          cell: ({ mean }) => (mean === null ? '—' : <Share share={mean} />),
        },
        { key: 'complete', header: words.completeFiles, figures: true, phone: 'line', cell: ({ complete }) => format.number(complete) },
        { key: 'files', header: words.files, figures: true, phone: 'aside', cell: ({ files }) => format.number(files) },
      ]}
    />
  )
}

/** A share as a figure with a bar beside it. */
export function Share({ share }: { share: number }) {
  const format = useFormat()
  return (
    <span className="inline-flex items-center gap-2.5">
      <span className="w-11 font-medium">{format.percent(share)}</span>
      <span aria-hidden="true" className="h-1.5 w-24 overflow-hidden rounded-full bg-pressed max-sm:w-14">
        <span className="block h-full rounded-full bg-accent" style={{ inlineSize: `${Math.min(1, share) * 100}%` }} />
      </span>
    </span>
  )
}

function Trend() {
  const words = useCollectionWords()
  const format = useFormat()
  const { data } = useQuery(query(completenessRoutes.trend, {}))
  if (!data || data.days.length < 2) return null
  return (
    <Card title={words.trend}>
      <Plot
        kind="line"
        words={{ label: words.trend, name: words.mean, pointName: words.day }}
        axis={{ unit: 'share', write: (value) => format.percent(value) }}
        points={data.days.map(({ day, mean, files }) => ({
          key: day,
          label: format.day(day, 'long'),
          tick: format.day(day, 'day-month'),
          value: mean,
          written: mean === null ? words.none : format.percent(mean, 1),
          note: words.countOfFiles(format.number(files)),
        }))}
      />
    </Card>
  )
}
