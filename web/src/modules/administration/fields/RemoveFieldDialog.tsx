import { type CustomField, customFieldRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { query } from '../../../api/query.ts'
import { useLabelOf } from '../../../own-fields/use-own-fields.ts'
import { useFormat } from '../../../persian/format.ts'
import { ConfirmWrite } from '../ConfirmWrite.tsx'
import { useFieldWords } from './messages.ts'

/** Asks before a field is removed, and says how many files hold a value of it. */
export function RemoveFieldDialog({ field, onClose }: { field: CustomField; onClose: () => void }) {
  const words = useFieldWords()
  const labelOf = useLabelOf()
  const format = useFormat()
  const use = useQuery({ ...query(customFieldRoutes.use, { params: { fieldId: field.id } }), staleTime: 0 })
  const count = use.data && (use.data.more ? words.moreThan(format.number(use.data.count)) : format.number(use.data.count))
  return (
    <ConfirmWrite
      route={customFieldRoutes.remove}
      input={{ params: { fieldId: field.id } }}
      stale={[customFieldRoutes.list]}
      title={words.removeTitle(labelOf(field.label))}
      actionLabel={words.remove}
      done={words.removed}
      onClose={onClose}
    >
      <span className="mb-2 block font-medium">
        {count === undefined ? words.removeCounting : use.data?.count === 0 ? words.removeUnused : words.removeUsed(count)}
      </span>
      {words.removeText}
    </ConfirmWrite>
  )
}
