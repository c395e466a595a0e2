import { requestRoutes } from '@parvandeh/contract'
import { useState } from 'react'
import { toast } from '../../../ui/toast.tsx'
import { AboutFields, ContactFields, TestField } from '../form/DetailFields.tsx'
import { detailsOf } from '../form/details.ts'
import { useServiceWords } from '../messages.ts'
import type { RequestView } from '../request.types.ts'
import { type ActDialogProps, FormDialog } from './ActDialog.tsx'
import { useRequestWords } from './messages.ts'
import { keyOf, useAct } from './use-act.ts'

/** Corrects what a request says about itself; its facts follow from what happens and are not edited. */
export function EditDialog({ request, onClose }: ActDialogProps & { request: RequestView }) {
  const words = useRequestWords()
  const { save } = useServiceWords()
  const [details, setDetails] = useState(() => detailsOf(request))
  // The version that was opened: a colleague's change meanwhile is refused, not overwritten.
  const [version] = useState(request.version)
  const act = useAct(requestRoutes.change, { onDone: () => (toast({ text: words.done.edit }), onClose()) })
  const change = (some: Partial<typeof details>) => setDetails((before) => ({ ...before, ...some }))
  const problems = act.error?.byField ?? {}
  return (
    <FormDialog
      title={words.editTitle}
      action={save}
      failure={act.error}
      pending={act.isPending}
      isComplete={details.subject.trim() !== ''}
      onSubmit={() => act.mutate({ params: keyOf(request), body: { ...details, version } })}
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <AboutFields details={details} onChange={change} problems={problems} isAsked={isAsked} />
          <ContactFields details={details} onChange={change} problems={problems} />
          <TestField details={details} onChange={change} />
        </>
      )}
    </FormDialog>
  )
}
