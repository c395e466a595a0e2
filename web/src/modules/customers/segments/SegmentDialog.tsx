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

/** What a segment is to become while it is written, and its keeping. */
function useSegmentForm({ segment, members, condition: begun = null, onSaved }: SegmentDialogProps) {
  const source = useConditionSource()
  const client = useQueryClient()
  const [about, setAbout] = useState({
    name: segment?.name ?? '',
    description: segment?.description ?? '',
    audience: segment?.audience ?? ('private' as Segment['audience']),
  })
  const [kind, setKind] = useState<Segment['kind']>(segment?.kind ?? (members?.only ? 'static' : 'rule'))
  const [isAsked, setAsked] = useState(false)
  const first = segment?.condition ?? begun
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
    if (about.name.trim() === '' || isPending || (isRule && condition === null)) return
    if (segment) {
      const rule = isRule && condition !== null ? { condition } : {}
      change.mutate({ params: { segmentId: segment.id }, body: { ...about, ...rule, version: segment.version } })
    } else {
      create.mutate({ body: { ...about, condition: isRule ? condition : null, ...(!isRule && members ? { members: members.which } : {}) } })
    }
  }
  const failure = create.error ?? change.error
  return { source, about, setAbout, kind, setKind, isRule, isAsked, draft, setDraft, condition, isPending, submit, failure }
}

type Form = ReturnType<typeof useSegmentForm>

/** Makes a segment, or changes one: its name, whom it is for, and its rule in words. */
export function SegmentDialog(props: SegmentDialogProps) {
  const { segment, onClose } = props
  const words = useSegmentWords()
  const form = useSegmentForm(props)
  const { isRule, isPending, submit, failure } = form
  return (
    <Dialog
      isOpen
      size={isRule ? 'large' : 'medium'}
      title={segment ? words.editTitle : words.newTitle}
      onOpenChange={(open) => !open && onClose()}
    >
      <FormLayout
        onSubmit={submit}
        failure={failure}
        actions={
          <>
            <Button type="submit" variant="primary" pending={isPending}>
              {words.save}
            </Button>
            <Button onPress={onClose}>{words.cancel}</Button>
            <span className="flex-1" />
            {isRule && <FittingCount condition={form.condition} />}
          </>
        }
      >
        <Fields {...props} form={form} />
      </FormLayout>
    </Dialog>
  )
}

function Fields({ segment, members, canShareWithAll, form }: SegmentDialogProps & { form: Form }) {
  const words = useSegmentWords()
  const { about, setAbout, kind, setKind, isRule, isAsked } = form
  const audiences = (['private', 'team', 'all'] as const)
    .filter((one) => one !== 'all' || canShareWithAll || about.audience === 'all')
    .map((id) => ({ id, label: words.audiences[id] }))
  return (
    <>
      <TextField
        autoFocus
        isRequired
        label={words.name}
        value={about.name}
        onChange={(name) => setAbout({ ...about, name })}
        maxLength={80}
        problem={isAsked && about.name.trim() === '' ? words.nameMissing : undefined}
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
      {isRule && <ConditionBuilder source={form.source} draft={form.draft} onChange={form.setDraft} />}
      {isRule && isAsked && form.condition === null && (
        <p role="alert" className="text-small text-danger">
          {words.conditionMissing}
        </p>
      )}
      <TextArea
        label={words.description}
        hint={words.descriptionHint}
        rows={2}
        maxLength={1000}
        value={about.description}
        onChange={(description) => setAbout({ ...about, description })}
      />
      <RadioGroup
        label={words.audience}
        hint={words.audienceHint}
        options={audiences}
        value={about.audience}
        onChange={(audience) => setAbout({ ...about, audience })}
      />
    </>
  )
}
