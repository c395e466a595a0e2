import { directions, interactionKinds } from '@parvandeh/contract'
import { useDirectory } from '../../../api/directory.ts'
import type { Filter } from '../../../lists/filter.ts'
import { useInteractionWords } from '../messages.ts'
import type { InteractionSearch } from './interaction-search.ts'
import { useListWords } from './messages.ts'

/** What the list is narrowed by: kind, direction and colleague. */
export function useInteractionFilters(search: InteractionSearch, onChange: (change: InteractionSearch) => void): readonly Filter[] {
  const { filters } = useListWords()
  const names = useInteractionWords()
  const { activePeople } = useDirectory()
  const narrow = (key: keyof InteractionSearch) => (value: string | null) => onChange({ [key]: value ?? undefined })
  return [
    {
      key: 'kind',
      label: filters.kind,
      options: interactionKinds.map((id) => ({ id, label: names.kindsMany[id] })),
      value: search.kind ?? null,
      onChange: narrow('kind'),
    },
    {
      key: 'direction',
      label: filters.direction,
      options: directions.map((id) => ({ id, label: names.directions[id] })),
      value: search.direction ?? null,
      onChange: narrow('direction'),
    },
    {
      key: 'personId',
      label: filters.person,
      options: activePeople.map(({ id, name }) => ({ id, label: name })),
      value: search.personId ?? null,
      onChange: narrow('personId'),
    },
  ]
}
