import { behaviourRoutes, tagGroups } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { Lock, Plus, StickyNote, X } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useDirectory } from '../../../api/directory.ts'
import { sourceNow } from '../../../api/handling.ts'
import { query, useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { focusRing } from '../../../ui/classes.ts'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { OriginMark } from '../evidence/OriginMark.tsx'
import { type Behaviour, useKeepBehaviour } from './behaviour.ts'
import { BehaviourNotes } from './BehaviourNotes.tsx'
import { useBehaviourWords } from './messages.ts'
import { NoteDialog } from './NoteDialog.tsx'
import { TagDialog } from './TagDialog.tsx'

type FileTag = Behaviour['tags'][number]

/** What the customer is like: tags by what they tell of, and notes. */
export function BehaviourCard({ customerId }: { customerId: string }) {
  const shown = useQuery(query(behaviourRoutes.show, { params: { customerId } }))
  return <BehaviourPart customerId={customerId} behaviour={shown.data} failure={shown.error} onRetry={() => void shown.refetch()} />
}

interface BehaviourPartProps {
  customerId: string
  behaviour: Behaviour | undefined
  failure?: { title: string; detail?: string | undefined } | null
  onRetry?: () => void
}

/** The card in each of its states. */
export function BehaviourPart({ customerId, behaviour, failure, onRetry }: BehaviourPartProps) {
  const words = useBehaviourWords()
  const [adding, setAdding] = useState<'tag' | 'note' | null>(null)
  const groups = tagGroups.filter((group) => behaviour?.tags.some((tag) => tag.group === group))
  return (
    <Card
      title={words.title}
      actions={
        behaviour?.can.edit && (
          <>
            <Button size="small" variant="quiet" icon={<Plus size={15} />} onPress={() => setAdding('tag')}>
              {words.tag}
            </Button>
            {!behaviour.withheld && (
              <Button size="small" variant="quiet" icon={<StickyNote size={15} />} onPress={() => setAdding('note')}>
                {words.note}
              </Button>
            )}
          </>
        )
      }
    >
      {failure && <ErrorState failure={failure} onRetry={onRetry} />}
      {!behaviour && !failure && <SkeletonLines lines={2} />}
      {behaviour && (
        <div className="flex flex-col gap-3">
          {groups.map((group) => (
            <section key={group}>
              <h3 className="mb-1 text-caption font-medium text-faint">{words.groups[group]}</h3>
              <ul className="flex flex-wrap gap-1.5">
                {behaviour.tags
                  .filter((tag) => tag.group === group)
                  .map((tag) => (
                    <TagChip key={tag.tagId} customerId={customerId} tag={tag} mayRemove={behaviour.can.edit} />
                  ))}
              </ul>
            </section>
          ))}
          {groups.length === 0 && behaviour.notes.length === 0 && <p className="text-muted">{words.empty}</p>}
          {behaviour.withheld && (
            <p className="flex items-start gap-2 text-small text-muted">
              <Lock size={15} aria-hidden="true" className="mt-1 shrink-0" />
              {words.withheld}
            </p>
          )}
          <BehaviourNotes customerId={customerId} behaviour={behaviour} />
        </div>
      )}
      {adding === 'tag' && behaviour && <TagDialog customerId={customerId} behaviour={behaviour} onClose={() => setAdding(null)} />}
      {adding === 'note' && <NoteDialog customerId={customerId} note={null} onClose={() => setAdding(null)} />}
    </Card>
  )
}

function TagChip({ customerId, tag, mayRemove }: { customerId: string; tag: FileTag; mayRemove: boolean }) {
  const words = useBehaviourWords()
  const format = useFormat()
  const { personName } = useDirectory()
  const keep = useKeepBehaviour(customerId)
  const add = useWrite(behaviourRoutes.tag, { onSuccess: keep, onError: toastFailure })
  const remove = useWrite(behaviourRoutes.untag, {
    onSuccess: (after) => {
      keep(after)
      toast({
        text: words.removed(name),
        onUndo: () => add.mutate({ params: { customerId }, body: { tagId: tag.tagId, note: tag.note, source: sourceNow(customerId) } }),
      })
    },
    onError: toastFailure,
  })
  const name = format.language === 'en' ? (tag.nameEn ?? tag.name) : tag.name
  const told = [tag.note, words.addedBy(personName(tag.addedBy) ?? null, format.date(tag.addedAt))].filter(Boolean).join(' · ')
  return (
    <li
      title={told}
      className="inline-flex min-h-7 max-w-full items-center gap-1 rounded-full bg-hover ps-2.5 pe-1 text-small pointer-coarse:min-h-9"
    >
      <bdi className="truncate">{name}</bdi>
      <span className="sr-only">{told}</span>
      <OriginMark field={`tags.${tag.putAs}`} name={name} mayEdit={mayRemove} />
      {mayRemove ? (
        <AriaButton
          aria-label={words.remove(name)}
          onPress={() => remove.mutate({ params: { customerId, tagId: tag.tagId } })}
          className={`grid size-6 cursor-pointer place-items-center rounded-full text-muted data-hovered:bg-pressed data-hovered:text-text ${focusRing}`}
        >
          <X size={13} aria-hidden="true" />
        </AriaButton>
      ) : (
        <span className="w-1.5" />
      )}
    </li>
  )
}
