import { secondFactorRoutes } from '@parvandeh/contract'
import { useState } from 'react'
import type { ApiFailure } from '../../../api/failure.ts'
import { useWrite } from '../../../api/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { PasswordField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSettingWords } from '../messages.ts'
import { BackupCodes } from './BackupCodes.tsx'
import { CodeField } from './CodeField.tsx'
import { useSecurityWords } from './messages.ts'
import { saidOf } from './said.ts'

/** Turns the second factor off, by the password and a code together. */
export function TurnOffDialog({ onClose }: { onClose: () => void }) {
  const words = useSecurityWords()
  const off = useWrite(secondFactorRoutes.turnOff, {
    onSuccess: () => {
      toast({ text: words.turnedOff })
      onClose()
    },
  })
  return (
    <Dialog size="small" isOpen onOpenChange={(open) => !open && onClose()} title={words.turnOffTitle}>
      <BothForm
        text={words.turnOffText}
        action={words.turnOff}
        isPending={off.isPending}
        failure={off.error}
        onSubmit={(body) => off.mutate({ body })}
        onClose={onClose}
      />
    </Dialog>
  )
}

/** Makes new backup codes, by the password and a code together, and shows them this once. */
export function RenewCodesDialog({ onClose }: { onClose: () => void }) {
  const words = useSecurityWords()
  const renew = useWrite(secondFactorRoutes.renewBackupCodes)
  if (renew.data) {
    return (
      <Dialog
        size="small"
        role="alertdialog"
        isOpen
        onOpenChange={(open) => !open && onClose()}
        title={words.backupTitle}
        renderActions={(close) => (
          <Button variant="primary" onPress={close}>
            {words.kept}
          </Button>
        )}
      >
        <BackupCodes codes={renew.data.backupCodes} />
      </Dialog>
    )
  }
  return (
    <Dialog size="small" isOpen onOpenChange={(open) => !open && onClose()} title={words.renewTitle}>
      <BothForm
        text={words.renewText}
        action={words.renew}
        isPending={renew.isPending}
        failure={renew.error}
        onSubmit={(body) => renew.mutate({ body })}
        onClose={onClose}
      />
    </Dialog>
  )
}

interface BothFormProps {
  text: string
  action: string
  isPending: boolean
  failure: ApiFailure | null
  onSubmit: (given: { password: string; code: string }) => void
  onClose: () => void
}

function BothForm({ text, action, isPending, failure, onSubmit, onClose }: BothFormProps) {
  const words = useSecurityWords()
  const { cancel } = useSettingWords()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  return (
    <FormLayout
      onSubmit={() => onSubmit({ password, code })}
      failure={saidOf(failure)}
      actions={
        <>
          <Button type="submit" variant="primary" pending={isPending} isDisabled={password === '' || code.trim() === ''}>
            {action}
          </Button>
          <Button onPress={onClose}>{cancel}</Button>
        </>
      }
    >
      <p className="text-muted">{text}</p>
      <PasswordField label={words.yourPassword} autoFocus autoComplete="current-password" value={password} onChange={setPassword} />
      <CodeField label={words.code} hint={words.codeHint} value={code} onChange={setCode} />
    </FormLayout>
  )
}
