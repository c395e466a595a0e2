import { channels, customerRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useDirectory } from '../../../api/directory.ts'
import { query } from '../../../api/query.ts'
import { useSession } from '../../../api/session.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useInteractionWords } from '../messages.ts'
import { EntryTime } from './EntryTime.tsx'
import { type Entry, hasPlace } from './entry.ts'
import { useComposeWords } from './messages.ts'

interface EntryFactsProps {
  entry: Entry
  set: (change: Partial<Entry>) => void
  problems: Record<string, string>
}

/** Which way, through what, when, how long and who: what the kind has of these. */
export function EntryFacts({ entry, set, problems }: EntryFactsProps) {
  const { kind } = entry
  const hasLength = kind === 'visit' || (kind === 'call' && entry.answered)
  return (
    <>
      {kind !== 'note' && <Direction entry={entry} set={set} />}
      <div className="flex flex-wrap items-end gap-3">
        {kind === 'message' && <Channel entry={entry} set={set} />}
        <EntryTime entry={entry} set={set} problem={problems.startedAt} />
        {hasLength && <Length entry={entry} set={set} problem={problems.minutes} />}
        {hasPlace(kind) && <Place entry={entry} set={set} problem={problems.cityId} />}
        <Person entry={entry} set={set} problem={problems.personId} />
      </div>
    </>
  )
}

type PartProps = Pick<EntryFactsProps, 'entry' | 'set'> & { problem?: string | undefined }

function Direction({ entry, set }: PartProps) {
  const words = useComposeWords()
  const { kind } = entry
  if (kind === 'note') return null
  const options = (['in', 'out'] as const).map((id) => ({ id, label: words.directions[kind][id] }))
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <Segmented
        className="min-w-0 flex-1 sm:max-w-sm"
        label={words.direction}
        options={options}
        value={entry.direction}
        onChange={(direction) => set({ direction })}
      />
      {kind === 'call' && (
        <Checkbox isSelected={entry.answered} onChange={(answered) => set({ answered })}>
          {words.answered}
        </Checkbox>
      )}
    </div>
  )
}

function Channel({ entry, set }: PartProps) {
  const words = useComposeWords()
  const { channels: names } = useInteractionWords()
  const options = channels.filter((id) => id !== 'phone' && id !== 'in-person').map((id) => ({ id, label: names[id] }))
  return <Select label={words.channel} options={options} value={entry.channel} onChange={(channel) => set({ channel })} className="w-32" />
}

function Length({ entry, set, problem }: PartProps) {
  const words = useComposeWords()
  return (
    <NumberField
      label={words.minutes}
      unit={words.minutesUnit}
      value={entry.minutes}
      onChange={(minutes) => set({ minutes })}
      minimum={0}
      maximum={1440}
      decimals={1}
      problem={problem}
      className="w-28"
    />
  )
}

/** The city, with its province, as many cities share a name. */
function Place({ entry, set, problem }: PartProps) {
  const words = useComposeWords()
  const { data } = useQuery({ ...query(customerRoutes.places), staleTime: Number.POSITIVE_INFINITY })
  const provinces = new Map(data?.provinces.map(({ id, name }) => [id, name]))
  const options = (data?.cities ?? []).map(({ id, name, provinceId }) => ({
    id: String(id),
    label: name,
    hint: provinces.get(provinceId) ?? '',
  }))
  return (
    <ComboBox
      label={words.place}
      placeholder={words.placeHint}
      options={options}
      value={entry.cityId === null ? null : String(entry.cityId)}
      onChange={(cityId) => set({ cityId: cityId === null ? null : Number(cityId) })}
      problem={problem}
      className="min-w-36 flex-1"
    />
  )
}

function Person({ entry, set, problem }: PartProps) {
  const words = useComposeWords()
  const { activePeople, personName } = useDirectory()
  const me = useSession().person?.id
  const people = activePeople.map(({ id, name }) => ({ id, label: name }))
  // A programme's key and a person without a unit both write as themselves: empty means oneself.
  return (
    <ComboBox
      label={words.person}
      placeholder={words.me}
      options={people}
      value={entry.personId ?? me ?? null}
      valueLabel={personName(entry.personId ?? me ?? null)}
      onChange={(personId) => set({ personId: personId === me ? null : personId })}
      problem={problem}
      className="min-w-40 flex-1"
    />
  )
}

/** Which open request it is about; then it counts as work on that request too. */
export function AboutRequest({ entry, set, requests }: PartProps & { requests: readonly { id: string; label: string; hint?: string }[] }) {
  const words = useComposeWords()
  const options = [{ id: 'none', label: words.noRequest }, ...requests]
  return (
    <Select
      label={words.request}
      options={options}
      value={entry.requestId ?? 'none'}
      onChange={(id) => set({ requestId: id === 'none' ? null : id })}
    />
  )
}
