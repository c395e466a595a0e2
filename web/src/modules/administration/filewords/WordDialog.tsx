import type { ReactNode } from 'react'
import type { ApiFailure } from '../../../api/failure.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { useSettingWords } from '../messages.ts'

interface WordDialogProps {
  title: string
  isNew: boolean
  failure: ApiFailure | null
  isPending: boolean
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
  /** Further buttons at the foot. */
  extra?: ReactNode
}

/** The form of one word of a vocabulary. */
export function WordDialog({ title, isNew, failure, isPending, onSubmit, onClose, children, extra }: WordDialogProps) {
  const words = useSettingWords()
  return (
    <Dialog size="small" isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={title}>
      <FormLayout
        onSubmit={onSubmit}
        failure={failure}
        actions={
          <>
            <Button type="submit" variant="primary" pending={isPending}>
              {isNew ? words.add : words.save}
            </Button>
            <Button onPress={onClose}>{words.cancel}</Button>
            {extra}
          </>
        }
      >
        {children}
      </FormLayout>
    </Dialog>
  )
}
