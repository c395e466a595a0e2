import { requestRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { query } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { TextArea } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import type { RequestView } from '../request.types.ts'
import { type ActDialogProps, FormDialog } from './ActDialog.tsx'
import { useRequestWords } from './messages.ts'
import { keyOf, useAct } from './use-act.ts'

/** Merges the request into another open one of the same customer, and goes on there. */
export function MergeDialog({ request, onClose }: ActDialogProps & { request: RequestView }) {
  const words = useRequestWords()
  const navigate = useNavigate()
  const { digits } = useFormat()
  const [intoNumber, setNumber] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const others = useQuery(query(requestRoutes.list, { query: { customerId: request.customerId, status: 'unfinished', limit: 200 } }))
  const rows = others.data?.rows.filter(({ id }) => id !== request.id) ?? []
  const act = useAct(requestRoutes.merge, {
    onDone: () => {
      toast({ text: words.done.merge })
      onClose()
      if (intoNumber) void navigate({ to: '/requests/$number', params: { number: intoNumber } })
    },
  })
  return (
    <FormDialog
      danger
      title={words.mergeTitle}
      said={others.data && rows.length === 0 ? words.mergeNone : words.mergeText}
      action={words.mergeAction}
      failure={act.error}
      pending={act.isPending}
      isComplete={intoNumber !== null}
      onSubmit={() => intoNumber && act.mutate({ params: keyOf(request), body: { intoNumber, note } })}
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <ComboBox
            autoFocus
            isRequired
            label={words.mergeInto}
            placeholder={words.mergePlaceholder}
            isPending={others.isPending}
            options={rows.map(({ number, subject }) => ({ id: number, label: `${digits(number)} — ${subject}` }))}
            value={intoNumber}
            onChange={setNumber}
            problem={isAsked && intoNumber === null ? words.needed : undefined}
          />
          <TextArea label={words.note} placeholder={words.notePlaceholder} value={note} onChange={setNote} rows={2} />
        </>
      )}
    </FormDialog>
  )
}
