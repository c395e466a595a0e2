import { customerRoutes } from '@parvandeh/contract'
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef } from 'react'
import { query, rowsOf } from '../../api/query.ts'
import { useMay, useSession } from '../../api/session.ts'
import { MergedCard } from '../../modules/customers/duplicates/MergedCard.tsx'
import { useDuplicateWords } from '../../modules/customers/duplicates/messages.ts'
import { EvidenceCard } from '../../modules/customers/evidence/EvidenceCard.tsx'
import { OriginsContext, useOriginsOf } from '../../modules/customers/evidence/origins.ts'
import { FileLayout } from '../../modules/customers/file/FileLayout.tsx'
import { useCustomerLines } from '../../modules/customers/timeline/customer-lines.tsx'
import { Timeline } from '../../modules/customers/timeline/Timeline.tsx'
import { DocumentsOfContext, useDocumentLines } from '../../modules/documents/document-lines.tsx'
import { DocumentLink } from '../../modules/documents/DocumentLink.tsx'
import { DocumentsCard } from '../../modules/documents/DocumentsCard.tsx'
import { ComposeBox, type ComposeHandle } from '../../modules/interactions/compose/ComposeBox.tsx'
import { AroundLinesContext, useInteractionLines } from '../../modules/interactions/on-file/interaction-lines.tsx'
import { useRequestLines } from '../../modules/service/on-file/request-lines.tsx'
import { openRequestsOf, RequestsCard } from '../../modules/service/on-file/RequestsCard.tsx'
import { MissingCard } from '../../modules/collection/on-file/MissingCard.tsx'
import { NextQuestion } from '../../modules/collection/on-file/NextQuestion.tsx'
import { AccountCard } from '../../modules/sales/on-file/AccountCard.tsx'
import { useAccountLines } from '../../modules/sales/on-file/account-lines.tsx'
import { useFormat } from '../../persian/format.ts'
import { toast } from '../../ui/toast.tsx'

/** A customer's file: what the modules know of the customer, on one page. */
export function CustomerFilePage() {
  const { customerId } = useParams({ from: '/app/customers/$customerId' })
  const { data: file } = useSuspenseQuery(query(customerRoutes.show, { params: { customerId } }))
  useFileThatIsLeft(file)
  const may = useMay()
  const { fieldClasses } = useSession()
  const origins = useOriginsOf(customerId)
  const compose = useRef<ComposeHandle>(null)
  const { log } = useSearch({ from: '/app/customers/$customerId' })
  useEffect(() => {
    if (log) compose.current?.open(log)
  }, [log])
  return (
    <OriginsContext value={origins}>
      <FileLayout
        // Another customer's file begins with its own drafts and its own place on the page.
        key={customerId}
        file={file}
        onLog={(kind) => compose.current?.open(kind)}
        timeline={
          <>
            {file.can.edit && <NextQuestion customerId={customerId} />}
            {file.can.logInteraction && <Compose customerId={customerId} mayAttach={file.can.addDocument} handle={compose} />}
            <WholeTimeline customerId={customerId} />
          </>
        }
        work={
          <>
            {may('service.read') && <RequestsCard customerId={customerId} mayRegister={file.can.registerRequest} />}
            <MissingCard customerId={customerId} />
            {may('sales.read') && fieldClasses.includes('financial') && <AccountCard customerId={customerId} />}
            {may('documents.read') && <DocumentsCard customerId={customerId} mayAdd={file.can.addDocument} />}
            {(file.mergedCount ?? 0) > 0 && <MergedCard customerId={file.customerId} />}
          </>
        }
        evidence={<EvidenceCard customerId={customerId} />}
      />
    </OriginsContext>
  )
}

/** The id of a file that was merged opens the one that is left; its address takes the place, and it is said. */
function useFileThatIsLeft({ customerId, mergedFrom }: { customerId: string; mergedFrom?: string | null | undefined }) {
  const words = useDuplicateWords()
  const navigate = useNavigate()
  useEffect(() => {
    if (!mergedFrom) return
    toast({ text: words.merged.arrived, tone: 'news' })
    void navigate({ to: '/customers/$customerId', params: { customerId }, search: (before) => before, replace: true })
  }, [customerId, mergedFrom, navigate, words])
}

function Compose({
  customerId,
  mayAttach,
  handle,
}: {
  customerId: string
  mayAttach: boolean
  handle: React.RefObject<ComposeHandle | null>
}) {
  const format = useFormat()
  const may = useMay()
  const open = useInfiniteQuery({ ...openRequestsOf(customerId), enabled: may('service.read') && may('service.write') })
  const requests = rowsOf(open.data).map(({ id, number, subject }) => ({ id, label: subject, hint: format.digits(number) }))
  return <ComposeBox customerId={customerId} requests={requests} mayAttach={mayAttach} handle={handle} />
}

function WholeTimeline({ customerId }: { customerId: string }) {
  const navigate = useNavigate()
  const { show, line } = useSearch({ from: '/app/customers/$customerId' })
  const interactions = useInteractionLines()
  const documents = useDocumentLines()
  const requests = useRequestLines()
  const file = useCustomerLines()
  const accounts = useAccountLines()
  const around = useMemo(
    () => ({ customerId, renderDocument: (documentId: string) => <DocumentLink customerId={customerId} documentId={documentId} /> }),
    [customerId],
  )
  return (
    <div className="rounded-card border border-line bg-surface pb-1">
      <AroundLinesContext value={around}>
        <DocumentsOfContext value={customerId}>
          <Timeline
            customerId={customerId}
            kinds={[...interactions, requests, documents, accounts, file]}
            shown={show?.split(',') ?? []}
            sought={line}
            onShow={(ids) =>
              void navigate({
                to: '/customers/$customerId',
                params: { customerId },
                search: ids.length > 0 ? { show: ids.join(',') } : {},
                replace: true,
                resetScroll: false,
              })
            }
          />
        </DocumentsOfContext>
      </AroundLinesContext>
    </div>
  )
}
