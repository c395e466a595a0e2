import { duplicateRoutes, type DuplicatePair } from '@parvandeh/contract'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Settings2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { pages, rowsOf, useWrite } from '../../../api/query.ts'
import { useMay } from '../../../api/session.ts'
import { useShortcut } from '../../../shell/shortcuts.ts'
import { Button } from '../../../ui/Button.tsx'
import { MorePages } from '../../../ui/MorePages.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { useDuplicateWords } from './messages.ts'
import { NoPairs, PairList, keyOf } from './PairList.tsx'
import { PairPanel } from './PairPanel.tsx'
import { ScanBar } from './ScanBar.tsx'
import { SettingsDialog } from './SettingsDialog.tsx'

type State = 'open' | 'not-duplicates'

/** The desk of duplicates: pairs of files, the likeliest first, to be merged or told apart. */
export function DuplicatesPage() {
  const words = useDuplicateWords()
  const may = useMay()
  const navigate = useNavigate()
  const { state = 'open' } = useSearch({ from: '/app/duplicates' })
  const [showsSettings, setShowsSettings] = useState(false)
  return (
    <Page
      title={words.title}
      subtitle={words.subtitle}
      actions={
        may('identity.manage') && (
          <Button icon={<Settings2 size={16} />} onPress={() => setShowsSettings(true)}>
            {words.settings.open}
          </Button>
        )
      }
    >
      <title>{words.title}</title>
      <ScanBar mayControl={may('identity.manage')} />
      <Segmented
        className="sm:w-80"
        label={words.state}
        options={(['open', 'not-duplicates'] as const).map((id) => ({ id, label: words.states[id] }))}
        value={state}
        onChange={(next) => void navigate({ to: '/duplicates', search: next === 'open' ? {} : { state: next }, replace: true })}
      />
      <Pairs key={state} state={state} />
      {showsSettings && <SettingsDialog onClose={() => setShowsSettings(false)} />}
    </Page>
  )
}

function Pairs({ state }: { state: State }) {
  const words = useDuplicateWords()
  const list = useInfiniteQuery(pages(duplicateRoutes.list, { query: { state, limit: 30 } }))
  const pairs = rowsOf(list.data)
  const [place, setPlace] = useState(0)
  const current = Math.min(place, Math.max(0, pairs.length - 1))
  const chosen = pairs[current]
  const { decide, isDeciding } = useDecide()
  usePairKeys({ pairs, current, setPlace, decide })
  if (list.error || !chosen)
    return <NoPairs state={state} failure={list.error} isPending={list.isPending} onRetry={() => void list.refetch()} />
  return (
    <div className="grid items-start gap-gap lg:grid-cols-[22rem_minmax(0,1fr)] xl:grid-cols-[26rem_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col gap-2">
        <PairList pairs={pairs} current={current} onChoose={setPlace}>
          <MorePages hasMore={list.hasNextPage} isPending={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
        </PairList>
        <p className="text-caption text-faint max-lg:hidden">{words.keys}</p>
      </div>
      <div className="max-lg:hidden">
        <PairPanel key={keyOf(chosen)} pair={chosen} onDecide={() => decide(chosen)} isDeciding={isDeciding} />
      </div>
    </div>
  )
}

/** Says that the two are two customers, or takes that back; a slip is mended from the message. */
function useDecide() {
  const words = useDuplicateWords()
  const client = useQueryClient()
  const write = useWrite(duplicateRoutes.decide, {
    onSuccess: () => client.invalidateQueries({ queryKey: [duplicateRoutes.list.path] }),
    onError: toastFailure,
  })
  const send = ({ files: [a, b] }: DuplicatePair, state: State, after?: () => void) =>
    write.mutate({ params: { customerId: a.customerId, otherId: b.customerId }, body: { state } }, { onSuccess: after })
  const decide = (pair: DuplicatePair) => {
    if (!pair.can.decide || write.isPending) return
    if (pair.state !== 'open') return send(pair, 'open')
    send(pair, 'not-duplicates', () => toast({ text: words.saidTwo, onUndo: () => send(pair, 'open') }))
  }
  return { decide, isDeciding: write.isPending }
}

interface PairKeys {
  pairs: readonly DuplicatePair[]
  current: number
  setPlace: (place: number) => void
  decide: (pair: DuplicatePair) => void
}

function usePairKeys({ pairs, current, setPlace, decide }: PairKeys) {
  const words = useDuplicateWords()
  const navigate = useNavigate()
  const list = useRef(pairs)
  useEffect(() => {
    list.current = pairs
  })
  const chosen = pairs[current]
  useShortcut({ code: 'KeyJ', keys: 'J', label: words.next, run: () => setPlace(Math.min(current + 1, list.current.length - 1)) })
  useShortcut({ code: 'KeyK', keys: 'K', label: words.previous, run: () => setPlace(Math.max(current - 1, 0)) })
  useShortcut({ code: 'KeyN', keys: 'N', label: words.notDuplicates, run: () => chosen && decide(chosen) })
  useShortcut({
    code: 'KeyM',
    keys: 'M',
    label: words.compare,
    run: () => {
      if (!chosen) return
      const [a, b] = chosen.files
      void navigate({ to: '/duplicates/$customerId/$otherId', params: { customerId: a.customerId, otherId: b.customerId } })
    },
  })
}
