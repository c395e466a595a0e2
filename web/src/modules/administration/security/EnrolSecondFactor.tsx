import { secondFactorRoutes } from '@parvandeh/contract'
import { type ReactNode, useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Button } from '../../../ui/Button.tsx'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { PasswordField } from '../../../ui/TextField.tsx'
import { BackupCodes } from './BackupCodes.tsx'
import { CodeField } from './CodeField.tsx'
import { useSecurityWords } from './messages.ts'
import { QrCode } from './QrCode.tsx'
import { saidOf } from './said.ts'

interface EnrolProps {
  /** The way out, beside the button that goes on. */
  leave: ReactNode
  onDone: () => void
}

/** Three steps: the password, a first code of the app, and the codes for a day without the phone. */
export function EnrolSecondFactor({ leave, onDone }: EnrolProps) {
  const words = useSecurityWords()
  const begin = useWrite(secondFactorRoutes.begin)
  const confirm = useWrite(secondFactorRoutes.confirm)
  if (confirm.data) {
    return (
      <div className="flex flex-col gap-4">
        <BackupCodes codes={confirm.data.backupCodes} />
        <div>
          <Button variant="primary" onPress={onDone}>
            {words.kept}
          </Button>
        </div>
      </div>
    )
  }
  if (begin.data) return <ScanStep {...begin.data} confirm={confirm} leave={leave} />
  return <PasswordStep begin={begin} leave={leave} />
}

type Write<T extends (typeof secondFactorRoutes)['begin'] | (typeof secondFactorRoutes)['confirm']> = ReturnType<typeof useWrite<T>>

function PasswordStep({ begin, leave }: { begin: Write<typeof secondFactorRoutes.begin>; leave: ReactNode }) {
  const words = useSecurityWords()
  const [password, setPassword] = useState('')
  return (
    <FormLayout
      onSubmit={() => begin.mutate({ body: { password } })}
      failure={saidOf(begin.error)}
      actions={
        <>
          <Button type="submit" variant="primary" pending={begin.isPending} isDisabled={password === ''}>
            {words.goOn}
          </Button>
          {leave}
        </>
      }
    >
      <p className="text-muted">{words.stepPassword}</p>
      <PasswordField label={words.yourPassword} autoFocus autoComplete="current-password" value={password} onChange={setPassword} />
    </FormLayout>
  )
}

interface ScanStepProps {
  secret: string
  address: string
  confirm: Write<typeof secondFactorRoutes.confirm>
  leave: ReactNode
}

function ScanStep({ secret, address, confirm, leave }: ScanStepProps) {
  const words = useSecurityWords()
  const [code, setCode] = useState('')
  return (
    <FormLayout
      onSubmit={() => confirm.mutate({ body: { code } })}
      failure={saidOf(confirm.error)}
      actions={
        <>
          <Button type="submit" variant="primary" pending={confirm.isPending} isDisabled={code.trim() === ''}>
            {words.confirm}
          </Button>
          {leave}
        </>
      }
    >
      <p>{words.stepScan}</p>
      <div className="flex justify-center">
        <QrCode text={address} label={words.qr} />
      </div>
      <p className="text-small text-muted">{words.stepApps}</p>
      <div>
        <p className="mb-1 text-small text-muted">{words.secret}</p>
        <div className="flex items-center gap-2 rounded-control border border-line bg-sunken py-1.5 ps-3 pe-1">
          <Bidi ltr className="min-w-0 flex-1 font-mono text-small break-words select-all">
            {secret.replaceAll(/(.{4})(?=.)/gu, '$1 ')}
          </Bidi>
          <CopyButton text={secret} label={words.copySecret} />
        </div>
      </div>
      <CodeField label={words.firstCode} value={code} onChange={setCode} />
    </FormLayout>
  )
}
