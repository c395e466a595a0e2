import type { ChequeState } from '@parvandeh/contract'
import { type Shape, StatusBadge, type Tone } from '../../ui/Badge.tsx'
import { useSalesWords } from './messages.ts'

const looks: Record<ChequeState, { shape: Shape; tone: Tone }> = {
  'in-hand': { shape: 'ring', tone: 'neutral' },
  deposited: { shape: 'clock', tone: 'notice' },
  cleared: { shape: 'check', tone: 'positive' },
  bounced: { shape: 'alert', tone: 'danger' },
  returned: { shape: 'dash', tone: 'neutral' },
}

/** Where a cheque is: a shape and a word. */
export function ChequeStateBadge({ state }: { state: ChequeState }) {
  const words = useSalesWords()
  return <StatusBadge {...looks[state]}>{words.states[state]}</StatusBadge>
}
