import type { BulkView } from '@parvandeh/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormFailure } from '../ui/FormLayout.tsx'
import { SkeletonLines } from '../ui/states.tsx'
import type { BulkChange, BulkPlan } from './bulk.types.ts'
import { Preview } from './BulkPreview.tsx'
import { BulkButtons, BulkProgress } from './BulkProgress.tsx'
import { useListsWords } from './messages.ts'
import { useBulkVerbs, useFinish, useProgress } from './use-bulk.ts'

interface BulkDialogProps<Row> {
  change: BulkChange
  /** The change in words: «اولویت: فوری». */
  said: string
  plan: Pick<BulkPlan<Row>, 'fieldSaid' | 'valueSaid'>
  onApplied: () => void
  onClose: () => void
}

/** A change of many rows: what it would do, then how far it has come, then what came of it, with the way back. */
export function BulkDialog<Row>({ change, said, plan, onApplied, onClose }: BulkDialogProps<Row>) {
  const words = useListsWords().bulk
  const [id] = useState(() => crypto.randomUUID())
  const preview = useQuery({ queryKey: ['bulk-preview', id], queryFn: change.preview, gcTime: 0, staleTime: Infinity })
  const apply = useMutation<BulkView>({ mutationFn: () => change.apply(id), onSuccess: onApplied })
  const view = useProgress(id, apply.data)
  const verbs = useBulkVerbs(id)
  useFinish(view, said, verbs.undo, onClose)
  const failure = preview.error ?? apply.error
  const { data: foreseen } = preview
  // Where only some were judged, that none of them would change does not say that none will.
  const canApply = foreseen && !foreseen.more && (foreseen.changes > 0 || foreseen.judged < foreseen.total)
  return (
    <Dialog
      isOpen
      title={said}
      onOpenChange={(open) => !open && onClose()}
      renderActions={(close) =>
        view ? (
          <BulkButtons {...{ view, verbs, close }} />
        ) : (
          <>
            <Button variant="primary" pending={apply.isPending} isDisabled={!canApply} onPress={() => apply.mutate()}>
              {words.apply}
            </Button>
            <Button onPress={close}>{words.cancel}</Button>
          </>
        )
      }
    >
      {failure && <FormFailure failure={failure} />}
      {view ? (
        <BulkProgress view={view} />
      ) : foreseen ? (
        <Preview preview={foreseen} plan={plan} />
      ) : preview.error ? null : (
        <SkeletonLines lines={4} />
      )}
    </Dialog>
  )
}
