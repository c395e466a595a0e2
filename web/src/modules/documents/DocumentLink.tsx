import { documentRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { query } from '../../api/query.ts'
import { useFormat } from '../../persian/format.ts'
import { classes, focusRing } from '../../ui/classes.ts'
import { Skeleton } from '../../ui/states.tsx'
import { FileIcon } from './file-type.ts'
import { useDocumentWords } from './messages.ts'
import { PreviewDialog } from './PreviewDialog.tsx'

/** A document by its id, in a line: its name opens it. */
export function DocumentLink({ customerId, documentId }: { customerId: string; documentId: string }) {
  const words = useDocumentWords()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const { data, error } = useQuery(query(documentRoutes.show, { params: { customerId, documentId } }))
  if (error) return <span className="text-small text-faint">{words.unknown}</span>
  if (!data) return <Skeleton className="h-5 w-40" />
  return (
    <>
      <AriaButton
        onPress={() => setOpen(true)}
        className={classes(
          'inline-flex max-w-full cursor-pointer items-center gap-1.5 rounded-control py-0.5 text-accent-text data-hovered:underline',
          focusRing,
        )}
      >
        <FileIcon mediaType={data.mediaType} size={15} className="shrink-0" />
        <bdi className="truncate">{data.title ?? data.name}</bdi>
        <span className="shrink-0 text-small text-muted">{format.bytes(data.bytes)}</span>
      </AriaButton>
      {isOpen && <PreviewDialog document={data} isOpen onOpenChange={setOpen} />}
    </>
  )
}
