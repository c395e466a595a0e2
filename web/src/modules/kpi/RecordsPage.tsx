import { kpiRoutes, type ResponseOf } from '@parvandeh/contract'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { addressOf } from '../../api/call.ts'
import { useDirectory } from '../../api/directory.ts'
import { pages, query } from '../../api/query.ts'
import { useMay } from '../../api/session.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { RecordList } from '../../lists/RecordList.tsx'
import { type Formats, useFormat } from '../../persian/format.ts'
import { Bidi } from '../../ui/Bidi.tsx'
import { usePeriodSaid } from '../../ui/date/PeriodField.tsx'
import { daysOf } from '../../ui/date/periods.ts'
import { Link } from '../../ui/Link.tsx'
import { Page } from '../../ui/Page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import type { Column } from '../../ui/Table.tsx'
import { type IndicatorDefinition, writeFigure } from './figure-words.ts'
import { filtersOf } from './kpi-search.ts'
import { useKpiWords } from './messages.ts'
import { useBucketLabel } from './use-label.ts'
import { useSegmentName } from './use-segments.ts'

type Row = ResponseOf<typeof kpiRoutes.records>['rows'][number]

/** The records that stand behind one figure or one bar; together they make it. */
export function RecordsPage() {
  const words = useKpiWords()
  const language = useLanguage()
  const format = useFormat()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/kpi/$indicator/records' })
  const { indicator } = useParams({ from: '/app/kpi/$indicator/records' })
  const definitions = useQuery({ ...query(kpiRoutes.list), staleTime: 5 * 60_000 })
  const definition = definitions.data?.indicators.find(({ key }) => key === indicator)
  const { by, bucket } = search
  const asked = {
    params: { indicator: definition?.key ?? 'requests-per-day' },
    query: { ...daysOf(search.period, format.today()), ...filtersOf(search), by, bucket },
  }
  const list = useInfiniteQuery({ ...pages(kpiRoutes.records, asked), enabled: definition !== undefined })
  const may = useMay()
  const columns = useColumns(definition)
  const said = useBucketSaid(definition)
  return (
    <Page
      above={
        <Link
          to="/kpi/$indicator"
          params={{ indicator }}
          search={{ period: search.period, base: search.base, ...filtersOf(search) }}
          className="text-small"
        >
          {words.back}
        </Link>
      }
      title={definition?.title[language] ?? words.records}
      aside={<span className="text-small text-muted">{said}</span>}
      subtitle={words.records}
    >
      <title>{words.records}</title>
      <RecordList
        name="records"
        label={words.records}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        search={search}
        onShow={(next) => void navigate({ to: '/kpi/$indicator/records', params: { indicator }, search: next, replace: true })}
        exportHref={
          may('service.export') ? (out) => addressOf(kpiRoutes.exportRecords, { ...asked, query: { ...asked.query, ...out } }) : undefined
        }
        onOpen={({ number }) => void navigate({ to: '/requests/$number', params: { number } })}
        empty={<EmptyState title={words.empty}>{words.emptyHint}</EmptyState>}
      />
    </Page>
  )
}

/** «شنبه»، «مرداد ۱۴۰۴»: which bar was opened, over which days, and of which segment. */
function useBucketSaid(definition: IndicatorDefinition | undefined): string {
  const words = useKpiWords()
  const language = useLanguage()
  const label = useBucketLabel(definition)
  const { by, bucket, period, segmentId } = useSearch({ from: '/app/kpi/$indicator/records' })
  const { name, days } = usePeriodSaid(period)
  const periodSaid = [name, days].filter(Boolean).join(language === 'fa' ? '، ' : ', ')
  const segment = useSegmentName(segmentId)
  return [bucket === 'all' ? words.bucketings.none : label(by, bucket), periodSaid, segment].filter(Boolean).join(' · ')
}

function useColumns(definition: IndicatorDefinition | undefined): Column<Row>[] {
  const words = useKpiWords()
  const language = useLanguage()
  const format = useFormat()
  const { personName } = useDirectory()
  const values = definition?.values ?? []
  return [
    {
      key: 'number',
      header: words.number,
      width: 104,
      essential: true,
      text: (row) => format.digits(row.number),
      cell: (row) => <Bidi>{format.digits(row.number)}</Bidi>,
      phone: 'aside',
    },
    { key: 'subject', header: words.subject, text: (row) => row.subject, cell: (row) => row.subject, grow: true, phone: 'title' },
    { key: 'at', header: words.at, width: 160, text: (row) => format.moment(row.at), cell: (row) => format.moment(row.at), phone: 'line' },
    {
      key: 'person',
      header: words.by_,
      text: (row) => personName(row.personId) ?? words.nobody,
      group: (row) => ({ key: row.personId ?? '', name: personName(row.personId) ?? words.nobody }),
      cell: (row) => personName(row.personId) ?? words.nobody,
      phone: 'line',
    },
    ...values.map((value, place) => ({
      key: value.key,
      header: value[language],
      text: (row: Row) => writeValue(row.values[value.key], value.unit, format),
      cell: (row: Row) => writeValue(row.values[value.key], value.unit, format),
      figures: true,
      // A card of a phone has room for what the figure is made of, not for all its parts.
      phone: place === 0 ? ('line' as const) : ('hidden' as const),
    })),
    { key: 'state', header: words.stateTitle, text: (row) => words.state[row.state], cell: (row) => words.state[row.state], phone: 'line' },
  ]
}

const writeValue = (value: number | null | undefined, unit: IndicatorDefinition['unit'], format: Formats): string =>
  value == null ? '—' : writeFigure(value, unit, format)
