import { useRelationWords } from './messages.ts'
import { useFormat } from '../../../persian/format.ts'
import type { Relation } from './relation.rules.ts'

/** The effect as a point on its interval; of two groups around no difference, of more from it. */
export function EffectDrawing({
  relation: { effect, value, low, high },
}: {
  relation: Pick<Relation, 'effect' | 'value' | 'low' | 'high'>
}) {
  const words = useRelationWords()
  const format = useFormat()
  const [from, to] = effect === 'cliffs-delta' ? [-1, 1] : [0, Math.max(0.3, high)]
  const at = (one: number) => `${((Math.min(to, Math.max(from, one)) - from) / (to - from)) * 100}%`
  const said = `${words.effect}: ${format.decimal(value, 2)}. ${words.interval(format.decimal(low, 2), format.decimal(high, 2))}`
  return (
    // A scale of numbers runs from left to right in both languages.
    <svg role="img" aria-label={said} direction="ltr" className="h-5 w-40 shrink-0 overflow-visible">
      <line x1="0%" x2="100%" y1="10" y2="10" className="stroke-line" />
      <line x1={at(0)} x2={at(0)} y1="3" y2="17" className="stroke-line-strong" />
      <line x1={at(low)} x2={at(high)} y1="10" y2="10" strokeWidth="3" strokeLinecap="round" className="stroke-accent opacity-50" />
      <circle cx={at(value)} cy="10" r="4" className="fill-accent" />
    </svg>
  )
}
