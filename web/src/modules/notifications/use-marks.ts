import { notificationRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useWrite } from '../../api/query.ts'
import { useFormat } from '../../persian/format.ts'
import { toast, toastFailure } from '../../ui/toast.tsx'
import { useNoticeWords } from './messages.ts'

/** Marks notifications as read or unread; of all at once the marking can be taken back. */
export function useMarks() {
  const words = useNoticeWords()
  const { number } = useFormat()
  const client = useQueryClient()
  const again = () =>
    client.invalidateQueries({ predicate: ({ queryKey: [path] }) => typeof path === 'string' && path.startsWith('/api/notifications') })
  const options = { onSuccess: again, onError: toastFailure }
  const one = useWrite(notificationRoutes.mark, options)
  const takeBack = useWrite(notificationRoutes.unmarkAll, options)
  const all = useWrite(notificationRoutes.markAll, {
    onError: toastFailure,
    onSuccess: async ({ count, readAt }) => {
      if (count > 0) toast({ text: words.markedAll(number(count)), onUndo: () => takeBack.mutate({ body: { readAt } }) })
      await again()
    },
  })
  return { mark: (id: string, read: boolean) => one.mutate({ body: { ids: [id], read } }), markAll: () => all.mutate({}) }
}
