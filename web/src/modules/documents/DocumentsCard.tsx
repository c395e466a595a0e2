import { documentRoutes } from '@parvandeh/contract'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Download, FileUp } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, DropZone, FileTrigger, isFileDropItem } from 'react-aria-components'
import { pages, rowsOf } from '../../api/query.ts'
import { upload } from '../../api/upload.ts'
import { type Sending, useUploads } from '../../api/uploads.ts'
import { useFormat } from '../../persian/format.ts'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { classes, focusRing } from '../../ui/classes.ts'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { ErrorState, SkeletonLines } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { FileIcon } from './file-type.ts'
import { useDocumentWords } from './messages.ts'
import { contentOf, type Document, PreviewDialog } from './PreviewDialog.tsx'

const shownAtOnce = 8

/** The documents of a file: a list that opens them, and a place to drop more. */
export function DocumentsCard({ customerId, mayAdd }: { customerId: string; mayAdd: boolean }) {
  const words = useDocumentWords()
  const client = useQueryClient()
  const asked = pages(documentRoutes.list, { params: { customerId }, query: { limit: shownAtOnce } })
  const list = useInfiniteQuery(asked)
  const uploads = useUploads(
    (file, options) => upload(documentRoutes.add, { file, ...options }, { params: { customerId } }),
    ({ name }, forget) => {
      toast({ text: words.arrived(name) })
      forget()
      void client.invalidateQueries({ queryKey: asked.queryKey })
    },
  )
  const documents = rowsOf(list.data)
  const body = (
    <>
      {uploads.sendings.map((one) => (
        <SendingLine key={one.key} sending={one} onRetry={() => uploads.retry(one)} onDismiss={() => uploads.remove(one.key)} />
      ))}
      {list.isPending && <SkeletonLines />}
      {list.error && <ErrorState failure={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && documents.length === 0 && uploads.sendings.length === 0 && (
        <p className="text-muted">{mayAdd ? words.empty : words.emptyReadOnly}</p>
      )}
      <ul className="-mx-2">
        {documents.map((document) => (
          <DocumentLine key={document.id} document={document} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button size="small" variant="quiet" pending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  )
  return (
    <Card title={words.title} actions={mayAdd && <PickButton onFiles={uploads.add} />}>
      {mayAdd ? <Drop onFiles={uploads.add}>{body}</Drop> : body}
    </Card>
  )
}

function PickButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const words = useDocumentWords()
  return (
    <FileTrigger allowsMultiple onSelect={(files) => files && onFiles([...files])}>
      <Button size="small" variant="quiet" icon={<FileUp size={15} />}>
        {words.add}
      </Button>
    </FileTrigger>
  )
}

/** The whole card takes files; only while one hovers over it does it say so. */
function Drop({ onFiles, children }: { onFiles: (files: File[]) => void; children: React.ReactNode }) {
  const words = useDocumentWords()
  return (
    <DropZone
      aria-label={words.dropHere}
      getDropOperation={(types) => (types.has('text/plain') || types.has('text/html') ? 'cancel' : 'copy')}
      onDrop={({ items }) => void Promise.all(items.filter(isFileDropItem).map((item) => item.getFile())).then((files) => onFiles(files))}
      className="group/drop relative -m-2 rounded-control p-2 outline-offset-0 outline-accent data-drop-target:bg-accent-soft data-drop-target:outline-2 data-drop-target:outline-dashed"
    >
      {children}
    </DropZone>
  )
}

function DocumentLine({ document }: { document: Document }) {
  const words = useDocumentWords()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const name = document.title ?? document.name
  return (
    <li className="flex items-center gap-1 rounded-control px-2 hover:bg-hover">
      <AriaButton
        onPress={() => setOpen(true)}
        className={classes('flex min-h-11 min-w-0 flex-1 cursor-pointer items-center gap-2.5 rounded-control text-start', focusRing)}
      >
        <FileIcon mediaType={document.mediaType} size={17} className="shrink-0 text-muted" />
        <span className="min-w-0 flex-1 py-1">
          <span className="block truncate leading-6">
            <bdi>{name}</bdi>
          </span>
          <span className="block text-caption text-muted">{`${format.bytes(document.bytes)} · ${format.relative(document.addedAt)}`}</span>
        </span>
      </AriaButton>
      <a
        href={contentOf(document, false)}
        download
        aria-label={words.downloadOf(name)}
        title={words.download}
        className={buttonClass('quiet', 'small', 'w-control-small px-0! text-muted!')}
      >
        <Download size={15} aria-hidden="true" />
      </a>
      {isOpen && <PreviewDialog document={document} isOpen onOpenChange={setOpen} />}
    </li>
  )
}

function SendingLine({ sending, onRetry, onDismiss }: { sending: Sending<Document>; onRetry: () => void; onDismiss: () => void }) {
  const words = useDocumentWords()
  const { file, share, failure } = sending
  if (!failure) return <ProgressBar label={words.sending(file.name)} share={share} />
  return (
    <div role="alert" className="mb-2 rounded-control bg-danger-soft px-3 py-1.5 text-small text-danger">
      <p>
        <bdi className="font-medium">{file.name}</bdi> {failure.title}
      </p>
      <Button size="small" variant="quiet" onPress={onRetry}>
        {words.sendAgain}
      </Button>
      <Button size="small" variant="quiet" onPress={onDismiss}>
        {words.dismiss}
      </Button>
    </div>
  )
}
