import { classificationRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { query, useWrite } from '../../../api/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { ClassMark } from './marks.tsx'
import { useClassWords } from './messages.ts'
import { type FileClasses, type Scheme, useSchemes } from './schemes.ts'

interface ClassDialogProps {
  customerId: string
  scheme: Scheme
  shown: FileClasses | undefined
  onClose: () => void
}

const none = 'none'

/** Puts the customer into a class by hand, and says why. */
export function ClassDialog({ customerId, scheme, shown, onClose }: ClassDialogProps) {
  const words = useClassWords()
  const { nameOf } = useSchemes()
  const client = useQueryClient()
  const [classId, setClassId] = useState<string>(shown?.classes.find(({ schemeId }) => schemeId === scheme.id)?.classId ?? none)
  const [reason, setReason] = useState('')
  const save = useWrite(classificationRoutes.classify, {
    onSuccess: (after) => {
      client.setQueryData(query(classificationRoutes.ofFile, { params: { customerId } }).queryKey, after)
      onClose()
    },
  })
  const submit = () =>
    save.mutate({
      params: { customerId, schemeId: scheme.id },
      body: { classId: classId === none ? null : classId, reason: reason.trim() || null },
    })
  return (
    <Dialog size="small" isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={words.dialogTitle(nameOf(scheme))}>
      <FormLayout
        onSubmit={submit}
        failure={save.error}
        actions={
          <>
            <Button type="submit" variant="primary" pending={save.isPending}>
              {words.save}
            </Button>
            <Button onPress={onClose}>{words.cancel}</Button>
          </>
        }
      >
        <Select
          autoFocus
          label={words.class}
          options={[
            { id: none, label: words.none },
            ...scheme.classes
              .filter(({ active }) => active)
              .map((one) => ({ id: one.id, label: nameOf(one), icon: <ClassMark mark={one.mark} /> })),
          ]}
          value={classId}
          onChange={setClassId}
        />
        <TextField label={words.reason} hint={words.reasonHint} maxLength={300} value={reason} onChange={setReason} />
      </FormLayout>
    </Dialog>
  )
}
