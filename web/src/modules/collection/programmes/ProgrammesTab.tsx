import { programmeRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { query } from '../../../api/query.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { useFormat } from '../../../persian/format.ts'
import { type Shape, StatusBadge, type Tone } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { useCollectionWords } from '../messages.ts'
import type { Programme } from './programme.types.ts'
import { ProgrammeDialog } from './ProgrammeDialog.tsx'

const looks: Record<Programme['state'], { shape: Shape; tone: Tone }> = {
  running: { shape: 'dot', tone: 'positive' },
  over: { shape: 'clock', tone: 'caution' },
  closed: { shape: 'dash', tone: 'neutral' },
}

/** Where a programme stands. */
export function ProgrammeState({ state }: { state: Programme['state'] }) {
  const words = useCollectionWords()
  return <StatusBadge {...looks[state]}>{words.states[state]}</StatusBadge>
}

/** The programmes, and a new one. */
export function ProgrammesTab() {
  const words = useCollectionWords()
  const { data, error, refetch } = useQuery(query(programmeRoutes.list, { query: { closed: 'true' } }))
  const [isAdding, setAdding] = useState(false)
  if (error) return <ErrorState failure={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonLines lines={4} />
  const add = data.canCreate && (
    <Button variant="primary" icon={<Plus size={16} />} onPress={() => setAdding(true)}>
      {words.newProgramme}
    </Button>
  )
  return (
    <div className="flex flex-col gap-gap pt-4">
      {data.programmes.length === 0 ? (
        <EmptyState title={words.noProgramme} action={add}>
          {words.noProgrammeText}
        </EmptyState>
      ) : (
        <>
          <div>{add}</div>
          <ul className="grid gap-gap md:grid-cols-2">
            {data.programmes.map((programme) => (
              <ProgrammeLine key={programme.id} programme={programme} />
            ))}
          </ul>
        </>
      )}
      {isAdding && <ProgrammeDialog onClose={() => setAdding(false)} />}
    </div>
  )
}

/** One programme in the list. */
export function ProgrammeLine({ programme }: { programme: Programme }) {
  const words = useCollectionWords()
  const format = useFormat()
  const language = useLanguage()
  return (
    <li className="rounded-card border border-line bg-surface px-4 py-3">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <Link to="/programmes/$programmeId" params={{ programmeId: programme.id }} className="font-semibold">
          <bdi>{programme.name}</bdi>
        </Link>
        <ProgrammeState state={programme.state} />
      </p>
      <p className="mt-1 text-small text-muted">
        {programme.fields.map(({ key }) => programme.labels[key]?.[language]).join('، ')} · {programme.segmentName ?? words.everyone} ·{' '}
        {words.untilDay(format.day(programme.until))}
      </p>
    </li>
  )
}
