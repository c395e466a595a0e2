import { customerRoutes, type ResponseOf } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { query } from '../../../api/query.ts'
import { bodyOf, fieldOf, isSame, type Values } from './values.ts'

export type Doubt = ResponseOf<typeof customerRoutes.check>['problems'][number]

const none: Map<string, Doubt[]> = new Map()
const pauseMilliseconds = 700

/**
 * Asks the server what looks wrong and who may have a file already, whenever a field is left or writing pauses. Doubts are shown only for fields that were left (or all,
 * once saving was tried), so that nobody is corrected in the middle of a word.
 */
export function useDoubts(values: Values, customerId: string | undefined, askAtOnce: boolean) {
  const [asked, setAsked] = useState(() => (askAtOnce ? bodyOf(values) : null))
  const [left, setLeft] = useState<ReadonlySet<string> | 'all'>(askAtOnce ? 'all' : new Set())
  const [start] = useState(values)
  // Also in the middle of writing, after a pause: who is written about may have a file already.
  useEffect(() => {
    if (isSame(start, values)) return
    const timer = setTimeout(() => setAsked(bodyOf(values)), pauseMilliseconds)
    return () => clearTimeout(timer)
  }, [start, values])
  const { data } = useQuery({
    ...query(customerRoutes.check, { body: { ...asked?.body, customerId } }),
    enabled: asked !== null,
    placeholderData: (before) => before,
    staleTime: 60_000,
  })
  const { doubts, refusals } = useMemo(() => {
    if (!data || !asked) return { doubts: none, refusals: {} }
    const isLeft = ([field]: [string, unknown]) => left === 'all' || left.has(field)
    const kept = data.problems.filter(({ refused }) => !refused)
    return {
      doubts: new Map([...Map.groupBy(kept, ({ field }) => fieldOf(field, asked.keys))].filter(isLeft)),
      /** What will not be taken at all, by field. */
      refusals: Object.fromEntries(
        data.problems
          .filter(({ refused }) => refused)
          .map(({ field, message }): [string, string] => [field, message])
          .filter(isLeft),
      ),
    }
  }, [data, asked, left])
  return {
    doubts,
    duplicates: data?.duplicates ?? [],
    refusals,
    leave: (field: string) => {
      if (left !== 'all' && !left.has(field)) setLeft(new Set(left).add(field))
      setAsked(bodyOf(values))
    },
    leaveAll: () => {
      setLeft('all')
      setAsked(bodyOf(values))
    },
  }
}
