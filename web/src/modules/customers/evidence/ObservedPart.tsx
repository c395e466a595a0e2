import { fieldCatalogueRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { query } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { useEvidenceWords } from './messages.ts'

/** What happens somewhere, and so tells where a customer is. */
const seenIn = ['visit', 'parcel'] as const

/** A place in the file against where the customer is seen, while it is written. */
export interface SeenDraft {
  field: string | null
  among: readonly (typeof seenIn)[number][]
  least: number | null
  /** Of the times it was seen, how many of a hundred must say the same. */
  percent: number | null
  days: number | null
}

export const blankSeen: SeenDraft = { field: null, among: seenIn, least: 3, percent: 80, days: 365 }

interface ObservedPartProps {
  draft: SeenDraft
  onChange: (draft: SeenDraft) => void
}

/** Which place of the file, what it is held against, and how often that must have been seen; with the rule as a sentence. */
export function ObservedPart({ draft, onChange }: ObservedPartProps) {
  const words = useEvidenceWords()
  const { language } = useFormat()
  const { data } = useQuery(query(fieldCatalogueRoutes.show))
  const places = (data?.fields ?? [])
    .filter(({ type }) => type === 'place')
    .map(({ key, label: name }) => ({ id: key, label: name[language] }))
  const set = (part: Partial<SeenDraft>) => onChange({ ...draft, ...part })
  const number = (key: 'least' | 'percent' | 'days', label: string, minimum: number, maximum: number) => (
    <NumberField
      label={label}
      value={draft[key]}
      onChange={(value) => set({ [key]: value })}
      minimum={minimum}
      maximum={maximum}
      className="min-w-36 flex-1"
    />
  )
  return (
    <>
      <ComboBox isRequired label={words.ruleField} options={places} value={draft.field} onChange={(field) => set({ field })} />
      <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
        <legend className="mb-1 text-small font-medium">{words.ruleAmong}</legend>
        {seenIn.map((kind) => (
          <Checkbox
            key={kind}
            isSelected={draft.among.includes(kind)}
            onChange={(isIn) => set({ among: seenIn.filter((one) => (one === kind ? isIn : draft.among.includes(one))) })}
          >
            {words.contacts[kind]}
          </Checkbox>
        ))}
      </fieldset>
      <div className="flex flex-wrap gap-3">
        {number('least', words.ruleLeast, 1, 50)}
        {number('percent', words.rulePercent, 50, 100)}
        {number('days', words.ruleDays, 1, 3650)}
      </div>
      <InWords draft={draft} place={places.find(({ id }) => id === draft.field)?.label} />
    </>
  )
}

function InWords({ draft, place }: { draft: SeenDraft; place: string | undefined }) {
  const words = useEvidenceWords()
  const format = useFormat()
  const { among, least, percent, days } = draft
  if (place === undefined || among.length === 0 || least === null || percent === null || days === null) return null
  const kinds = among.map((kind) => words.contacts[kind]).join(words.or)
  return (
    <p className="text-small text-muted">
      {words.seenInWords(place, kinds, format.number(least), format.percent(percent / 100), format.number(days))}
    </p>
  )
}
