import { behaviourRoutes, type TagGroup, tagGroups, tagRoutes } from '@parvandeh/contract'
import { foldSpaced } from '@parvandeh/contract/persian'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { query, useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toastFailure } from '../../../ui/toast.tsx'
import { type Heard, HeardBox, useHeard } from '../evidence/Heard.tsx'
import { type Behaviour, useKeepBehaviour } from './behaviour.ts'
import { useBehaviourWords } from './messages.ts'

interface TagDialogProps {
  customerId: string
  behaviour: Behaviour
  onClose: () => void
}

const newTag = 'new'
const open: readonly TagGroup[] = ['general', 'activity']

/** Puts a tag on the file, out of the organisation's vocabulary or new to it. */
export function TagDialog({ customerId, behaviour, onClose }: TagDialogProps) {
  const words = useBehaviourWords()
  const groups = tagGroups.filter((group) => !behaviour.withheld || open.includes(group))
  const [group, setGroup] = useState<TagGroup>(behaviour.withheld ? 'general' : 'temperament')
  const [typed, setTyped] = useState('')
  const [tagId, setTagId] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const options = useOptions(group, typed, behaviour)
  const heard = useHeard(customerId)
  const tagging = useTagging(customerId, heard, onClose)
  const submit = () => tagId !== null && tagging.submit(tagId === newTag ? { name: typed.trim(), group } : { tagId }, note)
  return (
    <Dialog size="small" isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={words.add}>
      <FormLayout
        onSubmit={submit}
        actions={
          <>
            <Button type="submit" variant="primary" isDisabled={tagId === null} pending={tagging.isPending}>
              {words.save}
            </Button>
            <Button onPress={onClose}>{words.cancel}</Button>
          </>
        }
      >
        <Select
          label={words.group}
          options={groups.map((id) => ({ id, label: words.groups[id] }))}
          value={group}
          onChange={(chosen) => {
            setGroup(chosen)
            setTagId(null)
          }}
        />
        <ComboBox
          autoFocus
          label={words.tag}
          placeholder={words.placeholder}
          options={options}
          value={tagId}
          valueLabel={tagId === newTag ? typed : undefined}
          onSearch={setTyped}
          onChange={setTagId}
        />
        <TextField label={words.notes} maxLength={300} value={note} onChange={setNote} />
        <HeardBox heard={heard} />
      </FormLayout>
    </Dialog>
  )
}

/** Puts a tag on the file, having made it where it is new. */
function useTagging(customerId: string, heard: Heard, onDone: () => void) {
  const client = useQueryClient()
  const keep = useKeepBehaviour(customerId)
  const put = useWrite(behaviourRoutes.tag, {
    onSuccess: (after) => {
      keep(after)
      onDone()
    },
    onError: toastFailure,
  })
  const make = useWrite(tagRoutes.add, {
    onSuccess: () => void client.invalidateQueries({ queryKey: [tagRoutes.list.path] }),
    onError: toastFailure,
  })
  const submit = (tag: { tagId: string } | { name: string; group: TagGroup }, typedNote: string) => {
    const note = typedNote.trim() || null
    const putOn = (tagId: string) => put.mutate({ params: { customerId }, body: { tagId, note, source: heard.source() } })
    if ('tagId' in tag) putOn(tag.tagId)
    else make.mutate({ body: tag }, { onSuccess: ({ id }) => putOn(id) })
  }
  return { submit, isPending: put.isPending || make.isPending }
}

/** Tags of the group that fit what was typed and are not on the file yet; a name that is not there is offered to be made. */
function useOptions(group: TagGroup, typed: string, behaviour: Behaviour) {
  const words = useBehaviourWords()
  const { language } = useFormat()
  const { data } = useQuery(query(tagRoutes.list))
  const sought = foldSpaced(typed)
  const had = new Set(behaviour.tags.map((tag) => tag.tagId))
  const inGroup = (data?.tags ?? []).filter((tag) => tag.group === group && tag.active && tag.mergedInto === null)
  const fitting = inGroup.filter((tag) => !had.has(tag.id) && foldSpaced(`${tag.name} ${tag.nameEn ?? ''}`).includes(sought))
  const options = fitting.slice(0, 40).map((tag) => ({ id: tag.id, label: language === 'en' ? (tag.nameEn ?? tag.name) : tag.name }))
  const isNew = typed.trim() !== '' && !inGroup.some((tag) => foldSpaced(tag.name) === sought)
  return isNew ? [...options, { id: newTag, label: words.makeNew(typed.trim()) }] : options
}
