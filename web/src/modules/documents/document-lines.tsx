import type { customerRoutes, ResponseOf } from '@parvandeh/contract'
import { FileText } from 'lucide-react'
import { createContext, use } from 'react'
import { useDirectory } from '../../api/directory.ts'
import { useFormat } from '../../persian/format.ts'
import { TimelineEntry } from '../../ui/Timeline.tsx'
import { DocumentLink } from './DocumentLink.tsx'
import { iconOf } from './file-type.ts'
import { useDocumentWords } from './messages.ts'

type TimelineLine = ResponseOf<typeof customerRoutes.timeline>['rows'][number]

/** Whose documents the lines are about. */
export const DocumentsOfContext = createContext<string>('')

/** The line that a document leaves on the timeline. */
export function useDocumentLines() {
  const { title } = useDocumentWords()
  return { id: 'document', label: title, icon: FileText, kinds: ['document'], Line: DocumentLine }
}

function DocumentLine({ line }: { line: TimelineLine }) {
  const words = useDocumentWords()
  const format = useFormat()
  const { personName } = useDirectory()
  const customerId = use(DocumentsOfContext)
  return (
    <TimelineEntry
      icon={iconOf(String(line.facts.mediaType ?? ''))}
      title={words.added}
      time={format.time(line.at)}
      by={personName(line.personId)}
    >
      <DocumentLink customerId={customerId} documentId={line.subjectId} />
    </TimelineEntry>
  )
}
