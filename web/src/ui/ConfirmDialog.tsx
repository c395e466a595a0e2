import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { useUiWords } from './messages.ts'

interface ConfirmDialogProps {
  title: string
  /** What will happen, and what cannot be undone. */
  children: ReactNode
  /** What the button does, in the imperative: «حذف واحد». */
  actionLabel: string
  onConfirm: () => void
  isOpen: boolean
  onOpenChange: (open: boolean) => void
  danger?: boolean
  pending?: boolean
}

/** Asks before what cannot be undone. Where undo is possible, do it and offer undo in a toast instead. */
export function ConfirmDialog({
  title,
  children,
  actionLabel,
  onConfirm,
  isOpen,
  onOpenChange,
  danger = false,
  pending = false,
}: ConfirmDialogProps) {
  const words = useUiWords()
  return (
    <Dialog
      role="alertdialog"
      size="small"
      title={title}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      renderActions={(close) => (
        <>
          <Button variant={danger ? 'danger' : 'primary'} pending={pending} onPress={onConfirm}>
            {actionLabel}
          </Button>
          <Button autoFocus onPress={close}>
            {words.cancel}
          </Button>
        </>
      )}
    >
      {children}
    </Dialog>
  )
}
