import { secondFactorRoutes, sessionRoutes } from '@parvandeh/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { query } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { StatusBadge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSettingWords } from '../messages.ts'
import { useSecurityWords } from './messages.ts'
import { RenewCodesDialog, TurnOffDialog } from './SecondFactorDialogs.tsx'

const EnrolSecondFactor = lazy(() => import('./EnrolSecondFactor.tsx').then((module) => ({ default: module.EnrolSecondFactor })))

type Asked = 'on' | 'off' | 'renew'

/** One's own second factor: whether it is on, and the way to change that. */
export function SecondFactorCard() {
  const words = useSecurityWords()
  const format = useFormat()
  const client = useQueryClient()
  const state = useQuery(query(secondFactorRoutes.show))
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => {
    setAsked(null)
    for (const { path } of [secondFactorRoutes.show, sessionRoutes.show]) void client.invalidateQueries({ queryKey: [path] })
  }
  return (
    <Card title={words.factor} actions={state.data && <FactorBadge on={state.data.on} />}>
      <p className="mb-3 text-small text-muted">{words.factorText}</p>
      {state.error && <ErrorState failure={state.error} onRetry={() => void state.refetch()} />}
      {state.isPending && <SkeletonLines lines={1} />}
      {state.data?.on === false && (
        <Button variant="primary" onPress={() => setAsked('on')}>
          {words.turnOn}
        </Button>
      )}
      {state.data?.on && (
        <div className="flex flex-wrap items-center gap-2">
          <Button onPress={() => setAsked('renew')}>{words.renew}</Button>
          {!state.data.required && <Button onPress={() => setAsked('off')}>{words.turnOff}</Button>}
          <span className="text-small text-muted">
            {state.data.backupCodesLeft === 0 ? words.noCodesLeft : words.codesLeft(format.number(state.data.backupCodesLeft))}{' '}
            {state.data.required && words.required}
          </span>
        </div>
      )}
      {asked === 'on' && <EnrolDialog onClose={close} />}
      {asked === 'off' && <TurnOffDialog onClose={close} />}
      {asked === 'renew' && <RenewCodesDialog onClose={close} />}
    </Card>
  )
}

function FactorBadge({ on }: { on: boolean }) {
  const words = useSecurityWords()
  return (
    <StatusBadge shape={on ? 'check' : 'stop'} {...(on ? { tone: 'positive' as const } : {})}>
      {on ? words.on : words.off}
    </StatusBadge>
  )
}

/** Closed by its buttons alone, lest a stray press lose the backup codes. */
function EnrolDialog({ onClose }: { onClose: () => void }) {
  const words = useSecurityWords()
  const { cancel } = useSettingWords()
  const done = () => {
    toast({ text: words.turnedOn })
    onClose()
  }
  return (
    <Dialog size="small" role="alertdialog" isOpen onOpenChange={(open) => !open && onClose()} title={words.enrolTitle}>
      <Suspense fallback={<SkeletonLines lines={3} />}>
        <EnrolSecondFactor leave={<Button onPress={onClose}>{cancel}</Button>} onDone={done} />
      </Suspense>
    </Dialog>
  )
}
