import { type CallOf, type Segment, segmentRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { useSegmentWords } from './messages.ts'

type Which = Extract<NonNullable<CallOf<typeof segmentRoutes.take>['body']>, { which: unknown }>['which']

/** What is done with segments, each said in passing, with the way back. */
export function useSegmentVerbs() {
  const words = useSegmentWords()
  const format = useFormat()
  const client = useQueryClient()
  const reread = () => client.invalidateQueries()
  const write = { onSuccess: reread, onError: toastFailure }
  const restore = useWrite(segmentRoutes.restore, {
    ...write,
    onSuccess: async ({ name }) => {
      await reread()
      toast({ text: words.restored(name) })
    },
  })
  const remove = useWrite(segmentRoutes.remove, write)
  const add = useWrite(segmentRoutes.add, write)
  const take = useWrite(segmentRoutes.take, write)
  return {
    remove: ({ id, name }: Segment, onRemoved: () => void) =>
      remove.mutate(
        { params: { segmentId: id } },
        {
          onSuccess: () => {
            onRemoved()
            toast({ text: words.removed(name), onUndo: () => restore.mutate({ params: { segmentId: id } }) })
          },
        },
      ),
    add: ({ id, name }: Pick<Segment, 'id' | 'name'>, which: Which) => {
      const changeId = crypto.randomUUID()
      const params = { segmentId: id }
      add.mutate(
        { params, body: { which, changeId } },
        {
          onSuccess: ({ added, there }) =>
            toast({
              text: words.added(format.number(added), name),
              detail: there > 0 ? words.there(format.number(there)) : undefined,
              ...(added > 0 && { onUndo: () => take.mutate({ params, body: { changeId } }) }),
            }),
        },
      )
    },
    take: ({ id, name }: Pick<Segment, 'id' | 'name'>, which: Which) => {
      const params = { segmentId: id }
      const again = 'ids' in which ? { onUndo: () => add.mutate({ params, body: { which, changeId: crypto.randomUUID() } }) } : {}
      take.mutate(
        { params, body: { which } },
        { onSuccess: ({ removed }) => toast({ text: words.takenOut(format.number(removed), name), ...again }) },
      )
    },
  }
}
