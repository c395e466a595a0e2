import { importRoutes } from '@parvandeh/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { query, useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { ErrorState } from '../../../ui/states.tsx'
import { toastFailure } from '../../../ui/toast.tsx'
import type { Import } from '../import.types.ts'
import { useCustomerImportWords } from './messages.ts'

/** Takes an import back, after telling what would go, what would return and what would stay. */
export function UndoImport({ one }: { one: Import }) {
  const words = useCustomerImportWords()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const params = { importId: one.id }
  const undo = useWrite(importRoutes.undo, {
    onSuccess: (after) => {
      client.setQueryData(query(importRoutes.show, { params }).queryKey, after)
      setAsking(false)
    },
    onError: toastFailure,
  })
  return (
    <>
      <Button variant="quiet" icon={<Undo2 size={16} />} className="text-danger!" onPress={() => setAsking(true)}>
        {words.undo}
      </Button>
      <ConfirmDialog
        danger
        title={words.undoTitle}
        actionLabel={words.undo}
        isOpen={asking}
        onOpenChange={setAsking}
        pending={undo.isPending}
        onConfirm={() => undo.mutate({ params })}
      >
        {asking && <WhatWouldBe importId={one.id} />}
      </ConfirmDialog>
    </>
  )
}

function WhatWouldBe({ importId }: { importId: string }) {
  const preview = useQuery({ ...query(importRoutes.undoPreview, { params: { importId } }), staleTime: 0 })
  const words = useCustomerImportWords()
  if (preview.error) return <ErrorState failure={preview.error} onRetry={() => void preview.refetch()} />
  if (!preview.data) return <p className="text-muted">{words.undoCounting}</p>
  return <UndoCounts counts={preview.data} />
}

/** What taking it back does, in sentences. */
export function UndoCounts({ counts }: { counts: { removed: number; restored: number; kept: number; more: boolean } }) {
  const words = useCustomerImportWords()
  const format = useFormat()
  return (
    <ul className="list-disc ps-5">
      {counts.removed > 0 && <li>{words.undoRemoved(format.number(counts.removed))}</li>}
      {counts.restored > 0 && <li>{words.undoRestored(format.number(counts.restored))}</li>}
      {counts.kept > 0 && <li>{words.undoKept(format.number(counts.kept))}</li>}
      {counts.removed + counts.restored + counts.kept === 0 && <li>{words.undoNothing}</li>}
      {counts.more && <li>{words.undoMore}</li>}
    </ul>
  )
}
