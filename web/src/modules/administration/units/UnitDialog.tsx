import { peopleRoutes, unitRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../api/call.ts'
import { useWrite } from '../../../api/query.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSettingWords } from '../messages.ts'
import { ReloadOffer } from '../ReloadOffer.tsx'
import { layOutTree, withAllBelow } from '../tree.ts'
import { useUnitWords } from './messages.ts'
import type { EditedUnit, Units } from './unit.types.ts'

interface UnitDialogProps {
  units: Units
  edited: EditedUnit
  onClose: () => void
}

/** Makes a unit, renames it, or moves it under another. */
export function UnitDialog({ units, edited: opened, onClose }: UnitDialogProps) {
  const words = useUnitWords()
  const settings = useSettingWords()
  const [edited, setEdited] = useState(opened)
  const [given, setGiven] = useState(() => valuesOf(edited, units))
  const save = useSave(edited, onClose)
  const reload = async () => {
    const fresh = (await call(unitRoutes.list, {})).units.find(({ id }) => id === edited.id)
    if (!fresh) return onClose()
    setEdited(fresh)
    setGiven(valuesOf(fresh, units))
    save.reset()
  }
  const parents = useParents(units, edited)
  return (
    <Dialog size="small" isOpen onOpenChange={(open) => !open && onClose()} title={edited.id === null ? words.addUnit : words.editUnit}>
      <FormLayout
        onSubmit={() => save.submit(given)}
        failure={save.error}
        actions={
          <>
            <Button type="submit" variant="primary" pending={save.isPending}>
              {edited.id === null ? settings.add : settings.save}
            </Button>
            <Button onPress={onClose}>{settings.cancel}</Button>
          </>
        }
      >
        <ReloadOffer failure={save.error} onReload={reload} />
        <TextField
          isRequired
          autoFocus
          label={words.name}
          value={given.name}
          onChange={(name) => setGiven({ ...given, name })}
          problem={save.error?.byField.name}
        />
        <ComboBox
          label={words.parent}
          placeholder={words.noParent}
          options={parents}
          value={given.parentId}
          onChange={(parentId) => setGiven({ ...given, parentId })}
        />
        <ComboBox
          label={words.branch}
          placeholder={words.noBranch}
          options={units.branches.map(({ id, name }) => ({ id, label: name }))}
          value={given.branchId}
          onChange={(branchId) => setGiven({ ...given, branchId })}
        />
      </FormLayout>
    </Dialog>
  )
}

const valuesOf = (edited: EditedUnit, { units }: Units): UnitInput =>
  edited.id === null
    ? { name: '', parentId: edited.parentId, branchId: units.find(({ id }) => id === edited.parentId)?.branchId ?? null }
    : { name: edited.name, parentId: edited.parentId, branchId: edited.branchId }

/** Every unit but itself and those below it, each named with the one above. */
function useParents({ units }: Units, edited: EditedUnit) {
  const language = useLanguage()
  const barred = edited.id === null ? new Set<string>() : withAllBelow(units, edited.id)
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return layOutTree(units, language)
    .filter(({ node }) => !barred.has(node.id))
    .map(({ node: { id, name, parentId } }) => ({ id, label: name, hint: parentId === null ? undefined : names.get(parentId) }))
}

interface UnitInput {
  name: string
  parentId: string | null
  branchId: string | null
}

function useSave(edited: EditedUnit, onClose: () => void) {
  const { saved } = useSettingWords()
  const client = useQueryClient()
  const onSuccess = () => {
    void client.invalidateQueries({ queryKey: [unitRoutes.list.path] })
    void client.invalidateQueries({ queryKey: [peopleRoutes.directory.path] })
    toast({ text: saved })
    onClose()
  }
  const add = useWrite(unitRoutes.add, { onSuccess })
  const change = useWrite(unitRoutes.change, { onSuccess })
  const submit = (body: UnitInput) =>
    edited.id === null ? add.mutate({ body }) : change.mutate({ params: { unitId: edited.id }, body: { ...body, version: edited.version } })
  return { submit, reset: change.reset, error: add.error ?? change.error, isPending: add.isPending || change.isPending }
}
