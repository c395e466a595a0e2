import type { Condition } from '@parvandeh/contract'
import { useState } from 'react'
import { SkeletonLines } from '../../ui/states.tsx'
import type { ConditionSource } from './condition-source.types.ts'
import { ConditionGroup } from './ConditionGroup.tsx'
import { isFinished } from './ConditionLine.tsx'
import { conditionOf, draftOf, type Group, linesOf } from './draft.rules.ts'
import { useConditionWords } from './messages.ts'
import { useSaid } from './use-said.ts'

interface ConditionBuilderProps {
  source: ConditionSource
  draft: Group
  onChange: (draft: Group) => void
  /** The first line that is not begun yet is where one writes next. */
  takesFocus?: boolean
}

/** A condition while it is written, and how it stands: a draft that the page keeps. */
export function useConditionDraft(source: ConditionSource, first: Condition | null, added?: Group['parts'][number]) {
  const [draft, setDraft] = useState(() => {
    const begun = draftOf(first)
    return added ? { ...begun, parts: [...begun.parts, added] } : begun
  })
  return { draft, setDraft, condition: conditionOf(draft, isFinished(source)) }
}

/** Builds a condition in words: lines and groups, and over them the sentence that they make. */
export function ConditionBuilder({ source, draft, onChange, takesFocus = false }: ConditionBuilderProps) {
  const words = useConditionWords()
  const said = useSaid(source)
  const [fresh, setFresh] = useState<string | null>(() => (takesFocus && linesOf(draft).find(({ field }) => field === '')?.id) || null)
  if (!source.areRead) return <SkeletonLines lines={4} />
  const condition = conditionOf(draft, isFinished(source))
  const isWhole = linesOf(draft).every(isFinished(source))
  return (
    <div className="flex flex-col gap-4">
      <p aria-live="polite" className="rounded-control bg-accent-soft px-3 py-2 text-body">
        {condition ? <bdi>{said(condition)}</bdi> : <span className="text-muted">{words.nothingYet}</span>}
      </p>
      <ConditionGroup group={draft} source={source} depth={1} fresh={fresh} onChange={onChange} onFresh={setFresh} />
      {!isWhole && <p className="text-small text-muted">{words.unfinished}</p>}
    </div>
  )
}
