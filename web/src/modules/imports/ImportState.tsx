import { type Shape, StatusBadge } from '../../ui/Badge.tsx'
import type { Tone } from '../../ui/Badge.tsx'
import type { Import } from './import.types.ts'
import { useImportWords } from './messages.ts'

const looks: Record<Import['state'], { shape: Shape; tone: Tone }> = {
  uploaded: { shape: 'ring', tone: 'accent' },
  staging: { shape: 'dot', tone: 'notice' },
  loading: { shape: 'dot', tone: 'notice' },
  paused: { shape: 'clock', tone: 'caution' },
  done: { shape: 'check', tone: 'positive' },
  discarded: { shape: 'dash', tone: 'neutral' },
  failed: { shape: 'alert', tone: 'danger' },
  checking: { shape: 'dot', tone: 'notice' },
  checked: { shape: 'ring', tone: 'accent' },
  undoing: { shape: 'dot', tone: 'notice' },
  undone: { shape: 'dash', tone: 'neutral' },
}

/** Where an import stands. */
export function ImportState({ state }: { state: Import['state'] }) {
  const words = useImportWords()
  return <StatusBadge {...looks[state]}>{words.states[state]}</StatusBadge>
}

/** Whether the machine is at work on it, so that its figures move. */
export const isRunning = ({ state }: Pick<Import, 'state'>): boolean =>
  state === 'staging' || state === 'loading' || state === 'checking' || state === 'undoing'
