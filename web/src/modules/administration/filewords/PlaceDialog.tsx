import { customerRoutes, type PlaceLevel, placeRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Merge } from 'lucide-react'
import { useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { useSettingWords } from '../messages.ts'
import { useFileWordWords } from './messages.ts'
import { type EditedPlace, type Places, placesOf, type ShownPlace } from './places-of.ts'
import { WordDialog } from './WordDialog.tsx'

interface PlaceDialogProps {
  place: EditedPlace
  data: Places
  onClose: () => void
}

const above: Record<PlaceLevel, PlaceLevel | null> = { province: null, county: 'province', city: 'county' }

/** Adds a place, renames it, closes it, or makes one of two. */
export function PlaceDialog({ place, data, onClose }: PlaceDialogProps) {
  const words = useFileWordWords()
  const isNew = place.id === null
  const [name, setName] = useState(isNew ? '' : place.name)
  const [closed, setClosed] = useState(isNew ? false : place.closed)
  const [parentId, setParentId] = useState<string | null>(null)
  const save = useSave(place, onClose)
  const parentLevel = above[place.level]
  return (
    <WordDialog
      title={isNew ? words.addPlace[place.level] : words.editPlace(place.name)}
      isNew={isNew}
      failure={save.error}
      isPending={save.isPending}
      onSubmit={() => save.submit({ name, closed, parentId: parentId === null ? null : Number(parentId) })}
      onClose={onClose}
    >
      {isNew && parentLevel !== null && (
        <ComboBox
          isRequired
          autoFocus
          label={words.levels[parentLevel]}
          options={placesOf(data, parentLevel)
            .filter((one) => !one.closed)
            .map(optionOf)}
          value={parentId}
          onChange={setParentId}
          problem={save.error?.byField.parentId}
        />
      )}
      <TextField isRequired label={words.nameFa} maxLength={80} value={name} onChange={setName} problem={save.error?.byField.name} />
      {!isNew && (
        <Switch isSelected={!closed} onChange={(isOpen) => setClosed(!isOpen)} hint={words.isOpenHint}>
          {words.isOpen}
        </Switch>
      )}
      {!isNew && place.level !== 'province' && <MergeField place={place} data={data} onClose={onClose} />}
    </WordDialog>
  )
}

const optionOf = ({ id, name, within }: ShownPlace) => ({ id: String(id), label: name, hint: within ?? undefined })

function MergeField({ place, data, onClose }: { place: ShownPlace & { level: PlaceLevel }; data: Places; onClose: () => void }) {
  const words = useFileWordWords()
  const client = useQueryClient()
  const [intoId, setIntoId] = useState<string | null>(null)
  const merge = useWrite(placeRoutes.merge, {
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: [customerRoutes.places.path] })
      toast({ text: words.mergedPlaces })
      onClose()
    },
    onError: toastFailure,
  })
  const others = placesOf(data, place.level).filter((one) => one.id !== place.id && !one.closed && one.provinceId === place.provinceId)
  return (
    <div className="flex items-start gap-2 border-t border-line pt-4">
      <ComboBox
        className="flex-1"
        label={words.mergePlace}
        hint={words.mergePlaceHint}
        placeholder={words.noMerge}
        options={others.map(optionOf)}
        value={intoId}
        onChange={setIntoId}
      />
      {intoId !== null && (
        <Button
          className="mt-6"
          icon={<Merge size={15} />}
          pending={merge.isPending}
          onPress={() => merge.mutate({ params: { level: place.level, placeId: place.id }, body: { intoId: Number(intoId) } })}
        >
          {words.merge}
        </Button>
      )}
    </div>
  )
}

function useSave(place: EditedPlace, onClose: () => void) {
  const { saved } = useSettingWords()
  const client = useQueryClient()
  const onSuccess = () => {
    void client.invalidateQueries({ queryKey: [customerRoutes.places.path] })
    toast({ text: saved })
    onClose()
  }
  const add = useWrite(placeRoutes.add, { onSuccess })
  const change = useWrite(placeRoutes.change, { onSuccess })
  const submit = ({ name, closed, parentId }: { name: string; closed: boolean; parentId: number | null }) => {
    if (place.id === null) add.mutate({ body: { level: place.level, name, parentId } })
    else change.mutate({ params: { level: place.level, placeId: place.id }, body: { name, closed } })
  }
  return { submit, error: add.error ?? change.error, isPending: add.isPending || change.isPending }
}
