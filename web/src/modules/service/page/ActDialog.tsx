import { type ReactNode, useState } from 'react'
import type { ApiFailure } from '../../../api/failure.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { useServiceWords } from '../messages.ts'

/** What every dialog of an action is given. */
export interface ActDialogProps {
  onClose: () => void
}

interface FormDialogProps extends ActDialogProps {
  title: string
  /** A sentence on what will happen. */
  said?: ReactNode
  action: string
  danger?: boolean
  failure: ApiFailure | null
  pending: boolean
  /** False where something is still missing: the fields then say what. */
  isComplete: boolean
  onSubmit: () => void
  children: (isAsked: boolean) => ReactNode
  size?: 'small' | 'medium'
}

/** An action that asks for something first: one form, the refusal of the server at its head. */
export function FormDialog({
  title,
  said,
  action,
  danger,
  failure,
  pending,
  isComplete,
  onSubmit,
  onClose,
  children,
  size = 'medium',
}: FormDialogProps) {
  const words = useServiceWords()
  const [isAsked, setAsked] = useState(false)
  const submit = () => {
    setAsked(true)
    if (isComplete && !pending) onSubmit()
  }
  return (
    <Dialog isOpen size={size} title={title} onOpenChange={(open) => !open && onClose()}>
      <FormLayout
        onSubmit={submit}
        failure={failure}
        actions={
          <>
            <Button type="submit" variant={danger ? 'danger' : 'primary'} pending={pending}>
              {action}
            </Button>
            <Button onPress={onClose}>{words.cancel}</Button>
          </>
        }
      >
        {said && <p className="text-body text-muted">{said}</p>}
        {children(isAsked)}
      </FormLayout>
    </Dialog>
  )
}
