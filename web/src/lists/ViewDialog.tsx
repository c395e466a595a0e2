import { type SavedView, type viewAudiences, viewRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWrite } from '../api/query.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormLayout } from '../ui/FormLayout.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { TextField } from '../ui/TextField.tsx'
import { toast } from '../ui/toast.tsx'
import { useListsWords } from './messages.ts'

type Audience = (typeof viewAudiences)[number]

interface ViewDialogProps {
  /** The view to be renamed or shared; left out, a new one is saved. */
  view?: SavedView | undefined
  /** What a new view keeps. */
  kept: Pick<SavedView, 'list' | 'search' | 'columns' | 'group'>
  canShareWithAll: boolean
  onSaved: (view: SavedView) => void
  onClose: () => void
}

/** Names a view and says who finds it. */
export function ViewDialog({ view, kept, canShareWithAll, onSaved, onClose }: ViewDialogProps) {
  const words = useListsWords().view
  const client = useQueryClient()
  const [name, setName] = useState(view?.name ?? '')
  const [audience, setAudience] = useState<Audience>(view?.audience ?? 'private')
  const [isAsked, setAsked] = useState(false)
  const done = {
    onSuccess: async (saved: SavedView) => {
      await client.invalidateQueries({ queryKey: [viewRoutes.list.path] })
      toast({ text: words.saved })
      onSaved(saved)
    },
  }
  const create = useWrite(viewRoutes.create, done)
  const change = useWrite(viewRoutes.change, done)
  const isPending = create.isPending || change.isPending
  const submit = () => {
    setAsked(true)
    if (name.trim() === '' || isPending) return
    if (view) change.mutate({ params: { viewId: view.id }, body: { name, audience, version: view.version } })
    else create.mutate({ body: { ...kept, name, audience } })
  }
  const audiences = (['private', 'team', 'all'] as const)
    .filter((one) => one !== 'all' || canShareWithAll || audience === 'all')
    .map((id) => ({ id, label: words.audiences[id] }))
  return (
    <Dialog isOpen size="small" title={view ? words.changeTitle : words.newTitle} onOpenChange={(open) => !open && onClose()}>
      <FormLayout
        onSubmit={submit}
        failure={create.error ?? change.error}
        actions={
          <>
            <Button type="submit" variant="primary" pending={isPending}>
              {words.save}
            </Button>
            <Button onPress={onClose}>{words.cancel}</Button>
          </>
        }
      >
        {!view && <p className="text-body text-muted">{words.newSaid}</p>}
        <TextField
          autoFocus
          isRequired
          label={words.name}
          value={name}
          onChange={setName}
          maxLength={80}
          problem={isAsked && name.trim() === '' ? words.nameMissing : undefined}
        />
        <RadioGroup label={words.audience} hint={words.audienceHint} options={audiences} value={audience} onChange={setAudience} />
      </FormLayout>
    </Dialog>
  )
}
