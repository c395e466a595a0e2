import { useState } from 'react'
import { type Handled, sourceNow, useHandledKind } from '../../../api/handling.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { useEvidenceWords } from './messages.ts'

/** Whether what is written of a customer was heard in the call, or read in the message, that they are handled in. */
export interface Heard {
  customerId: string | undefined
  isHeard: boolean
  setHeard: (isHeard: boolean) => void
  /** As the write says it; undefined where it is of no call or message. */
  source: () => Handled | undefined
}

/** Taken to be so until it is said to be otherwise. */
export function useHeard(customerId: string | undefined): Heard {
  const [isHeard, setHeard] = useState(true)
  const source = () => (customerId !== undefined && isHeard ? sourceNow(customerId) : undefined)
  return { customerId, isHeard, setHeard, source }
}

/** While a call or message of the customer is handled, says that what is written comes from there; it may be otherwise. */
export function HeardBox({ heard: { customerId, isHeard, setHeard } }: { heard: Heard }) {
  const words = useEvidenceWords()
  const kind = useHandledKind(customerId)
  return (
    kind && (
      <Checkbox isSelected={isHeard} onChange={setHeard}>
        {words.heard[kind]}
      </Checkbox>
    )
  )
}
