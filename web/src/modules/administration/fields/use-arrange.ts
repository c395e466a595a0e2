import { customFieldRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { query, useWrite } from '../../../api/query.ts'
import { toastFailure } from '../../../ui/toast.tsx'
import type { OwnFields } from './field.types.ts'

/** Takes one of a list to another place among the others. */
export function movedTo<T>(all: readonly T[], from: number, to: number): T[] {
  const one = all[from]
  return one === undefined || to < 0 || to >= all.length ? [...all] : all.toSpliced(from, 1).toSpliced(to, 0, one)
}

/** Moves groups and fields, seen at once; the server has the last word. */
export function useArrange(shown: OwnFields) {
  const client = useQueryClient()
  const { queryKey } = query(customFieldRoutes.list)
  const write = useWrite(customFieldRoutes.arrange, {
    onError: toastFailure,
    onSettled: () => client.invalidateQueries({ queryKey: [customFieldRoutes.list.path] }),
  })
  const put = (groups: OwnFields['groups'], fields: OwnFields['fields']) => {
    client.setQueryData(queryKey, { ...shown, groups, fields })
    write.mutate({
      body: { groups: groups.map(({ id }) => ({ id, fieldIds: fields.filter(({ groupId }) => groupId === id).map((field) => field.id) })) },
    })
  }
  return {
    moveGroup: (id: string, by: number) => {
      const place = shown.groups.findIndex((group) => group.id === id)
      put(movedTo(shown.groups, place, place + by), shown.fields)
    },
    /** Puts a field at a place of its group, or of another. */
    placeField: (fieldId: string, groupId: string, place: number) => {
      const field = shown.fields.find(({ id }) => id === fieldId)
      if (!field) return
      const rest = shown.fields.filter(({ id }) => id !== fieldId)
      const inGroup = rest.filter((other) => other.groupId === groupId).toSpliced(place, 0, { ...field, groupId })
      put(shown.groups, [...rest.filter((other) => other.groupId !== groupId), ...inGroup])
    },
  }
}

export type Arrange = ReturnType<typeof useArrange>
