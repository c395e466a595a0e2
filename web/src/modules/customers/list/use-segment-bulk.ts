import { useQuery } from '@tanstack/react-query'
import { Group, Ungroup } from 'lucide-react'
import type { BulkPlan } from '../../../lists/bulk.types.ts'
import { withoutParts } from '../../../lists/list-search.ts'
import { useSegmentWords } from '../segments/messages.ts'
import { useSegmentVerbs } from '../segments/use-segment-verbs.ts'
import type { CustomerRow } from './customer-row.types.ts'
import type { CustomerSearch } from './customer-search.ts'
import { segmentsQuery } from './use-condition-source.ts'

const anew = 'new'

/** Putting picked customers into a segment by hand, and taking them out of the one that the list is narrowed to. */
export function useSegmentBulk(
  search: CustomerSearch,
  onNew: (picked: readonly string[] | 'all') => void,
): Required<Pick<BulkPlan<CustomerRow>, 'verbs' | 'run'>> {
  const words = useSegmentWords()
  const verbs = useSegmentVerbs()
  const { data } = useQuery(segmentsQuery)
  const byHand = (data?.segments ?? []).filter(({ kind, can }) => kind === 'static' && can.change)
  const current = byHand.find(({ id }) => id === search.segmentId)
  const others = byHand.filter(({ id }) => id !== search.segmentId).map(({ id, name }) => ({ id, label: name }))
  return {
    verbs: [
      { key: 'segment-add', label: words.addTo, icon: Group, options: [...others, { id: anew, label: words.newGroup }] },
      ...(current ? [{ key: 'segment-take', label: words.takeOut, icon: Ungroup }] : []),
    ],
    run: (verb, value, picked) => {
      if (verb !== 'segment-add' && verb !== 'segment-take') return false
      const ids = picked === 'all' ? picked : picked.map(({ customerId }) => customerId)
      const which = ids === 'all' ? { filters: withoutParts(search) } : { ids }
      const chosen = byHand.find(({ id }) => id === value)
      if (verb === 'segment-add' && !chosen) onNew(ids)
      else if (verb === 'segment-add' && chosen) verbs.add(chosen, which)
      else if (current) verbs.take(current, which)
      return true
    },
  }
}
