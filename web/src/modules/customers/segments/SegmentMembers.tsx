import { customerRoutes, type ResponseOf, segmentRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { query } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { SkeletonLines } from '../../../ui/states.tsx'
import { useSegmentWords } from './messages.ts'
import { useSizeSaid } from './SegmentSize.tsx'

const shown = 10

/** How many of the files that the reader sees are in a segment, and some of them. */
export function SegmentMembers({ segmentId }: { segmentId: string }) {
  const size = useQuery(query(segmentRoutes.size, { params: { segmentId } }))
  const members = useQuery(query(customerRoutes.list, { query: { segmentId, limit: shown } }))
  return <MembersCard segmentId={segmentId} size={size.data} members={members.data?.rows} />
}

interface MembersCardProps {
  segmentId: string
  /** Undefined while it is being counted. */
  size: ResponseOf<typeof segmentRoutes.size> | undefined
  members: readonly Pick<ResponseOf<typeof customerRoutes.list>['rows'][number], 'customerId' | 'displayName' | 'code'>[] | undefined
}

export function MembersCard({ segmentId, size, members }: MembersCardProps) {
  const words = useSegmentWords()
  const format = useFormat()
  const said = useSizeSaid()
  const counted = size && said(size)
  return (
    <Card title={words.members} flush>
      <div className="px-4 py-3">
        {counted ? (
          <>
            <p className="flex flex-wrap items-baseline gap-x-2">
              <span className="text-display font-semibold">{counted.text}</span>
              <span className="text-small text-muted">{words.sizeBasis}</span>
            </p>
            {counted.note && <p className="text-small text-muted">{counted.note}</p>}
          </>
        ) : (
          <SkeletonLines lines={1} />
        )}
      </div>
      {members && members.length > 0 ? (
        <ul className="border-t border-line">
          {members.map(({ customerId, displayName, code }) => (
            <li key={customerId} className="flex min-w-0 items-baseline gap-3 px-4 py-1.5">
              <Link to="/customers/$customerId" params={{ customerId }} className="min-w-0 flex-1 truncate">
                <bdi>{displayName}</bdi>
              </Link>
              <Bidi ltr className="text-small text-muted">
                {format.digits(code)}
              </Bidi>
            </li>
          ))}
        </ul>
      ) : (
        <div className="px-4 pb-3 text-small text-muted">{members ? words.noMembers : <SkeletonLines lines={4} />}</div>
      )}
      <p className="border-t border-line px-4 py-2.5 text-small">
        <Link to="/customers" search={{ segmentId }}>
          {words.allMembers}
        </Link>
      </p>
    </Card>
  )
}
