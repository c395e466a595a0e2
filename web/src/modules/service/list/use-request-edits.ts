import { requestRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '../../../api/call.ts'
import type { ApiFailure } from '../../../api/failure.ts'
import { useInPlace } from '../../../lists/use-in-place.ts'
import { useFormat } from '../../../persian/format.ts'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import type { RequestRow, RequestView } from '../request.types.ts'
import { useListWords } from './messages.ts'

type Fields = Partial<Pick<RequestRow, 'priority' | 'topicId' | 'productId'>>

export interface RequestEdits {
  change: (row: RequestRow, fields: Fields) => void
  assign: (row: RequestRow, personId: string) => void
}

/** Changes made in a row of the list: seen at once, taken back from the toast; what the server refuses is put back and said. */
export function useRequestEdits(): RequestEdits {
  const words = useListWords()
  const { digits } = useFormat()
  const client = useQueryClient()
  const show = useInPlace(requestRoutes.list.path, 'id')
  const paramsOf = ({ customerId, id }: RequestRow) => ({ customerId, requestId: id })
  const showView = ({ id, priority, topicId, productId, holderId, unitId, status, version }: RequestView) =>
    show(id, { priority, topicId, productId, holderId, unitId, status, version })

  const attempt = async (row: RequestRow, foreseen: object, send: () => Promise<RequestView>, onDone?: (view: RequestView) => void) => {
    show(row.id, foreseen)
    try {
      const view = await send()
      showView(view)
      onDone?.(view)
    } catch (failure) {
      show(row.id, row)
      toastFailure(failure as ApiFailure)
    }
    void client.invalidateQueries({ queryKey: [requestRoutes.list.path], refetchType: 'none' })
  }
  const change = (row: RequestRow, fields: Fields) => {
    const before = Object.fromEntries(Object.keys(fields).map((key) => [key, row[key as keyof Fields]])) as Fields
    const patch = (values: Fields, version: number) => () =>
      call(requestRoutes.patch, { params: paramsOf(row), body: { ...values, version } })
    void attempt(row, fields, patch(fields, row.version), (view) =>
      toast({
        text: words.changed(digits(row.number)),
        onUndo: () => void attempt({ ...row, ...fields, version: view.version }, before, patch(before, view.version)),
      }),
    )
  }
  const assign = (row: RequestRow, personId: string) => {
    const send = () => call(requestRoutes.assign, { params: paramsOf(row), body: { personId, note: '' } })
    void attempt(row, { holderId: personId }, send, (view) => {
      const takeBack = () => call(requestRoutes.undo, { params: paramsOf(row), body: { version: view.version } })
      const now = { ...row, holderId: view.holderId, unitId: view.unitId, status: view.status, version: view.version }
      toast({ text: words.assigned(digits(row.number)), onUndo: () => void attempt(now, { holderId: row.holderId }, takeBack) })
    })
  }
  return { change, assign }
}
