import type { Route } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CallInput } from '../../api/call.ts'
import { useWrite } from '../../api/query.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { toast, toastFailure } from '../../ui/toast.tsx'

interface ConfirmWriteProps<T extends Route> {
  route: T
  input: CallInput<T>
  /** Reads that are no longer true afterwards. */
  stale: readonly Route[]
  title: string
  actionLabel: string
  /** What is said once it is done. */
  done: string
  /** What will happen, and what cannot be undone. */
  children: ReactNode
  onDone?: () => void
  onClose: () => void
}

/** Asks before a write that takes something away, does it, and says so. */
export function ConfirmWrite<T extends Route>({ route, input, stale, done, onDone, onClose, ...shown }: ConfirmWriteProps<T>) {
  const client = useQueryClient()
  const write = useWrite(route, {
    onSuccess: () => {
      for (const { path } of stale) void client.invalidateQueries({ queryKey: [path] })
      toast({ text: done })
      onDone?.()
    },
    onError: toastFailure,
    onSettled: onClose,
  })
  return (
    <ConfirmDialog
      {...shown}
      danger
      isOpen
      onOpenChange={(open) => !open && onClose()}
      pending={write.isPending}
      onConfirm={() => write.mutate(input)}
    />
  )
}
