import { bulkRoutes, type BulkView } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../api/query.ts'
import { useFormat } from '../persian/format.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import type { BulkPlan } from './bulk.types.ts'
import { BulkButtons, BulkMeter, BulkProgress } from './BulkProgress.tsx'
import { useListsWords } from './messages.ts'
import { isUnderWay, useBulkVerbs, useFinish, useProgress } from './use-bulk.ts'

const [pollMilliseconds, mostShown] = [3000, 10]

/** One's own changes of the list that go on unseen or were stopped: how far they have come, and the way to them. */
export function BulksUnderWay({ noun }: Pick<BulkPlan<never>, 'noun'>) {
  const words = useListsWords().bulk
  const [opened, setOpened] = useState<BulkView>()
  const { data } = useQuery({
    ...query(bulkRoutes.list, { query: { noun, limit: mostShown } }),
    refetchInterval: ({ state }) => (state.data?.rows.some(isUnderWay) ? pollMilliseconds : false),
  })
  const open = (data?.rows ?? []).filter((view) => isUnderWay(view) || view.state === 'stopped')
  return (
    <>
      {open.length > 0 && (
        <ul aria-label={words.underWay} data-print="no" className="flex flex-col gap-2">
          {open.map((view) => (
            <Line key={view.id} view={view} onOpen={() => setOpened(view)} />
          ))}
        </ul>
      )}
      {opened && <Opened first={opened} onClose={() => setOpened(undefined)} />}
    </>
  )
}

function Line({ view, onOpen }: { view: BulkView; onOpen: () => void }) {
  const words = useListsWords().bulk
  const format = useFormat()
  return (
    <li className="flex items-center gap-3 rounded-card border border-line bg-raised px-3 py-2">
      <div className="min-w-0 flex-1">
        <BulkMeter view={view} label={words[view.state === 'stopped' ? 'stoppedSince' : 'startedAt'](format.moment(view.startedAt))} />
      </div>
      <Button size="small" aria-haspopup="dialog" onPress={onOpen}>
        {words.look}
      </Button>
    </li>
  )
}

function Opened({ first, onClose }: { first: BulkView; onClose: () => void }) {
  const words = useListsWords().bulk
  const format = useFormat()
  const view = useProgress(first.id, first) ?? first
  const verbs = useBulkVerbs(first.id)
  const said = words.startedAt(format.moment(first.startedAt))
  useFinish(view, said, verbs.undo, onClose)
  return (
    <Dialog
      isOpen
      title={said}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      renderActions={(close) => <BulkButtons {...{ view, verbs, close }} />}
    >
      <BulkProgress view={view} />
    </Dialog>
  )
}
