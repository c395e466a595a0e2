import { type document as documentSchema, documentRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import type { z } from 'zod'
import { addressOf, callHeaders } from '../../api/call.ts'
import { failureFrom } from '../../api/failure.ts'
import { useDirectory } from '../../api/directory.ts'
import { useFormat } from '../../persian/format.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../../ui/states.tsx'
import { FileIcon, viewOf } from './file-type.ts'
import { useDocumentWords } from './messages.ts'

export type Document = z.output<typeof documentSchema>

/** The address of a document's content: to be downloaded, or shown within the page. */
export const contentOf = ({ customerId, id }: Document, preview: boolean): string =>
  addressOf(documentRoutes.content, { params: { customerId, documentId: id }, query: preview ? { preview: 'true' } : {} })

interface PreviewDialogProps {
  document: Document
  isOpen: boolean
  onOpenChange: (open: boolean) => void
}

/** Shows a picture, a PDF or a text without leaving the page; of others what they are, with the way to get them. */
export function PreviewDialog({ document, isOpen, onOpenChange }: PreviewDialogProps) {
  const words = useDocumentWords()
  const format = useFormat()
  const { personName } = useDirectory()
  const by = personName(document.addedBy)
  const facts = [format.bytes(document.bytes), format.moment(document.addedAt), ...(by ? [words.addedBy(by)] : [])]
  return (
    <Dialog
      size="large"
      title={<bdi>{document.title ?? document.name}</bdi>}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      renderActions={() => (
        <>
          <a href={contentOf(document, false)} download className={buttonClass('primary')}>
            <Download size={16} aria-hidden="true" />
            {words.download}
          </a>
          <span className="text-small text-muted">{facts.join(' · ')}</span>
        </>
      )}
    >
      <Content document={document} />
    </Dialog>
  )
}

function Content({ document }: { document: Document }) {
  const view = document.previewable ? viewOf(document.mediaType) : null
  const address = contentOf(document, true)
  if (view === 'picture') {
    const said = document.title ?? document.name
    return <img src={address} alt={said} className="mx-auto max-h-[70dvh] max-w-full rounded-control object-contain" />
  }
  if (view === 'text') return <TextContent document={document} />
  if (view === null) return <NotShown document={document} />
  return (
    <object data={address} type={document.mediaType} aria-label={document.name} className="h-[70dvh] w-full rounded-control">
      <NotShown document={document} />
    </object>
  )
}

/** For what no browser draws, and for browsers without a viewer of their own. */
function NotShown({ document }: { document: Document }) {
  const words = useDocumentWords()
  return (
    <EmptyState compact icon={<FileIcon mediaType={document.mediaType} size={22} />} title={document.name}>
      {words.notShown}
    </EmptyState>
  )
}

const shownCharacters = 200_000

function TextContent({ document }: { document: Document }) {
  const words = useDocumentWords()
  const { data, error } = useQuery({
    queryKey: ['document-text', document.id],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const response = await fetch(contentOf(document, true), { headers: callHeaders(documentRoutes.content), signal })
      if (!response.ok) throw failureFrom(response.status, await response.json().catch(() => null))
      return response.text()
    },
  })
  if (error) return <ErrorState failure={error} />
  if (data === undefined) return <SkeletonLines lines={6} />
  return (
    <>
      <pre dir="auto" className="font-sans whitespace-pre-wrap wrap-anywhere">
        {data.slice(0, shownCharacters)}
      </pre>
      {data.length > shownCharacters && <p className="mt-3 text-small text-muted">{words.tooLong}</p>}
    </>
  )
}
