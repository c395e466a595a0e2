import { duplicateRoutes, type DuplicatePair } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { Merge, Split, TriangleAlert } from 'lucide-react'
import { query } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Button, buttonClass } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { useCustomerWords } from '../messages.ts'
import { CompareTable, type File } from './CompareTable.tsx'
import { useDuplicateWords } from './messages.ts'

interface PairPanelProps {
  pair: DuplicatePair
  onDecide: () => void
  isDeciding: boolean
}

/** The pair that is being looked at: both files side by side, and what can be done with them. */
export function PairPanel({ pair, onDecide, isDeciding }: PairPanelProps) {
  const words = useDuplicateWords()
  const [a, b] = pair.files
  const asked = query(duplicateRoutes.show, { params: { customerId: a.customerId, otherId: b.customerId } })
  const { data, error, refetch } = useQuery(asked)
  return (
    <Card
      title={words.sideBySide}
      actions={
        pair.can.decide && (
          <div className="flex flex-wrap gap-2">
            <Button size="small" icon={<Split size={15} />} pending={isDeciding} onPress={onDecide}>
              {pair.state === 'open' ? words.notDuplicates : words.reopen}
            </Button>
            <Link
              to="/duplicates/$customerId/$otherId"
              params={{ customerId: a.customerId, otherId: b.customerId }}
              className={buttonClass('primary', 'small', 'no-underline!')}
            >
              <Merge size={15} aria-hidden="true" />
              {words.compare}
            </Link>
          </div>
        )
      }
    >
      <p className="mb-2 text-muted">{pair.sentence}</p>
      {error && <ErrorState failure={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={8} />}
      {data && (
        <>
          {data.veto && <VetoNotice veto={data.veto} />}
          <CompareTable files={data.files} />
          <PointsOf files={data.files} />
        </>
      )}
    </Card>
  )
}

/** Why the two are surely two. */
export function VetoNotice({ veto }: { veto: keyof ReturnType<typeof useDuplicateWords>['vetoes'] }) {
  const words = useDuplicateWords()
  return (
    <p role="note" className="mb-3 flex items-start gap-2 rounded-control bg-danger-soft px-3 py-2 text-danger">
      <TriangleAlert size={17} aria-hidden="true" className="mt-1 shrink-0" />
      {words.vetoes[veto]}
    </p>
  )
}

function PointsOf({ files }: { files: readonly [File, File] }) {
  const words = useDuplicateWords()
  const { accessKinds } = useCustomerWords()
  const format = useFormat()
  if (files.every(({ accessPoints }) => accessPoints.length === 0)) return null
  const isShared = (display: string) => files.every(({ accessPoints }) => accessPoints.some((point) => point.display === display))
  return (
    <div className="mt-4">
      <h3 className="mb-1 text-small text-muted">{words.merge.points}</h3>
      <div className="grid grid-cols-2 gap-4">
        {files.map((file) => (
          <ul key={file.customerId} className="flex min-w-0 flex-col gap-1">
            {file.accessPoints.length === 0 && <li className="text-faint">{words.empty}</li>}
            {file.accessPoints.map((point) => (
              <li key={point.id} className="min-w-0 wrap-anywhere">
                <span className="block text-caption text-muted">{accessKinds[point.kind]}</span>
                <Bidi ltr={point.kind !== 'address'} className={isShared(point.display) ? 'font-medium text-positive' : ''}>
                  {format.digits(point.display)}
                </Bidi>
              </li>
            ))}
          </ul>
        ))}
      </div>
    </div>
  )
}
