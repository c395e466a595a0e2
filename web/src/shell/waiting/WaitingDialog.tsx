import { RotateCw, Trash2 } from 'lucide-react'
import { dropWrite, retryWrite, useWaitingWrites } from '../../api/waiting-writes.ts'
import { useFormat } from '../../persian/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { useWaitingWords } from './messages.ts'

/** What was written while the network was away: each can be given up, and what was refused tried again. */
export function WaitingDialog({ onClose }: { onClose: () => void }) {
  const words = useWaitingWords()
  const format = useFormat()
  const waiting = useWaitingWrites()
  return (
    <Dialog isOpen onOpenChange={onClose} title={words.title} renderActions={(close) => <Button onPress={close}>{words.close}</Button>}>
      {waiting.length === 0 ? (
        <p className="text-muted">{words.none}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {waiting.map(({ key, label, writtenAt, refusal }) => (
            <li key={key} className="flex items-start gap-2 py-2.5">
              <span className="min-w-0 flex-1">
                <span className="block">
                  <bdi>{label}</bdi>
                </span>
                <span className="block text-small text-muted">{words.written(format.relative(writtenAt))}</span>
                {refusal && <span className="block text-small text-danger">{refusal}</span>}
              </span>
              {refusal && <IconButton label={words.again(label)} icon={<RotateCw size={16} />} onPress={() => retryWrite(key)} />}
              <IconButton label={words.drop(label)} icon={<Trash2 size={16} />} onPress={() => dropWrite(key)} />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
