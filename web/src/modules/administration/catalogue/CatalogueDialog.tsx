import type { ReactNode } from 'react'
import type { ApiFailure } from '../../../api/failure.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { useSettingWords } from '../messages.ts'
import { useCatalogueWords } from './messages.ts'

interface CatalogueDialogProps {
  title: string
  isNew: boolean
  failure: ApiFailure | null
  isPending: boolean
  active: boolean
  onActive: (active: boolean) => void
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** The form of a product or topic: its own fields, and whether it is in use. */
export function CatalogueDialog({ title, isNew, failure, isPending, active, onActive, onSubmit, onClose, children }: CatalogueDialogProps) {
  const words = useCatalogueWords()
  const settings = useSettingWords()
  return (
    <Dialog size="small" isOpen onOpenChange={(open) => !open && onClose()} title={title}>
      <FormLayout
        onSubmit={onSubmit}
        failure={failure}
        actions={
          <>
            <Button type="submit" variant="primary" pending={isPending}>
              {isNew ? settings.add : settings.save}
            </Button>
            <Button onPress={onClose}>{settings.cancel}</Button>
          </>
        }
      >
        {children}
        {!isNew && (
          <Switch isSelected={active} onChange={onActive} hint={words.isActiveHint}>
            {words.isActive}
          </Switch>
        )}
      </FormLayout>
    </Dialog>
  )
}
