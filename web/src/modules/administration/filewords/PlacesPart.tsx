import { customerRoutes, type PlaceLevel, placeLevels } from '@parvandeh/contract'
import { foldJoined } from '@parvandeh/contract/persian'
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { query } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { StatusBadge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { FilterBar } from '../../../ui/Page.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { useFileWordWords } from './messages.ts'
import { PlaceDialog } from './PlaceDialog.tsx'
import { type EditedPlace, placesOf } from './places-of.ts'
import { WordRow } from './WordRow.tsx'

/** More than this nobody reads; typing narrows. */
const shown = 100

/** The country's divisions, by level, to be edited. */
export function PlacesPart() {
  const words = useFileWordWords()
  const format = useFormat()
  const { data, error, refetch } = useQuery(query(customerRoutes.places))
  const [level, setLevel] = useState<PlaceLevel>('province')
  const [typed, setTyped] = useState('')
  const [edited, setEdited] = useState<EditedPlace | null>(null)
  const places = data ? placesOf(data, level) : []
  const fitting = places.filter(({ name, within }) => foldJoined(`${name} ${within ?? ''}`).includes(foldJoined(typed)))
  const [provinces, counties, cities] = [data?.provinces ?? [], data?.counties ?? [], data?.cities ?? []]
  return (
    <div className="flex flex-col gap-gap">
      <FilterBar>
        <Segmented
          label={words.places}
          value={level}
          onChange={setLevel}
          options={placeLevels.map((id) => ({ id, label: words.levels[id] }))}
        />
        <SearchField label={words.searchPlaces} value={typed} onChange={setTyped} className="sm:w-80!" />
        <Button variant="primary" icon={<Plus size={16} />} onPress={() => setEdited({ id: null, level })}>
          {words.addPlace[level]}
        </Button>
      </FilterBar>
      {error && <ErrorState failure={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={8} />}
      {data && (
        <p className="text-small text-muted">
          {words.countPlaces(format.number(provinces.length), format.number(counties.length), format.number(cities.length))}
        </p>
      )}
      {data && fitting.length === 0 && <EmptyState compact title={words.nothing} />}
      {fitting.length > 0 && (
        <ul className="rounded-card border border-line bg-surface">
          {fitting.slice(0, shown).map((place) => (
            <WordRow
              key={place.id}
              name={place.name}
              isFaint={place.closed}
              notes={
                <>
                  {place.within && <span className="text-small text-muted">{place.within}</span>}
                  {place.closed && <StatusBadge shape="dash">{words.closed}</StatusBadge>}
                </>
              }
              editLabel={words.editPlace(place.name)}
              onEdit={() => setEdited({ ...place, level })}
            />
          ))}
        </ul>
      )}
      {fitting.length > shown && <p className="text-small text-muted">{words.narrow}</p>}
      {edited && data && <PlaceDialog place={edited} data={data} onClose={() => setEdited(null)} />}
    </div>
  )
}
