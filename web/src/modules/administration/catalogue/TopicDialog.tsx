import { catalogueRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSettingWords } from '../messages.ts'
import { layOutTree, withAllBelow } from '../tree.ts'
import { CatalogueDialog } from './CatalogueDialog.tsx'
import type { EditedTopic, Topic } from './catalogue.types.ts'
import { useCatalogueWords } from './messages.ts'

/** Adds a topic, renames one, or moves it under another. */
export function TopicDialog({ topics, edited, onClose }: { topics: readonly Topic[]; edited: EditedTopic; onClose: () => void }) {
  const words = useCatalogueWords()
  const [given, setGiven] = useState(
    edited.id === null
      ? { name: '', parentId: edited.parentId, active: true }
      : { name: edited.name, parentId: edited.parentId, active: edited.active },
  )
  const save = useSave(edited, onClose)
  return (
    <CatalogueDialog
      title={edited.id === null ? words.addTopic : words.editTopic(edited.name)}
      isNew={edited.id === null}
      failure={save.error}
      isPending={save.isPending}
      active={given.active}
      onActive={(active) => setGiven({ ...given, active })}
      onSubmit={() => save.submit(given)}
      onClose={onClose}
    >
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
        options={useParents(topics, edited)}
        value={given.parentId}
        onChange={(parentId) => setGiven({ ...given, parentId })}
        problem={save.error?.byField.parentId}
      />
    </CatalogueDialog>
  )
}

/** Every topic but itself and those below it, each named with the one above. */
function useParents(topics: readonly Topic[], edited: EditedTopic) {
  const language = useLanguage()
  const barred = edited.id === null ? new Set<string>() : withAllBelow(topics, edited.id)
  const names = new Map(topics.map(({ id, name }) => [id, name]))
  return layOutTree(topics, language)
    .filter(({ node }) => !barred.has(node.id))
    .map(({ node: { id, name, parentId } }) => ({ id, label: name, hint: parentId === null ? undefined : names.get(parentId) }))
}

function useSave(edited: EditedTopic, onClose: () => void) {
  const { saved } = useSettingWords()
  const client = useQueryClient()
  const onSuccess = () => {
    void client.invalidateQueries({ queryKey: [catalogueRoutes.show.path] })
    toast({ text: saved })
    onClose()
  }
  const add = useWrite(catalogueRoutes.addTopic, { onSuccess })
  const change = useWrite(catalogueRoutes.changeTopic, { onSuccess })
  const submit = (body: { name: string; parentId: string | null; active: boolean }) =>
    edited.id === null
      ? add.mutate({ body })
      : change.mutate({ params: { topicId: edited.id }, body: { ...body, version: edited.version } })
  return { submit, error: add.error ?? change.error, isPending: add.isPending || change.isPending }
}
