import { peopleRoutes, unitRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSettingWords } from '../messages.ts'
import { useUnitWords } from './messages.ts'

/** Names a branch, new or old. */
export function BranchDialog({ branch, onClose }: { branch: { id: string; name: string } | null; onClose: () => void }) {
  const words = useUnitWords()
  const settings = useSettingWords()
  const client = useQueryClient()
  const [name, setName] = useState(branch?.name ?? '')
  const onSuccess = () => {
    void client.invalidateQueries({ queryKey: [unitRoutes.list.path] })
    void client.invalidateQueries({ queryKey: [peopleRoutes.directory.path] })
    toast({ text: settings.saved })
    onClose()
  }
  const add = useWrite(unitRoutes.addBranch, { onSuccess })
  const rename = useWrite(unitRoutes.renameBranch, { onSuccess })
  const save = branch ? rename : add
  return (
    <Dialog size="small" isOpen onOpenChange={(open) => !open && onClose()} title={branch ? words.renameBranch : words.addBranch}>
      <FormLayout
        onSubmit={() => (branch ? rename.mutate({ params: { branchId: branch.id }, body: { name } }) : add.mutate({ body: { name } }))}
        failure={save.error}
        actions={
          <>
            <Button type="submit" variant="primary" pending={save.isPending}>
              {branch ? settings.save : settings.add}
            </Button>
            <Button onPress={onClose}>{settings.cancel}</Button>
          </>
        }
      >
        <TextField isRequired autoFocus label={words.name} value={name} onChange={setName} problem={save.error?.byField.name} />
      </FormLayout>
    </Dialog>
  )
}
