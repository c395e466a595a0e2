import { type RelationKind, relationRoutes } from '@parvandeh/contract'
import { useState } from 'react'
import type { ApiFailure } from '../../../api/failure.ts'
import { useWrite } from '../../../api/query.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { DateField } from '../../../ui/date/DateField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, FormLayout } from '../../../ui/FormLayout.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { type Heard, HeardBox, useHeard } from '../evidence/Heard.tsx'
import { useFileOptions } from './find-file.ts'
import { acrossFrom, nameOfSide, useKinds } from './kinds.ts'
import { useRelationWords } from './messages.ts'
import { type Relation, type Relations, useKeepRelations } from './relations.ts'

type FileKind = 'person' | 'organisation'

interface ChosenFile {
  id: string
  label: string
  kind: FileKind
}

interface RelationDialogProps {
  customerId: string
  file: { displayName: string; kind: FileKind }
  /** Null makes a new one. */
  relation: Relation | null
  onClose: () => void
}

/** Says who somebody is to the customer, or changes what is said of it. Who they are and of what kind does not change. */
export function RelationDialog({ customerId, file, relation, onClose }: RelationDialogProps) {
  const words = useRelationWords()
  const [chosen, setChosen] = useState<ChosenFile | null>(null)
  const [choice, setChoice] = useState<string | null>(null)
  const [facts, setFacts] = useState({
    role: relation?.role ?? '',
    startedOn: relation?.startedOn ?? null,
    endedOn: relation?.endedOn ?? null,
    note: relation?.note ?? '',
  })
  const set = (change: Partial<typeof facts>) => setFacts({ ...facts, ...change })
  const heard = useHeard(customerId)
  const save = useSave(customerId, relation, heard, onClose)
  const isReady = relation !== null || (chosen !== null && choice !== null)
  return (
    <Dialog size="small" isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={relation ? words.editTitle : words.addTitle}>
      <FormLayout
        onSubmit={() => save.submit(facts, chosen?.id, choice)}
        failure={save.error}
        actions={
          <>
            <Button type="submit" variant="primary" isDisabled={!isReady} pending={save.isPending}>
              {words.save}
            </Button>
            <Button onPress={onClose}>{words.cancel}</Button>
          </>
        }
      >
        {relation ? (
          <p className="font-medium">
            <bdi>{relation.other.displayName}</bdi>
          </p>
        ) : (
          <WhoFields {...{ customerId, file, chosen, choice }} failure={save.error} onChosen={setChosen} onChoice={setChoice} />
        )}
        <TextField
          label={words.role}
          placeholder={words.rolePlaceholder}
          maxLength={120}
          value={facts.role}
          onChange={(role) => set({ role })}
        />
        <FieldRow>
          <DateField label={words.startedOn} value={facts.startedOn} onChange={(startedOn) => set({ startedOn })} />
          <DateField
            label={words.endedOn}
            value={facts.endedOn}
            onChange={(endedOn) => set({ endedOn })}
            problem={save.error?.byField.endedOn}
          />
        </FieldRow>
        <TextField label={words.note} maxLength={500} value={facts.note} onChange={(note) => set({ note })} />
        <HeardBox heard={heard} />
      </FormLayout>
    </Dialog>
  )
}

interface WhoFieldsProps {
  customerId: string
  file: RelationDialogProps['file']
  chosen: ChosenFile | null
  choice: string | null
  failure: ApiFailure | null
  onChosen: (file: ChosenFile | null) => void
  onChoice: (choice: string | null) => void
}

/** The other file, and what it is to this one. */
function WhoFields({ customerId, file, chosen, choice, failure, onChosen, onChoice }: WhoFieldsProps) {
  const words = useRelationWords()
  const found = useFileOptions(customerId)
  const kinds = useKindOptions(file.kind, chosen?.kind ?? null)
  return (
    <>
      <ComboBox
        autoFocus
        label={words.other}
        placeholder={words.otherPlaceholder}
        options={found.options}
        value={chosen?.id ?? null}
        valueLabel={chosen?.label}
        onSearch={found.onSearch}
        isPending={found.isPending}
        emptyText={found.isEnough ? undefined : words.typeMore}
        onChange={(id) => {
          const row = found.rows.find((one) => one.customerId === id)
          onChosen(row ? { id: row.customerId, label: row.displayName, kind: row.kind } : null)
        }}
        problem={failure?.byField.otherId}
      />
      <ComboBox
        label={words.kind(file.displayName)}
        placeholder={words.kindPlaceholder}
        options={kinds}
        value={choice}
        onChange={onChoice}
        problem={failure?.byField.kindId}
      />
    </>
  )
}

/** What the other can be to this file, by both directions of each kind that fits the two. */
function useKindOptions(own: FileKind, other: FileKind | null) {
  const language = useLanguage()
  const { kinds } = useKinds()
  const fits = (kind: RelationKind, side: 'a' | 'b') => {
    const [mine, theirs] = side === 'a' ? [kind.aKind, kind.bKind] : [kind.bKind, kind.aKind]
    return (mine === null || mine === own) && (theirs === null || other === null || theirs === other)
  }
  return kinds
    .filter(({ active }) => active)
    .flatMap((kind) => {
      const sides = kind.aFa === kind.bFa && kind.aEn === kind.bEn ? (['a'] as const) : (['b', 'a'] as const)
      return sides
        .filter((side) => fits(kind, side))
        .map((side) => ({ id: `${kind.id} ${side}`, label: nameOfSide(kind, acrossFrom(side), language) }))
    })
}

interface Facts {
  role: string
  startedOn: string | null
  endedOn: string | null
  note: string
}

function useSave(customerId: string, relation: Relation | null, heard: Heard, onClose: () => void) {
  const keep = useKeepRelations(customerId)
  const onSuccess = (after: Relations) => {
    keep(after)
    onClose()
  }
  const add = useWrite(relationRoutes.add, { onSuccess })
  const change = useWrite(relationRoutes.change, { onSuccess })
  const submit = ({ role, note, ...days }: Facts, otherId: string | undefined, choice: string | null) => {
    const said = { ...days, role: role.trim() || null, note: note.trim() || null, source: heard.source() }
    if (relation) change.mutate({ params: { customerId, relationId: relation.id }, body: { ...said, version: relation.version } })
    else if (otherId !== undefined && choice !== null) {
      const [kindId = '', side] = choice.split(' ')
      add.mutate({ params: { customerId }, body: { ...said, otherId, kindId, side: side === 'b' ? 'b' : 'a' } })
    }
  }
  return { submit, error: add.error ?? change.error, isPending: add.isPending || change.isPending }
}
