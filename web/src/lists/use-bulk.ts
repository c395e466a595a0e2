import { bulkRoutes, type BulkView } from '@parvandeh/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { query, useWrite } from '../api/query.ts'
import { useFormat } from '../persian/format.ts'
import { toast, toastFailure } from '../ui/toast.tsx'
import { useListsWords } from './messages.ts'

const pollMilliseconds = 400

export const isUnderWay = ({ state }: BulkView) => state === 'working' || state === 'undoing'

/** The change as the server has it, asked again and again while it is being made. */
export function useProgress(bulkId: string, first: BulkView | undefined): BulkView | undefined {
  const { data } = useQuery({
    ...query(bulkRoutes.show, { params: { bulkId } }),
    enabled: first !== undefined,
    ...(first && { initialData: first }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? pollMilliseconds : false),
  })
  return first ? (data ?? first) : undefined
}

/** What can be done with a change that was asked for. */
export function useBulkVerbs(bulkId: string) {
  const client = useQueryClient()
  const onSuccess = (view: BulkView) => {
    client.setQueryData(query(bulkRoutes.show, { params: { bulkId: view.id } }).queryKey, view)
    void client.invalidateQueries()
  }
  const answered = { onSuccess, onError: toastFailure }
  const [undo, stop, goOn] = [useWrite(bulkRoutes.undo, answered), useWrite(bulkRoutes.stop, answered), useWrite(bulkRoutes.goOn, answered)]
  const input = { params: { bulkId } }
  return {
    undo: () => undo.mutate(input),
    stop: () => stop.mutate(input),
    goOn: () => goOn.mutate(input),
    isPending: undo.isPending || stop.isPending || goOn.isPending,
  }
}

/** Where every row was changed there is nothing to look at: the window closes and undo is offered in passing. */
export function useFinish(view: BulkView | undefined, said: string, onUndo: () => void, onClose: () => void) {
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
