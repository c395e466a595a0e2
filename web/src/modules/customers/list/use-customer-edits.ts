import { customerRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '../../../api/call.ts'
import type { ApiFailure } from '../../../api/failure.ts'
import { useInPlace } from '../../../lists/use-in-place.ts'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import type { CustomerRow } from './customer-row.types.ts'
import { useListWords } from './messages.ts'

type Fields = Partial<Pick<CustomerRow, 'ownerId' | 'unitId'>>

/** Changes a file in its row: seen at once, taken back from the toast; what the server refuses is put back and said. */
export function useCustomerEdits(): (row: CustomerRow, fields: Fields) => void {
  const words = useListWords()
  const client = useQueryClient()
  const show = useInPlace(customerRoutes.list.path, 'customerId')
  const attempt = async (row: CustomerRow, fields: Fields, onDone?: (version: number) => void) => {
    const { customerId } = row
    show(customerId, fields)
    try {
      const file = await call(customerRoutes.patch, { params: { customerId }, body: { ...fields, version: row.version } })
      show(customerId, { ownerId: file.ownerId, unitId: file.unitId, version: file.version })
      onDone?.(file.version)
    } catch (failure) {
      show(customerId, row)
      toastFailure(failure as ApiFailure)
    }
    void client.invalidateQueries({ queryKey: [customerRoutes.list.path], refetchType: 'none' })
  }
  return (row, fields) => {
    const before = Object.fromEntries(Object.keys(fields).map((key) => [key, row[key as keyof Fields]])) as Fields
    void attempt(row, fields, (version) =>
      toast({ text: words.changed(row.displayName), onUndo: () => void attempt({ ...row, ...fields, version }, before) }),
    )
  }
}
