import { customFieldRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSettingWords } from '../messages.ts'
import type { EditedGroup } from './field.types.ts'
import { useFieldWords } from './messages.ts'

/** Names a group of fields, new or old. */
export function GroupDialog({ group, onClose }: { group: EditedGroup; onClose: () => void }) {
  const words = useFieldWords()
  const settings = useSettingWords()
  const client = useQueryClient()
  const old = group === 'new' ? null : group
  const [given, setGiven] = useState({ fa: old?.label.fa ?? '', en: old?.label.en ?? '' })
  const onSuccess = () => {
    void client.invalidateQueries({ queryKey: [customFieldRoutes.list.path] })
    toast({ text: settings.saved })
    onClose()
  }
  const add = useWrite(customFieldRoutes.addGroup, { onSuccess })
  const change = useWrite(customFieldRoutes.changeGroup, { onSuccess })
  const save = old ? change : add
  const label = { fa: given.fa, en: given.en.trim() || null }
  return (
    <Dialog size="small" isOpen onOpenChange={(open) => !open && onClose()} title={old ? words.renameGroup : words.newGroup}>
      <FormLayout
        onSubmit={() =>
          old ? change.mutate({ params: { groupId: old.id }, body: { label, version: old.version } }) : add.mutate({ body: { label } })
        }
        failure={save.error}
        actions={
          <>
            <Button type="submit" variant="primary" pending={save.isPending}>
              {old ? settings.save : settings.add}
            </Button>
            <Button onPress={onClose}>{settings.cancel}</Button>
          </>
        }
      >
        <TextField
          isRequired
          autoFocus
          label={words.groupName}
          value={given.fa}
          maxLength={80}
          onChange={(fa) => setGiven({ ...given, fa })}
          problem={save.error?.byField['label.fa']}
        />
        <TextField
          ltr
          label={words.nameEn}
          hint={words.nameEnHint}
          value={given.en}
          maxLength={80}
          onChange={(en) => setGiven({ ...given, en })}
          problem={save.error?.byField['label.en']}
        />
      </FormLayout>
    </Dialog>
  )
}
