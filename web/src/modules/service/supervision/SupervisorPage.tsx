import { slowAfterWorkingHours, supervisionRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { ArrowRightLeft } from 'lucide-react'
import { useState } from 'react'
import { useDirectory } from '../../../api/directory.ts'
import { query } from '../../../api/query.ts'
import { useMay } from '../../../api/session.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { FilterBar, Page } from '../../../ui/Page.tsx'
import { Select } from '../../../ui/Select.tsx'
import { StatCard } from '../../../ui/StatCard.tsx'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { EvenOutDialog } from './EvenOutDialog.tsx'
import { HoursCard } from './HoursCard.tsx'
import { useSupervisionWords } from './messages.ts'
import { QueuesCard } from './QueuesCard.tsx'
import type { Pile, Supervision } from './supervision.types.ts'
import { TeamCard } from './TeamCard.tsx'

/** Each change anywhere would ask for all of it again: every few seconds is live enough for a look over the whole. */
const everyMilliseconds = 8000

/** Who is there and who holds what, what nobody has taken, how the day goes, and the means to even it out. */
export function SupervisorPage() {
  const words = useSupervisionWords()
  const { number } = useFormat()
  const may = useMay()
  const { unitId } = useSearch({ from: '/app/supervisor' })
  const [evening, setEvening] = useState(false)
  const asked = unitId === undefined ? {} : { unitId }
  const { data, error, isPending, refetch } = useQuery({
    ...query(supervisionRoutes.show, { query: asked }),
    refetchInterval: everyMilliseconds,
    placeholderData: (before) => before,
  })
  return (
    <Page
      title={words.title}
      subtitle={words.subtitle(number(slowAfterWorkingHours))}
      actions={
        may('service.write') && (
          <Button variant="primary" icon={<ArrowRightLeft size={16} />} onPress={() => setEvening(true)} isDisabled={!data}>
            {words.evenOut}
          </Button>
        )
      }
    >
      <title>{words.title}</title>
      <UnitChoice unitId={unitId} />
      {error && <ErrorState failure={error} onRetry={() => void refetch()} />}
      {isPending && <SkeletonLines lines={8} />}
      {data && <Overview data={data} unitId={unitId} />}
      {evening && <EvenOutDialog unitId={unitId} onClose={() => setEvening(false)} />}
    </Page>
  )
}

function UnitChoice({ unitId }: { unitId: string | undefined }) {
  const words = useSupervisionWords()
  const navigate = useNavigate()
  const { units } = useDirectory()
  const choose = (id: string) => void navigate({ to: '/supervisor', search: id === 'all' ? {} : { unitId: id }, replace: true })
  return (
    <FilterBar>
      <Select
        label={words.unit}
        options={[{ id: 'all', label: words.everyUnit }, ...units.map(({ id, name }) => ({ id, label: name }))]}
        value={unitId ?? 'all'}
        onChange={choose}
      />
    </FilterBar>
  )
}

function Overview({ data, unitId }: { data: Supervision; unitId: string | undefined }) {
  return (
    <>
      <Figures data={data} unitId={unitId} />
      <div className="grid items-start gap-gap xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <TeamCard people={data.people} more={data.more} />
        <div className="flex min-w-0 flex-col gap-gap">
          <HoursCard hours={data.hours} />
          <QueuesCard queues={data.queues} />
        </div>
      </div>
    </>
  )
}

const sum = (piles: readonly Pile[], key: 'inWork' | 'waiting' | 'slow' | 'unanswered') => piles.reduce((all, pile) => all + pile[key], 0)

function Figures({ data: { people, queues }, unitId }: { data: Supervision; unitId: string | undefined }) {
  const { figures } = useSupervisionWords()
  const { number } = useFormat()
  const router = useRouter()
  const held = people.map((one) => one.held)
  const all = [...held, ...queues]
  const within = unitId === undefined ? {} : { unitId }
  const href = (search: object) => router.buildLocation({ to: '/requests', search: { status: 'unfinished', ...within, ...search } }).href
  const here = people.filter(({ presence }) => presence === 'here').length
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-gap">
      <StatCard
        label={figures.held}
        value={number(sum(held, 'inWork'))}
        unit={figures.requests}
        basis={figures.heldBasis(number(sum(held, 'waiting')))}
        href={href({ sort: 'priority' })}
      />
      <StatCard
        label={figures.queue}
        value={number(sum(queues, 'inWork'))}
        unit={figures.requests}
        basis={figures.queueBasis}
        href={href({ holderId: 'nobody', sort: 'priority' })}
      />
      <StatCard
        label={figures.slow}
        value={number(sum(all, 'slow'))}
        unit={figures.requests}
        basis={figures.slowBasis(number(sum(all, 'unanswered')))}
        href={href({ sort: 'reported' })}
      />
      <StatCard label={figures.here} value={number(here)} unit={figures.people} basis={figures.hereBasis(number(people.length))} />
    </div>
  )
}
