import type { LikelyDuplicate } from '@parvandeh/contract'
import { useState } from 'react'

/** Whom the customer may be, but for those who were said to be somebody else. */
export function useOthers(found: readonly LikelyDuplicate[]) {
  const [others, setOthers] = useState<string[]>([])
  const [askedOf, setAskedOf] = useState<string | null>(null)
  const likely = found.filter(({ customerId }) => !others.includes(customerId))
  const ids = likely.map(({ customerId }) => customerId).join(' ')
  return {
    likely,
    others,
    sayOther: (customerId: string) => setOthers((before) => [...before, customerId]),
    /** Saving was tried in view of these files. */
    isAsked: ids !== '' && askedOf === ids,
    /** True the first time that saving is tried in view of them. */
    mustAsk: (): boolean => {
      if (ids === '' || askedOf === ids) return false
      setAskedOf(ids)
      return true
    },
  }
}
