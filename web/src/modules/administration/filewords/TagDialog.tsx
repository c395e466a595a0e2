import { tagGroups, tagRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Merge, Split } from 'lucide-react'
import { useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { useSettingWords } from '../messages.ts'
import { useFileWordWords } from './messages.ts'
import type { Tag } from './tag.types.ts'
import { WordDialog } from './WordDialog.tsx'

interface TagDialogProps {
  /** Null adds a new one. */
  tag: Tag | null
  tags: readonly Tag[]
  onClose: () => void
}

/** Adds a tag, renames it, takes it out of use, or makes one of two. */
export function TagDialog({ tag, tags, onClose }: TagDialogProps) {
  const words = useFileWordWords()
  const [given, setGiven] = useState({
    name: tag?.name ?? '',
    nameEn: tag?.nameEn ?? '',
    group: tag?.group ?? ('general' as Tag['group']),
    active: tag?.active ?? true,
  })
  const set = (change: Partial<typeof given>) => setGiven({ ...given, ...change })
  const save = useSave(tag, onClose)
  return (
    <WordDialog
      title={tag ? words.editTag(tag.name) : words.addTag}
      isNew={!tag}
      failure={save.error}
      isPending={save.isPending}
      onSubmit={() => save.submit(given)}
      onClose={onClose}
    >
      {!tag && (
        <Select
          label={words.group}
          hint={words.groupHint}
          options={tagGroups.map((id) => ({ id, label: words.groups[id] }))}
          value={given.group}
          onChange={(group) => set({ group })}
        />
      )}
      <TextField
        isRequired
        autoFocus
        label={words.nameFa}
        maxLength={80}
        value={given.name}
        onChange={(name) => set({ name })}
        problem={save.error?.byField.name}
      />
      <TextField label={words.nameEn} maxLength={80} value={given.nameEn} onChange={(nameEn) => set({ nameEn })} />
      {tag && (
        <Switch isSelected={given.active} onChange={(active) => set({ active })} hint={words.isActiveHint}>
          {words.isActive}
        </Switch>
      )}
      {tag && <MergeField tag={tag} tags={tags} onClose={onClose} />}
    </WordDialog>
  )
}

function MergeField({ tag, tags, onClose }: { tag: Tag; tags: readonly Tag[]; onClose: () => void }) {
  const words = useFileWordWords()
  const client = useQueryClient()
  const [intoId, setIntoId] = useState<string | null>(null)
  const merge = useWrite(tagRoutes.merge, {
    onSuccess: (after) => {
      void client.invalidateQueries({ queryKey: [tagRoutes.list.path] })
      toast({ text: after.mergedInto === null ? words.parted : words.merged })
      onClose()
    },
    onError: toastFailure,
  })
  const ask = (intoTagId: string | null) => merge.mutate({ params: { tagId: tag.id }, body: { intoTagId, version: tag.version } })
  if (tag.mergedInto !== null)
    return (
      <div className="flex flex-wrap items-center gap-2 text-small text-muted">
        {words.mergedInto(tags.find(({ id }) => id === tag.mergedInto)?.name ?? '')}
        <Button size="small" icon={<Split size={15} />} pending={merge.isPending} onPress={() => ask(null)}>
          {words.part}
        </Button>
      </div>
    )
  const others = tags.filter((one) => one.id !== tag.id && one.group === tag.group && one.active && one.mergedInto === null)
  return (
    <div className="flex items-start gap-2 border-t border-line pt-4">
      <ComboBox
        className="flex-1"
        label={words.mergeInto}
        hint={words.mergeHint}
        placeholder={words.noMerge}
        options={others.map(({ id, name }) => ({ id, label: name }))}
        value={intoId}
        onChange={setIntoId}
      />
      {intoId !== null && (
        <Button className="mt-6" icon={<Merge size={15} />} pending={merge.isPending} onPress={() => ask(intoId)}>
          {words.merge}
        </Button>
      )}
    </div>
  )
}

function useSave(tag: Tag | null, onClose: () => void) {
  const { saved } = useSettingWords()
  const client = useQueryClient()
  const onSuccess = () => {
    void client.invalidateQueries({ queryKey: [tagRoutes.list.path] })
    toast({ text: saved })
    onClose()
  }
  const add = useWrite(tagRoutes.add, { onSuccess })
  const change = useWrite(tagRoutes.change, { onSuccess })
  const submit = ({ name, nameEn, group, active }: { name: string; nameEn: string; group: Tag['group']; active: boolean }) => {
    const named = { name, nameEn: nameEn.trim() || null }
    if (tag) change.mutate({ params: { tagId: tag.id }, body: { ...named, active, version: tag.version } })
    else add.mutate({ body: { ...named, group } })
  }
  return { submit, error: add.error ?? change.error, isPending: add.isPending || change.isPending }
}
