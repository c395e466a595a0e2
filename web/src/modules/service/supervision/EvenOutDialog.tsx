import { slipSeconds, supervisionRoutes } from '@parvandeh/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Scale } from 'lucide-react'
import { useState } from 'react'
import { query, useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { useSupervisionWords } from './messages.ts'
import { MoveList } from './MoveList.tsx'

const usualCount = 5
const mostCount = 50

/** What would be moved, from whom to whom and why; done only when confirmed, and taken back in one press. */
export function EvenOutDialog({ unitId, onClose }: { unitId: string | undefined; onClose: () => void }) {
  const words = useSupervisionWords()
  const { number } = useFormat()
  const [count, setCount] = useState(usualCount)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const asked = { count, ...(unitId === undefined ? {} : { unitId }) }
  const proposal = useQuery({ ...query(supervisionRoutes.propose, { query: asked }), staleTime: 0, gcTime: 0 })
  const moves = proposal.data?.moves ?? []
  const chosen = moves.filter(({ requestId }) => !left.has(requestId))
  const move = useMoves(onClose)
  return (
    <Dialog
      size="large"
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={words.proposal}
      renderActions={(close) => (
        <>
          <Button
            variant="primary"
            pending={move.isPending}
            isDisabled={chosen.length === 0}
            onPress={() => move.mutate({ body: { moves: chosen, note: words.moveNote } })}
          >
            {words.apply(number(chosen.length))}
          </Button>
          <Button onPress={close}>{words.cancel}</Button>
        </>
      )}
    >
      <div className="mb-3 flex flex-wrap items-end gap-4">
        <NumberField
          className="w-36"
          label={words.howMany}
          value={count}
          onChange={(next) => setCount(Math.min(mostCount, Math.max(1, next ?? usualCount)))}
        />
        <p className="min-w-0 flex-[1_1_20rem] text-small text-muted">{words.proposalText}</p>
      </div>
      {proposal.error && <ErrorState failure={proposal.error} onRetry={() => void proposal.refetch()} />}
      {proposal.isPending && <SkeletonLines lines={5} />}
      {proposal.data && moves.length === 0 && (
        <EmptyState compact icon={<Scale size={22} />} title={words.nothingToMove}>
          {words.nothingToMoveText}
        </EmptyState>
      )}
      <MoveList moves={moves} left={left} onChange={setLeft} />
    </Dialog>
  )
}

/** Moves, says what became of it, and offers the way back. */
function useMoves(onMoved: () => void) {
  const words = useSupervisionWords()
  const { number } = useFormat()
  const client = useQueryClient()
  const again = () => client.invalidateQueries({ queryKey: [supervisionRoutes.show.path] })
  const back = useWrite(supervisionRoutes.takeBack, {
    onError: toastFailure,
    onSuccess: ({ count }) => {
      toast({ text: words.takenBack(number(count)) })
      return again()
    },
  })
  return useWrite(supervisionRoutes.move, {
    onError: toastFailure,
    onSuccess: ({ moved, refused }) => {
      const detail = refused.length > 0 ? words.refused(number(refused.length)) : undefined
      const undo = moved.length > 0 ? { onUndo: () => back.mutate({ body: { moves: moved } }), staysFor: slipSeconds * 1000 } : {}
      toast({ text: words.moved(number(moved.length)), detail, ...undo })
      onMoved()
      return again()
    },
  })
}
