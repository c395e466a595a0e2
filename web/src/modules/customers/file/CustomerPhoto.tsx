import { customerRoutes, documentRoutes } from '@parvandeh/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Camera, ImageOff } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { addressOf, call } from '../../../api/call.ts'
import type { ApiFailure } from '../../../api/failure.ts'
import { useSession } from '../../../api/session.ts'
import { upload } from '../../../api/upload.ts'
import { Avatar } from '../../../ui/Avatar.tsx'
import { classes, focusRing } from '../../../ui/classes.ts'
import { Menu, MenuItem, MenuTrigger } from '../../../ui/Menu.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import type { CustomerFile } from './fixed-facts.ts'
import { useFileWords } from './messages.ts'
import { squarePicture } from './square-picture.ts'

/** The customer's picture, or their initials; whoever may edit the file gives it another or takes it away. */
export function CustomerPhoto({ file }: { file: CustomerFile }) {
  const words = useFileWords()
  const { permissions } = useSession()
  const picker = useRef<HTMLInputElement>(null)
  const { choose, remove, isPending } = usePhotoWrites(file)
  const seen = <Face file={file} isDim={isPending} />
  if (!file.can.edit || !permissions['documents.write']) return seen
  return (
    <>
      <MenuTrigger>
        <AriaButton
          aria-label={words.photo.label}
          isDisabled={isPending}
          className={classes('cursor-pointer rounded-full hover:ring-2 hover:ring-line', focusRing)}
        >
          {seen}
        </AriaButton>
        <Menu
          aria-label={words.photo.label}
          placement="bottom start"
          onAction={(key) => (key === 'remove' ? remove() : picker.current?.click())}
        >
          <MenuItem id="choose" icon={<Camera size={16} />}>
            {file.photoId ? words.photo.change : words.photo.add}
          </MenuItem>
          {file.photoId && (
            <MenuItem id="remove" icon={<ImageOff size={16} />}>
              {words.photo.remove}
            </MenuItem>
          )}
        </Menu>
      </MenuTrigger>
      <input
        ref={picker}
        type="file"
        accept="image/*"
        hidden
        aria-label={words.photo.label}
        onChange={({ target }) => {
          const [picked] = target.files ?? []
          if (picked) choose(picked)
          target.value = ''
        }}
      />
    </>
  )
}

/** The picture where there is one that the reader may see and the browser can draw. */
function Face({ file, isDim }: { file: CustomerFile; isDim: boolean }) {
  const { permissions } = useSession()
  const [failed, setFailed] = useState<string | null>(null)
  const { customerId, photoId, displayName } = file
  const look = classes('inline-grid size-12 shrink-0', isDim && 'opacity-50')
  if (!photoId || photoId === failed || !permissions['documents.read'])
    return (
      <span className={look}>
        <Avatar name={displayName} size="large" />
      </span>
    )
  return (
    <span className={look}>
      <img
        src={addressOf(documentRoutes.content, { params: { customerId, documentId: photoId }, query: { preview: 'true' } })}
        alt=""
        onError={() => setFailed(photoId)}
        className="size-12 rounded-full object-cover"
      />
    </span>
  )
}

/** Writes another picture into the file, or none; either is taken back from the toast. */
function usePhotoWrites({ customerId, photoId = null, version }: CustomerFile) {
  const words = useFileWords()
  const client = useQueryClient()
  const refresh = () => {
    for (const { path } of [customerRoutes.show, documentRoutes.list]) void client.invalidateQueries({ queryKey: [path] })
  }
  const patch = useMutation({
    mutationFn: (given: { photoId: string | null; version: number }) => call(customerRoutes.patch, { params: { customerId }, body: given }),
    onSettled: refresh,
    onError: (failure: ApiFailure) => toastFailure(failure),
  })
  const write = (next: string | null, said: string) =>
    patch.mutate(
      { photoId: next, version },
      { onSuccess: (after) => toast({ text: said, onUndo: () => patch.mutate({ photoId, version: after.version }) }) },
    )
  const send = useMutation({
    mutationFn: async (picked: File) => {
      const picture = await squarePicture(picked)
      return picture && upload(documentRoutes.add, { file: picture }, { params: { customerId }, query: { title: words.photo.title } })
    },
    onSuccess: (document) =>
      document ? write(document.id, words.photo.changed) : toast({ text: words.photo.notAPicture, tone: 'failed' }),
    onError: (failure: ApiFailure) => toastFailure(failure),
  })
  return {
    choose: (picked: File) => send.mutate(picked),
    remove: () => write(null, words.photo.removed),
    isPending: send.isPending || patch.isPending,
  }
}
