import { duplicateRoutes, type FileMerge } from '@parvandeh/contract'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Split } from 'lucide-react'
import { useState } from 'react'
import { useDirectory } from '../../../api/directory.ts'
import { pages, rowsOf, useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { MorePages } from '../../../ui/MorePages.tsx'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { useCustomerWords } from '../messages.ts'
import { useDuplicateWords } from './messages.ts'

/** Files that were merged into this one, each to be parted again while there is time. */
export function MergedCard({ customerId }: { customerId: string }) {
  const words = useDuplicateWords()
  const list = useInfiniteQuery(pages(duplicateRoutes.merges, { params: { customerId }, query: { limit: 5 } }))
  const rows = rowsOf(list.data)
  return (
    <Card title={words.merged.title}>
      {list.isPending && <SkeletonLines lines={2} />}
      {list.error && <ErrorState failure={list.error} onRetry={() => void list.refetch()} />}
      <ul className="flex flex-col gap-3">
        {rows.map((one, place) => (
          <Undoable key={one.id} one={one} customerId={customerId} isLast={place === 0} />
        ))}
      </ul>
      <MorePages hasMore={list.hasNextPage} isPending={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
    </Card>
  )
}

function Undoable({ one, customerId, isLast }: { one: FileMerge; customerId: string; isLast: boolean }) {
  const undo = useUndo()
  const params = { customerId, mergeId: one.id }
  return <Merged one={one} isLast={isLast} isUndoing={undo.isPending} onUndo={(after) => undo.mutate({ params }, { onSettled: after })} />
}

interface MergedProps {
  one: FileMerge
  /** Merges are taken back in their order, the last first. */
  isLast: boolean
  isUndoing: boolean
  onUndo: (after: () => void) => void
}

/** A file that was merged into this one: by whom, what was taken from it, and until when it can be parted. */
export function Merged({ one, isLast, isUndoing, onUndo }: MergedProps) {
  const words = useDuplicateWords()
  const format = useFormat()
  const { personName } = useDirectory()
  const fieldNames = useFieldNames()
  const [isAsking, setAsking] = useState(false)
  const who = one.mergedBy === null ? words.merged.itself : (personName(one.mergedBy) ?? '')
  return (
    <li className="min-w-0">
      <div className="flex items-start gap-2">
        <p className="min-w-0 flex-1 font-medium wrap-anywhere">{words.merged.one(format.digits(one.code), one.displayName)}</p>
        {one.can.undo && isLast && (
          <Button size="small" variant="quiet" icon={<Split size={15} />} onPress={() => setAsking(true)}>
            {words.merged.undo}
          </Button>
        )}
      </div>
      <p className="text-small text-muted">{words.merged.by(who, format.relative(one.mergedAt))}</p>
      <p className="text-small text-muted">
        {one.fields.length > 0 ? words.merged.took(fieldNames(one.fields)) : words.merged.tookNothing}
      </p>
      {one.can.undo && <p className="text-caption text-faint">{words.merged.until(format.date(one.undoUntil))}</p>}
      <ConfirmDialog
        title={words.merged.confirm}
        actionLabel={words.merged.undo}
        isOpen={isAsking}
        onOpenChange={setAsking}
        pending={isUndoing}
        onConfirm={() => onUndo(() => setAsking(false))}
      >
        {words.merged.confirmText}
      </ConfirmDialog>
    </li>
  )
}

function useFieldNames() {
  const { fields } = useCustomerWords()
  const format = useFormat()
  return (names: readonly string[]): string =>
    names.map((name) => (name in fields ? fields[name as keyof typeof fields] : name)).join(format.language === 'fa' ? '، ' : ', ')
}

function useUndo() {
  const words = useDuplicateWords()
  const client = useQueryClient()
  const fieldNames = useFieldNames()
  return useWrite(duplicateRoutes.undoMerge, {
    onSuccess: ({ kept }) => {
      void client.invalidateQueries()
      toast({ text: words.merged.undone, ...(kept.length > 0 && { detail: words.merged.kept(fieldNames(kept)) }) })
    },
    onError: toastFailure,
  })
}
