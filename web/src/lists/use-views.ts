import { type ListName, type SavedView, viewRoutes } from '@parvandeh/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { query, useWrite } from '../api/query.ts'
import { toast, toastFailure } from '../ui/toast.tsx'
import { useListsWords } from './messages.ts'

const none: readonly SavedView[] = []

/** The saved views of a list that the person finds there. */
export function useViews(list: ListName) {
  const { data } = useQuery({ ...query(viewRoutes.list, { query: { list } }), staleTime: 60_000 })
  return { views: data?.views ?? none, canShareWithAll: data?.canShareWithAll ?? false, areRead: data !== undefined }
}

/** What may be done with views, each said in passing; the list of views is read again after each. */
export function useViewVerbs(list: ListName) {
  const words = useListsWords().view
  const client = useQueryClient()
  const reread = () => client.invalidateQueries({ queryKey: [viewRoutes.list.path] })
  const restore = useWrite(viewRoutes.restore, {
    onSuccess: async ({ name }) => {
      await reread()
      toast({ text: words.restored(name) })
    },
    onError: toastFailure,
  })
  const remove = useWrite(viewRoutes.remove, { onSuccess: reread, onError: toastFailure })
  const setDefault = useWrite(viewRoutes.setDefault, { onSuccess: reread, onError: toastFailure })
  const change = useWrite(viewRoutes.change, { onSuccess: reread, onError: toastFailure })
  return {
    change,
    remove: (view: SavedView, onRemoved: () => void) =>
      remove.mutate(
        { params: { viewId: view.id } },
        {
          onSuccess: () => {
            onRemoved()
            toast({ text: words.removed(view.name), onUndo: () => restore.mutate({ params: { viewId: view.id } }) })
          },
        },
      ),
    setDefault: (viewId: string | null) =>
      setDefault.mutate(
        { params: { list }, body: { viewId } },
        { onSuccess: () => toast({ text: viewId === null ? words.isNotDefault : words.isDefault }) },
      ),
  }
}
