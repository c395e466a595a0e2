import { documentRoutes } from '@parvandeh/contract'
import { FileText, Paperclip, RotateCcw, X } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import { upload } from '../../../api/upload.ts'
import { useUploads } from '../../../api/uploads.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { useComposeWords } from './messages.ts'

/** Files on their way into the archive of the customer, to be attached to what is being logged. */
export function useAttachments(customerId: string) {
  const uploads = useUploads((file, options) => upload(documentRoutes.add, { file, ...options }, { params: { customerId } }))
  return { ...uploads, documentIds: uploads.sendings.flatMap(({ answer }) => (answer ? [answer.id] : [])) }
}

/** The files, each with how far it has come, and the button that picks more. */
export function AttachedFiles({ attachments }: { attachments: ReturnType<typeof useAttachments> }) {
  const words = useComposeWords()
  const format = useFormat()
  const { sendings, add, remove, retry } = attachments
  return (
    <div className="flex flex-wrap items-center gap-2">
      {sendings.map((one) => (
        <span
          key={one.key}
          className="inline-flex max-w-full min-w-0 items-center gap-1.5 rounded-control border border-line bg-sunken ps-2.5 text-small"
        >
          <FileText size={15} aria-hidden="true" className="shrink-0 text-muted" />
          <bdi className="max-w-48 truncate">{one.file.name}</bdi>
          <span className={one.failure ? 'text-danger' : 'text-muted'}>
            {one.failure ? one.failure.title : one.answer ? format.bytes(one.file.size) : format.percent(one.share)}
          </span>
          {one.failure && <IconButton size="small" label={words.sendAgain} icon={<RotateCcw size={14} />} onPress={() => retry(one)} />}
          <IconButton size="small" label={words.removeFile(one.file.name)} icon={<X size={14} />} onPress={() => remove(one.key)} />
        </span>
      ))}
      <FileTrigger allowsMultiple onSelect={(files) => files && add([...files])}>
        <Button size="small" variant="quiet" icon={<Paperclip size={15} />}>
          {words.attach}
        </Button>
      </FileTrigger>
    </div>
  )
}
