import { type CallOf, type Condition, type Segment, segmentRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { ConditionBuilder, useConditionDraft } from '../../../lists/condition/ConditionBuilder.tsx'
import { newLine } from '../../../lists/condition/draft.rules.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { TextArea, TextField } from '../../../ui/TextField.tsx'
import { useConditionSource } from '../list/use-condition-source.ts'
import { useSegmentWords } from './messages.ts'
import { FittingCount } from './SegmentSize.tsx'

type Draft = NonNullable<CallOf<typeof segmentRoutes.create>['body']>

interface SegmentDialogProps {
  /** The one that is changed; left out, a new one is made. */
  segment?: Segment | undefined
  /** The rule that a new one is begun with. */
  condition?: Condition | null
  /** Customers that a new one may be made of as they are now, and how that is said. */
  members?: { which: NonNullable<Draft['members']>; said: string; only: boolean } | undefined
  canShareWithAll: boolean
  onClose: () => void
  onSaved: (segment: Segment) => void
}

/** Makes a segment, or changes one: its name, whom it is for, and its rule in words. */
export function SegmentDialog(props: SegmentDialogProps) {
  const { segment, members, canShareWithAll, onClose, onSaved } = props
  const words = useSegmentWords()
  const source = useConditionSource()
  const client = useQueryClient()
  const [name, setName] = useState(segment?.name ?? '')
  const [description, setDescription] = useState(segment?.description ?? '')
  const [audience, setAudience] = useState<Segment['audience']>(segment?.audience ?? 'private')
  const [kind, setKind] = useState<Segment['kind']>(segment?.kind ?? (members?.only ? 'static' : 'rule'))
  const [isAsked, setAsked] = useState(false)
  const first = segment?.condition ?? props.condition ?? null
  const { draft, setDraft, condition } = useConditionDraft(source, first, first === null ? newLine('', 'equals') : undefined)
  const done = {
    onSuccess: async (saved: Segment) => {
      await client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(segmentRoutes.list.path) })
      onSaved(saved)
    },
  }
  const create = useWrite(segmentRoutes.create, done)
  const change = useWrite(segmentRoutes.change, done)
  const isPending = create.isPending || change.isPending
  const isRule = kind === 'rule'
  const submit = () => {
    setAsked(true)
    if (name.trim() === '' || isPending || (isRule && condition === null)) return
    const about = { name, description, audience }
    if (segment) {
      const rule = isRule && condition !== null ? { condition } : {}
      change.mutate({ params: { segmentId: segment.id }, body: { ...about, ...rule, version: segment.version } })
    } else {
      create.mutate({ body: { ...about, condition: isRule ? condition : null, ...(!isRule && members ? { members: members.which } : {}) } })
    }
  }
  const audiences = (['private', 'team', 'all'] as const)
    .filter((one) => one !== 'all' || canShareWithAll || audience === 'all')
    .map((id) => ({ id, label: words.audiences[id] }))
  return (
    <Dialog
      isOpen
      size={isRule ? 'large' : 'medium'}
      title={segment ? words.editTitle : words.newTitle}
      onOpenChange={(open) => !open && onClose()}
    >
      <FormLayout
        onSubmit={submit}
        failure={create.error ?? change.error}
        actions={
          <>
            <Button type="submit" variant="primary" pending={isPending}>
              {words.save}
            </Button>
            <Button onPress={onClose}>{words.cancel}</Button>
            <span className="flex-1" />
            {isRule && <FittingCount condition={condition} />}
          </>
        }
      >
        <TextField
          autoFocus
          isRequired
          label={words.name}
          value={name}
          onChange={setName}
          maxLength={80}
          problem={isAsked && name.trim() === '' ? words.nameMissing : undefined}
        />
        {!segment && !members?.only && (
          <RadioGroup
            label={words.kind}
            options={[
              { id: 'rule', label: words.kindRule },
              { id: 'static', label: members?.said ?? words.kindStatic },
            ]}
            value={kind}
            onChange={setKind}
          />
        )}
        {isRule && <ConditionBuilder source={source} draft={draft} onChange={setDraft} />}
        {isRule && isAsked && condition === null && (
          <p role="alert" className="text-small text-danger">
            {words.conditionMissing}
          </p>
        )}
        <TextArea
          label={words.description}
          hint={words.descriptionHint}
          rows={2}
          maxLength={1000}
          value={description}
          onChange={setDescription}
        />
        <RadioGroup label={words.audience} hint={words.audienceHint} options={audiences} value={audience} onChange={setAudience} />
      </FormLayout>
    </Dialog>
  )
}
