import { customFieldRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { useWrite } from '../../../api/query.ts'
import { useLabelOf } from '../../../own-fields/use-own-fields.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import type { Removed } from './field.types.ts'
import { useFieldWords } from './messages.ts'

/** Fields that were removed and can still be put back, with until when. */
export function RemovedFields({ removed }: { removed: readonly Removed[] }) {
  const words = useFieldWords()
  const labelOf = useLabelOf()
  const format = useFormat()
  const client = useQueryClient()
  const restore = useWrite(customFieldRoutes.restore, {
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: [customFieldRoutes.list.path] })
      toast({ text: words.restored })
    },
    onError: toastFailure,
  })
  if (removed.length === 0) return null
  return (
    <Card title={words.removedTitle} flush>
      <ul className="divide-y divide-line">
        {removed.map((field) => (
          <li key={field.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
            <span className="min-w-0 flex-1">
              <bdi className="block truncate font-medium">{labelOf(field.label)}</bdi>
              <span className="block text-caption text-muted">
                {words.types[field.type]} · {words.removedText(format.date(field.restorableUntil))}
              </span>
            </span>
            <Button
              size="small"
              icon={<RotateCcw size={15} />}
              pending={restore.isPending && restore.variables.params.fieldId === field.id}
              onPress={() => restore.mutate({ params: { fieldId: field.id } })}
            >
              {words.restore}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
