import { requestRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { query } from '../../../api/query.ts'
import { useMay, useSession } from '../../../api/session.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { useFormat } from '../../../persian/format.ts'
import type { Command } from '../../../shell/palette.ts'
import { useShortcut } from '../../../shell/shortcuts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Page } from '../../../ui/Page.tsx'
import { StatCard } from '../../../ui/StatCard.tsx'
import type { RequestFilters } from '../list/request-search.ts'
import { useListWords } from '../list/messages.ts'
import { AskedOfMe } from './AskedOfMe.tsx'
import { MyRequests, NoUnit, RecentRequests, UnitQueue } from './DeskLists.tsx'
import { MyFigures } from './MyFigures.tsx'
import { useDeskWords } from './messages.ts'

/** Where the day begins: what I hold, what waits for somebody to take it, and what is done often. */
export function DeskPage({ commands, caller }: { commands: readonly Command[]; caller: ReactNode }) {
  const words = useDeskWords()
  const list = useListWords()
  const format = useFormat()
  const navigate = useNavigate()
  const may = useMay()
  const me = useSession().person
  useShortcut({ code: 'KeyN', keys: 'N', label: list.create, run: () => may('service.write') && void navigate({ to: '/requests/new' }) })
  if (!me) return null
  const mine = { holderId: me.id, sort: 'priority' as const }
  const queue = me.unitId === null ? null : { holderId: 'nobody' as const, unitId: me.unitId, sort: 'priority' as const }
  return (
    <Page
      title={words.title}
      subtitle={words.hello(me.name, format.day(format.today(), 'long'))}
      actions={<QuickActions commands={commands} />}
    >
      <title>{words.title}</title>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-gap">
        <Figure label={words.mine} basis={words.unfinishedBasis} filters={mine} />
        <Figure label={words.mineUrgent} basis={words.unfinishedBasis} filters={{ ...mine, priority: 'urgent' }} />
        {queue && <Figure label={words.queue} basis={words.queueBasis} filters={queue} />}
      </div>
      <div className="grid items-start gap-gap xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-gap">
          {caller && <Card title={words.call}>{caller}</Card>}
          <AskedOfMe />
          <MyRequests search={mine} />
        </div>
        <div className="flex min-w-0 flex-col gap-gap">
          {queue ? <UnitQueue search={queue} /> : <NoUnit />}
          {may('kpi.read') && <MyFigures personId={me.id} />}
          <RecentRequests personId={me.id} />
        </div>
      </div>
    </Page>
  )
}

/** How many unfinished requests there are of a kind; pressed, the list of them. */
function Figure({ label, basis, filters }: { label: string; basis: string; filters: RequestFilters }) {
  const words = useDeskWords()
  const format = useFormat()
  const router = useRouter()
  const { sort: _, ...counted } = filters
  const { data } = useQuery(query(requestRoutes.count, { query: { ...counted, status: 'unfinished' } }))
  const value = data && (data.more ? words.atLeast(format.number(data.count)) : format.number(data.count))
  const { href } = router.buildLocation({ to: '/requests', search: filters })
  return <StatCard label={label} value={value ?? null} unit={words.requestsUnit} basis={basis} href={href} />
}

function QuickActions({ commands }: { commands: readonly Command[] }) {
  const words = useDeskWords()
  const language = useLanguage()
  const may = useMay()
  const navigate = useNavigate()
  const open = commands.filter(({ permission }) => !permission || may(permission))
  return (
    <div role="group" aria-label={words.actions} className="flex flex-wrap gap-2">
      {open.map(({ id, label, icon: Icon, href }) => (
        <Button key={id} icon={<Icon size={16} />} onPress={() => void navigate({ href })}>
          {label[language]}
        </Button>
      ))}
    </div>
  )
}
