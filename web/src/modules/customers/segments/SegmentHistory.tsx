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

/** The same once it is read; undefined while it is not. */
export function SizeByDay({ data }: { data: ResponseOf<typeof segmentRoutes.history> | undefined }) {
  const words = useSegmentWords()
  const format = useFormat()
  const [first, second] = data?.days ?? []
  return (
    <Card title={words.history}>
      {!data ? (
        <SkeletonLines lines={4} />
      ) : !data.isShown ? (
        <p className="text-small text-muted">{words.historyHidden}</p>
      ) : !first ? (
        <p className="text-small text-muted">{words.historyNone}</p>
      ) : !second ? (
        <p className="text-small text-muted">
          {words.historyBegun(format.day(first.day, 'long'), words.customers(format.number(first.count)))}
        </p>
      ) : (
        <>
          <p className="pb-1 text-small text-muted">{words.historySaid}</p>
          <Plot
            kind={data.days.length > 3 ? 'line' : 'columns'}
            words={{ label: words.history, name: words.columns.size, pointName: words.day }}
            axis={{ unit: 'count', write: format.number }}
            points={data.days.map(({ day, count }) => ({
              key: day,
              label: format.day(day, 'long'),
              tick: format.day(day, 'day-month'),
              value: count,
              written: words.customers(format.number(count)),
            }))}
          />
        </>
      )}
    </Card>
  )
}
