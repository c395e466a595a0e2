import { copyRoutes } from '@parvandeh/contract'
import { Download, Ellipsis, Eraser, Trash2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { addressOf } from '../../../api/call.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Menu, MenuItem, MenuTrigger } from '../../../ui/Menu.tsx'
import type { LeavingFile } from './leaving.types.ts'
import { useLeavingWords } from './messages.ts'

const RemoveDialog = lazy(() => import('./RemoveDialog.tsx').then((loaded) => ({ default: loaded.RemoveDialog })))
const EraseDialog = lazy(() => import('./EraseDialog.tsx').then((loaded) => ({ default: loaded.EraseDialog })))

interface FileMenuProps {
  file: LeavingFile & { can: { remove?: boolean | undefined; erase?: boolean | undefined; copy?: boolean | undefined } }
}

/** What is seldom done to a file: its copy for the customer, its removal, its erasure. */
export function FileMenu({ file }: FileMenuProps) {
  const words = useLeavingWords()
  const [asked, setAsked] = useState<'remove' | 'erase' | null>(null)
  const { remove, erase, copy } = file.can
  if (!remove && !erase && !copy) return null
  const close = () => setAsked(null)
  return (
    <>
      <MenuTrigger>
        <IconButton label={words.more} icon={<Ellipsis size={18} />} />
        <Menu aria-label={words.more} onAction={(key) => (key === 'remove' || key === 'erase' ? setAsked(key) : undefined)}>
          {copy && (
            <MenuItem
              id="copy"
              icon={<Download size={16} />}
              hint={words.copyHint}
              href={addressOf(copyRoutes.download, { params: { customerId: file.customerId } })}
              routerOptions={{ reloadDocument: true } as never}
              download
            >
              {words.copy}
            </MenuItem>
          )}
          {remove && (
            <MenuItem id="remove" icon={<Trash2 size={16} />}>
              {words.remove}
            </MenuItem>
          )}
          {erase && (
            <MenuItem id="erase" icon={<Eraser size={16} />} danger>
              {words.erase}
            </MenuItem>
          )}
        </Menu>
      </MenuTrigger>
      <Suspense>
        {asked === 'remove' && <RemoveDialog file={file} onClose={close} />}
        {asked === 'erase' && <EraseDialog file={file} onClose={close} />}
      </Suspense>
    </>
  )
}
