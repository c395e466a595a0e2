import { tokenRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Button } from '../../../ui/Button.tsx'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useSettingWords } from '../messages.ts'
import { useMeWords } from './messages.ts'

const lives = ['30', '90', '365', 'never'] as const

/** Makes a token and shows it this once. */
export function NewTokenDialog({ onClose }: { onClose: () => void }) {
  const words = useMeWords()
  const { cancel } = useSettingWords()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [life, setLife] = useState<(typeof lives)[number]>('90')
  const add = useWrite(tokenRoutes.add, { onSuccess: () => void client.invalidateQueries({ queryKey: [tokenRoutes.list.path] }) })
  if (add.data) return <TokenMade token={add.data.token} onClose={onClose} />
  return (
    <Dialog size="small" isOpen onOpenChange={(open) => !open && onClose()} title={words.addToken}>
      <FormLayout
        onSubmit={() => add.mutate({ body: { name, days: life === 'never' ? null : Number(life) } })}
        failure={add.error}
        actions={
          <>
            <Button type="submit" variant="primary" pending={add.isPending} isDisabled={name.trim() === ''}>
              {words.makeToken}
            </Button>
            <Button onPress={onClose}>{cancel}</Button>
          </>
        }
      >
        <TextField
          isRequired
          autoFocus
          label={words.tokenName}
          hint={words.tokenNameHint}
          value={name}
          onChange={setName}
          problem={add.error?.byField.name}
        />
        <Select label={words.life} options={lives.map((id) => ({ id, label: words.lives[id] }))} value={life} onChange={setLife} />
      </FormLayout>
    </Dialog>
  )
}

/** Closed by its button alone, lest a stray press lose the token. */
function TokenMade({ token, onClose }: { token: string; onClose: () => void }) {
  const words = useMeWords()
  return (
    <Dialog
      size="small"
      role="alertdialog"
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={words.tokenMade}
      renderActions={() => (
        <Button variant="primary" onPress={onClose}>
          {words.done}
        </Button>
      )}
    >
      <p className="mb-3 text-muted">{words.tokenOnce}</p>
      <div className="flex items-center gap-2 rounded-control border border-line bg-sunken py-2 ps-3 pe-1">
        <Bidi ltr className="min-w-0 flex-1 font-mono text-small break-all select-all">
          {token}
        </Bidi>
        <CopyButton text={token} label={words.copyToken} />
      </div>
    </Dialog>
  )
}
