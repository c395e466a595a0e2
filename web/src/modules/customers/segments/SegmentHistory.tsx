import { type ResponseOf, segmentRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { query } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Card } from '../../../ui/Card.tsx'
import { Plot } from '../../../ui/chart/Plot.tsx'
import { SkeletonLines } from '../../../ui/states.tsx'
import { useSegmentWords } from './messages.ts'

/** The size of a segment over the last ninety days, as it was counted; for those who see all files. */
export function SegmentHistory({ segmentId }: { segmentId: string }) {
  const { data } = useQuery(query(segmentRoutes.history, { params: { segmentId } }))
  return <SizeByDay data={data} />
}

type History = ResponseOf<typeof segmentRoutes.history>

/** The same once it is read; undefined while it is not. */
export function SizeByDay({ data }: { data: History | undefined }) {
  const words = useSegmentWords()
  return <Card title={words.history}>{data ? <Sizes {...data} /> : <SkeletonLines lines={4} />}</Card>
}

function Sizes({ isShown, days }: History) {
  const words = useSegmentWords()
  const format = useFormat()
  const [first] = days
  const said = (text: string) => <p className="text-small text-muted">{text}</p>
  if (!isShown) return said(words.historyHidden)
  if (!first) return said(words.historyNone)
  if (days.length === 1) return said(words.historyBegun(format.day(first.day, 'long'), words.customers(format.number(first.count))))
  return (
    <>
      <p className="pb-1 text-small text-muted">{words.historySaid}</p>
      <Plot
        kind={days.length > 3 ? 'line' : 'columns'}
        words={{ label: words.history, name: words.columns.size, pointName: words.day }}
        axis={{ unit: 'count', write: format.number }}
        points={days.map(({ day, count }) => ({
          key: day,
          label: format.day(day, 'long'),
          tick: format.day(day, 'day-month'),
          value: count,
          written: words.customers(format.number(count)),
        }))}
      />
    </>
  )
}
