import { customFieldRoutes, type Trade } from '@parvandeh/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { query, useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { useFieldWords } from './messages.ts'

/** The sets of six trades: what each would add, before it does. */
export function StarterSets({ onClose }: { onClose: () => void }) {
  const words = useFieldWords()
  const format = useFormat()
  const client = useQueryClient()
  const sets = useQuery(query(customFieldRoutes.starterSets))
  const apply = useWrite(customFieldRoutes.applyStarterSet, {
    onSuccess: ({ added }) => {
      void client.invalidateQueries({ queryKey: [customFieldRoutes.list.path] })
      toast({ text: words.setAdded(format.number(added)) })
      onClose()
    },
    onError: toastFailure,
  })
  const pending: Trade | undefined = apply.isPending ? apply.variables.params.trade : undefined
  return (
    <Dialog size="large" isOpen onOpenChange={(open) => !open && onClose()} title={words.setsTitle}>
      <p className="mb-4 text-muted">{words.setsText}</p>
      {sets.error && <ErrorState failure={sets.error} onRetry={() => void sets.refetch()} />}
      {sets.isPending && <SkeletonLines lines={6} />}
      <ul className="grid gap-3 sm:grid-cols-2">
        {sets.data?.sets.map(({ trade, label, fields }) => {
          const missing = fields.filter(({ present }) => !present).length
          return (
            <li key={trade} className="flex flex-col gap-1.5 rounded-card border border-line p-4">
              <h3 className="font-semibold">{label[format.language]}</h3>
              <p className="text-small text-muted">{words.trades[trade]}</p>
              <ul className="mb-1 flex flex-wrap gap-1">
                {fields.map((field) => (
                  <li key={field.key} className="inline-flex items-center gap-1 rounded-full bg-pressed px-2 py-0.5 text-caption">
                    {field.present && <Check size={12} aria-hidden="true" />}
                    {field.label[format.language]}
                  </li>
                ))}
              </ul>
              <div className="mt-auto">
                <Button
                  size="small"
                  pending={pending === trade}
                  isDisabled={missing === 0}
                  onPress={() => apply.mutate({ params: { trade } })}
                >
                  {missing === 0 ? words.setPresent : words.setAdd(format.number(missing))}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
