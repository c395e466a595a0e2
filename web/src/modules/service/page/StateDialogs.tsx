import { outcomes, requestRoutes } from '@parvandeh/contract'
import { useState } from 'react'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { TextArea } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useServiceWords } from '../messages.ts'
import type { Outcome, RequestView } from '../request.types.ts'
import { type ActDialogProps, FormDialog } from './ActDialog.tsx'
import { useRequestWords } from './messages.ts'
import { keyOf, useAct } from './use-act.ts'

interface Props extends ActDialogProps {
  request: RequestView
}

/** Puts the request on wait, and says whose turn it is. */
export function WaitDialog({ request, onClose }: Props) {
  const words = useRequestWords()
  const [on, setOn] = useState<'customer' | 'third-party'>('customer')
  const [note, setNote] = useState('')
  const act = useAct(requestRoutes.wait, { onDone: () => (toast({ text: words.done.wait }), onClose()) })
  return (
    <FormDialog
      isComplete
      title={words.verbs.wait}
      action={words.verbs.wait}
      failure={act.error}
      pending={act.isPending}
      onSubmit={() => act.mutate({ params: keyOf(request), body: { on, note } })}
      onClose={onClose}
    >
      {() => (
        <>
          <RadioGroup
            label={words.waitFor}
            value={on}
            onChange={setOn}
            options={[
              { id: 'customer', label: words.waitForCustomer, hint: words.waitForCustomerHint },
              { id: 'third-party', label: words.waitForThird, hint: words.waitForThirdHint },
            ]}
          />
          <TextArea label={words.note} placeholder={words.notePlaceholder} value={note} onChange={setNote} />
        </>
      )}
    </FormDialog>
  )
}

type Reached = Exclude<Outcome, 'duplicate'>
const reached = outcomes.filter((outcome): outcome is Reached => outcome !== 'duplicate')

/** Records how the work ended for the customer. */
export function ResolveDialog({ request, onClose }: Props) {
  const words = useRequestWords()
  const service = useServiceWords()
  const [outcome, setOutcome] = useState<Reached | null>(null)
  const [note, setNote] = useState('')
  const act = useAct(requestRoutes.resolve, { onDone: () => (toast({ text: words.done.resolve }), onClose()) })
  return (
    <FormDialog
      title={words.resolveTitle}
      action={words.resolve}
      failure={act.error}
      pending={act.isPending}
      isComplete={outcome !== null}
      onSubmit={() => outcome && act.mutate({ params: keyOf(request), body: { outcome, note } })}
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <RadioGroup
            isRequired
            label={words.outcome}
            value={outcome}
            onChange={setOutcome}
            options={reached.map((id) => ({ id, label: service.outcomes[id] }))}
            problem={isAsked && outcome === null ? words.needed : undefined}
          />
          <TextArea label={words.note} placeholder={words.notePlaceholder} value={note} onChange={setNote} />
        </>
      )}
    </FormDialog>
  )
}

/** Brings back what was resolved, closed or merged, with the reason. */
export function ReopenDialog({ request, onClose }: Props) {
  const words = useRequestWords()
  const [note, setNote] = useState('')
  const act = useAct(requestRoutes.reopen, { onDone: () => (toast({ text: words.done.reopen }), onClose()) })
  return (
    <FormDialog
      title={words.reopenTitle}
      action={words.reopen}
      failure={act.error}
      pending={act.isPending}
      isComplete={note.trim() !== ''}
      onSubmit={() => act.mutate({ params: keyOf(request), body: { note } })}
      onClose={onClose}
    >
      {(isAsked) => (
        <TextArea
          autoFocus
          isRequired
          label={words.reopenReason}
          hint={request.status === 'merged' ? words.undoMergeHint : words.reopenHint}
          value={note}
          onChange={setNote}
          problem={isAsked && note.trim() === '' ? words.neededReason : undefined}
        />
      )}
    </FormDialog>
  )
}

/** Closes what was resolved, after saying what that means. */
export function CloseDialog({ request, onClose }: Props) {
  const words = useRequestWords()
  const [note, setNote] = useState('')
  const act = useAct(requestRoutes.close, { onDone: () => (toast({ text: words.done.close }), onClose()) })
  return (
    <FormDialog
      isComplete
      title={words.closeTitle}
      said={words.closeText}
      action={words.verbs.close}
      failure={act.error}
      pending={act.isPending}
      onSubmit={() => act.mutate({ params: keyOf(request), body: { note } })}
      onClose={onClose}
    >
      {() => <TextArea label={words.note} placeholder={words.notePlaceholder} value={note} onChange={setNote} rows={2} />}
    </FormDialog>
  )
}
