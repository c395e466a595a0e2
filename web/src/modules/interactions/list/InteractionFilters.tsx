import { directions, interactionKinds } from '@parvandeh/contract'
import { useDirectory } from '../../../api/directory.ts'
import { Button } from '../../../ui/Button.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { FilterBar } from '../../../ui/Page.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useInteractionWords } from '../messages.ts'
import type { InteractionSearch } from './interaction-search.ts'
import { useListWords } from './messages.ts'

interface InteractionFiltersProps {
  search: InteractionSearch
  onChange: (change: InteractionSearch) => void
}

/** Narrows the list by kind, direction and colleague. */
export function InteractionFilters({ search, onChange }: InteractionFiltersProps) {
  const words = useListWords()
  const names = useInteractionWords()
  const { activePeople } = useDirectory()
  const kinds = [{ id: 'any' as const, label: words.anyKind }, ...interactionKinds.map((id) => ({ id, label: names.kindsMany[id] }))]
  const ways = [{ id: 'any' as const, label: words.anyDirection }, ...directions.map((id) => ({ id, label: names.directions[id] }))]
  return (
    <FilterBar>
      <Select
        hideLabel
        label={words.filters.kind}
        options={kinds}
        value={search.kind ?? 'any'}
        onChange={(kind) => onChange({ kind: kind === 'any' ? undefined : kind })}
        className="sm:w-40!"
      />
      <Select
        hideLabel
        label={words.filters.direction}
        options={ways}
        value={search.direction ?? 'any'}
        onChange={(direction) => onChange({ direction: direction === 'any' ? undefined : direction })}
        className="sm:w-40!"
      />
      <ComboBox
        hideLabel
        label={words.filters.person}
        placeholder={words.anyPerson}
        options={activePeople.map(({ id, name }) => ({ id, label: name }))}
        value={search.personId ?? null}
        onChange={(personId) => onChange({ personId: personId ?? undefined })}
        className="sm:w-52!"
      />
      {Object.values(search).some((value) => value !== undefined) && (
        <Button variant="quiet" onPress={() => onChange({ kind: undefined, direction: undefined, personId: undefined })}>
          {words.clear}
        </Button>
      )}
    </FilterBar>
  )
}
