import { calendarRoutes, supervisionRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useWrite } from '../../../api/query.ts'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { useSupervisionWords } from './messages.ts'

interface Leave {
  personId: string
  from: string
  to: string
  note: string
}

/** Records leaves and removes them; what was recorded can be taken back. */
export function useLeaves(onAdded?: () => void) {
  const words = useSupervisionWords()
  const client = useQueryClient()
  const again = () => client.invalidateQueries({ queryKey: [supervisionRoutes.show.path] })
  const removing = useWrite(calendarRoutes.removeLeave, {
    onError: toastFailure,
    onSuccess: () => {
      toast({ text: words.leaveRemoved })
      return again()
    },
  })
  const remove = (leaveId: string) => removing.mutate({ params: { leaveId } })
  const adding = useWrite(calendarRoutes.addLeave, {
    onSuccess: ({ id }) => {
      toast({ text: words.leaveAdded, onUndo: () => remove(id) })
      onAdded?.()
      return again()
    },
  })
  return { add: (body: Leave) => adding.mutate({ body }), remove, failure: adding.error, isAdding: adding.isPending }
}
