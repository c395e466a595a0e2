import { peopleRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { PasswordField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSettingWords } from '../messages.ts'
import { usePeopleWords } from './messages.ts'
import type { Person } from './person.types.ts'

/** Gives somebody a new password, to be handed over by whoever sets it. */
export function SetPasswordDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const words = usePeopleWords()
  const { cancel } = useSettingWords()
  const client = useQueryClient()
  const [password, setPassword] = useState('')
  const set = useWrite(peopleRoutes.setPassword, {
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: [peopleRoutes.list.path] })
      toast({ text: words.passwordSet(person.name) })
      onClose()
    },
  })
  return (
    <Dialog size="small" title={words.setPasswordTitle(person.name)} isOpen onOpenChange={(open) => !open && onClose()}>
      <FormLayout
        onSubmit={() => set.mutate({ params: { personId: person.id }, body: { password } })}
        failure={set.error}
        actions={
          <>
            <Button type="submit" variant="primary" pending={set.isPending} isDisabled={password === ''}>
              {words.setPassword}
            </Button>
            <Button onPress={onClose}>{cancel}</Button>
          </>
        }
      >
        <p className="text-muted">{words.setPasswordText}</p>
        <PasswordField
          label={words.newPassword}
          autoFocus
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          problem={set.error?.byField.password}
        />
      </FormLayout>
    </Dialog>
  )
}
