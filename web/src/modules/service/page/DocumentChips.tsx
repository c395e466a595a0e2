import { documentRoutes } from '@parvandeh/contract'
import { useQueries } from '@tanstack/react-query'
import { FileText } from 'lucide-react'
import { addressOf } from '../../../api/call.ts'
import { query } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { focusRing } from '../../../ui/classes.ts'
import { useRequestWords } from './messages.ts'

/** Documents by name and size; pressed, they open beside the page or are saved. */
export function DocumentChips({ customerId, documentIds }: { customerId: string; documentIds: readonly string[] }) {
  const words = useRequestWords()
  const format = useFormat()
  const reads = useQueries({
    queries: documentIds.map((documentId) => ({
      ...query(documentRoutes.show, { params: { customerId, documentId } }),
      staleTime: 5 * 60_000,
    })),
  })
  return (
    <ul className="flex min-w-0 flex-wrap gap-1.5">
      {documentIds.map((documentId, index) => {
        const found = reads[index]?.data
        const href = addressOf(documentRoutes.content, {
          params: { customerId, documentId },
          query: { preview: found?.previewable ? 'true' : 'false' },
        })
        return (
          <li key={documentId} className="max-w-full min-w-0">
            <a
              href={href}
              target="_blank"
              rel="noreferrer"
              className={`flex min-h-control-small max-w-full items-center gap-1.5 rounded-control border border-line bg-surface px-2 text-small hover:border-line-strong ${focusRing}`}
            >
              <FileText size={15} className="shrink-0 text-muted" aria-hidden="true" />
              <bdi className="truncate">{found?.title ?? found?.name ?? words.document}</bdi>
              {found && <span className="shrink-0 text-caption text-muted">{format.bytes(found.bytes)}</span>}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
