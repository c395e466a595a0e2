import { useDirectory } from '../../../api/directory.ts'
import { useSession } from '../../../api/session.ts'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { useServiceWords } from '../messages.ts'
import { useFormWords } from './messages.ts'

/** Where a new request goes: into my hands, to the queue of a unit, or to a colleague. */
export interface Hands {
  which: 'me' | 'queue' | 'colleague'
  unitId: string | null
  personId: string | null
}

interface HandsFieldsProps {
  hands: Hands
  onChange: (hands: Hands) => void
  isAsked: boolean
}

/** Chooses in whose hands the request begins. */
export function HandsFields({ hands, onChange, isAsked }: HandsFieldsProps) {
  const words = useFormWords()
  const service = useServiceWords()
  const { units, activePeople, unitName } = useDirectory()
  const me = useSession().person
  const choices = (['me', 'queue', 'colleague'] as const).map((id) => ({ id, label: words.hands[id] }))
  return (
    <>
      <Segmented
        className="self-start max-sm:w-full"
        label={words.whose}
        options={choices}
        value={hands.which}
        onChange={(which) => onChange({ ...hands, which })}
      />
      {hands.which === 'queue' && (
        <ComboBox
          label={service.unit}
          hint={words.unitHint}
          options={units.map(({ id, name }) => ({ id, label: name }))}
          value={hands.unitId}
          onChange={(unitId) => onChange({ ...hands, unitId })}
        />
      )}
      {hands.which === 'colleague' && (
        <ComboBox
          isRequired
          label={service.holder}
          options={activePeople
            .filter(({ id }) => id !== me?.id)
            .map(({ id, name, unitId }) => ({ id, label: name, hint: unitName(unitId) }))}
          value={hands.personId}
          onChange={(personId) => onChange({ ...hands, personId })}
          problem={isAsked && hands.personId === null ? words.colleagueNeeded : undefined}
        />
      )}
    </>
  )
}
