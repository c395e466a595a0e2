import { bulkRoutes, type BulkView } from '@parvandeh/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { query, useWrite } from '../api/query.ts'
import { useFormat } from '../persian/format.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormFailure } from '../ui/FormLayout.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { SkeletonLines } from '../ui/states.tsx'
import { toast, toastFailure } from '../ui/toast.tsx'
import type { BulkChange, BulkPlan } from './bulk.types.ts'
import { Preview } from './BulkPreview.tsx'
import { Result } from './BulkResult.tsx'
import { useListsWords } from './messages.ts'

interface BulkDialogProps<Row> {
  change: BulkChange
  /** The change in words: «اولویت: فوری». */
  said: string
  plan: Pick<BulkPlan<Row>, 'fieldSaid' | 'valueSaid'>
  onApplied: () => void
  onClose: () => void
}

const pollMilliseconds = 400

/** A change of many rows: what it would do, then how far it has come, then what came of it, with the way back. */
export function BulkDialog<Row>({ change, said, plan, onApplied, onClose }: BulkDialogProps<Row>) {
  const words = useListsWords().bulk
  const [id] = useState(() => crypto.randomUUID())
  const preview = useQuery({ queryKey: ['bulk-preview', id], queryFn: change.preview, gcTime: 0, staleTime: Infinity })
  const apply = useMutation<BulkView>({ mutationFn: () => change.apply(id), onSuccess: onApplied })
  const view = useProgress(id, apply.data)
  const undo = useBulkUndo()
  useFinish(view, said, () => undo.mutate({ params: { bulkId: id } }), onClose)
  const failure = preview.error ?? apply.error
  const canApply = (preview.data?.changes ?? 0) > 0 && !preview.data?.more
  return (
    <Dialog
      isOpen
      title={said}
      onOpenChange={(open) => !open && onClose()}
      renderActions={(close) =>
        view ? (
          <>
            <Button variant="primary" onPress={close}>
              {words.close}
            </Button>
            {view.can.undo && (
              <Button pending={undo.isPending} onPress={() => undo.mutate({ params: { bulkId: id } })}>
                {words.undoAll}
              </Button>
            )}
          </>
        ) : (
          <>
            <Button variant="primary" pending={apply.isPending} isDisabled={!canApply} onPress={() => apply.mutate()}>
              {words.apply}
            </Button>
            <Button onPress={close}>{words.cancel}</Button>
          </>
        )
      }
    >
      {failure && <FormFailure failure={failure} />}
      {view ? (
        <Progress view={view} />
      ) : preview.data ? (
        <Preview preview={preview.data} plan={plan} />
      ) : preview.error ? null : (
        <SkeletonLines lines={4} />
      )}
    </Dialog>
  )
}

/** The change as the server has it, asked again and again while it is being made. */
function useProgress(bulkId: string, first: BulkView | undefined): BulkView | undefined {
  const { data } = useQuery({
    ...query(bulkRoutes.show, { params: { bulkId } }),
    enabled: first !== undefined,
    ...(first && { initialData: first }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? pollMilliseconds : false),
  })
  return first ? (data ?? first) : undefined
}

const isUnderWay = ({ state }: BulkView) => state === 'working' || state === 'undoing'

function useBulkUndo() {
  const client = useQueryClient()
  return useWrite(bulkRoutes.undo, {
    onSuccess: (view) => {
      client.setQueryData(query(bulkRoutes.show, { params: { bulkId: view.id } }).queryKey, view)
      void client.invalidateQueries()
    },
    onError: toastFailure,
  })
}

/** Where every row was changed there is nothing to look at: the window closes and undo is offered in passing. */
function useFinish(view: BulkView | undefined, said: string, onUndo: () => void, onClose: () => void) {
  const words = useListsWords().bulk
  const format = useFormat()
  const client = useQueryClient()
  const state = view?.state
  useEffect(() => {
    if (!view || state !== 'done') return
    void client.invalidateQueries()
    if (view.refused.length > 0) return
    toast({ text: words.changed(format.number(view.changed)), detail: said, onUndo, staysFor: Date.parse(view.undoUntil) - Date.now() })
    onClose()
    // Once, when it is done.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [state])
}

function Progress({ view }: { view: BulkView }) {
  const words = useListsWords().bulk
  const format = useFormat()
  if (!isUnderWay(view)) return <Result view={view} />
  const isBack = view.state === 'undoing'
  const [done, total] = isBack ? [view.putBack, view.changed] : [view.done, view.total]
  return (
    <ProgressBar
      label={isBack ? words.undoing : words.applying}
      share={total === 0 ? 1 : done / total}
      value={words.working(format.number(done), format.number(total))}
    />
  )
}
