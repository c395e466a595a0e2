import type { Segment } from '@parvandeh/contract'
import type { ConditionSource } from '../../../lists/condition/condition-source.types.ts'
import { useSaid } from '../../../lists/condition/use-said.ts'
import { Card } from '../../../ui/Card.tsx'
import { SkeletonLines } from '../../../ui/states.tsx'
import { useSegmentWords } from './messages.ts'

interface SegmentRuleProps {
  segment: Pick<Segment, 'kind' | 'condition' | 'usable'>
  source: ConditionSource
}

/** By what its members are in a segment: its condition in words, or that they were put in by hand. */
export function SegmentRule({ segment: { kind, condition, usable }, source }: SegmentRuleProps) {
  const words = useSegmentWords()
  const said = useSaid(source)
  return (
    <Card title={words.rule}>
      {!usable && <p className="pb-2 text-caution">{words.unusableText}</p>}
      {kind === 'static' || condition === null ? (
        <p className="text-muted">{words.byHand}</p>
      ) : source.areRead ? (
        <p className="text-body leading-loose wrap-anywhere text-pretty">
          <bdi>{said(condition)}</bdi>
        </p>
      ) : (
        <SkeletonLines lines={1} />
      )}
    </Card>
  )
}
