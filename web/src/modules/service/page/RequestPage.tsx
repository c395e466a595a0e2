import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Info } from 'lucide-react'
import { useFormat } from '../../../persian/format.ts'
import { NotFoundPage } from '../../../shell/failed-pages.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Page } from '../../../ui/Page.tsx'
import { ErrorState, Skeleton, SkeletonLines } from '../../../ui/states.tsx'
import { useServiceWords } from '../messages.ts'
import { useRemember } from '../recent.ts'
import { PriorityMark } from '../PriorityMark.tsx'
import { requestQuery } from '../request-query.ts'
import type { RequestView } from '../request.types.ts'
import { RequestNumber } from '../RequestNumber.tsx'
import { RequestStatusBadge } from '../RequestStatusBadge.tsx'
import { ActionBar } from './ActionBar.tsx'
import { Clocks } from './Clocks.tsx'
import { Composer } from './Composer.tsx'
import { Conversation } from './Conversation.tsx'
import { Holdings } from './Holdings.tsx'
import { useRequestWords } from './messages.ts'
import { Path } from './Path.tsx'
import { RequestDocuments } from './RequestDocuments.tsx'
import { RequestFacts } from './RequestFacts.tsx'
import { SimilarRequests } from './SimilarRequests.tsx'

/** One request: what is said, what is known, and what may be done. */
export function RequestPage() {
  const { number } = useParams({ from: '/app/requests/$number' })
  const words = useRequestWords()
  const { digits } = useFormat()
  const { data, error, refetch } = useQuery(requestQuery(number))
  useRemember(data?.number)
  if (!data) {
    if (error?.code === 'not-found') return <NotFoundPage />
    return error ? <ErrorState failure={error} onRetry={() => void refetch()} /> : <Waiting />
  }
  return (
    <>
      <title>{`${words.pageTitle(digits(data.number))} · ${data.subject}`}</title>
      {/* Another request is another page: what was typed into one must not appear under the next. */}
      <Shown key={data.id} request={data} isOutOfReach={error?.code === 'not-found'} />
    </>
  )
}

/** The page of a request that has been read. */
function Shown({ request, isOutOfReach = false }: { request: RequestView; isOutOfReach?: boolean }) {
  const words = useRequestWords()
  const service = useServiceWords()
  const { digits } = useFormat()
  return (
    <Page
      title={<bdi>{request.subject}</bdi>}
      above={<Breadcrumbs trail={[{ label: service.requests, href: '/requests' }, { label: digits(request.number) }]} />}
      subtitle={<HeaderLine request={request} />}
    >
      {isOutOfReach && (
        <p role="status" className="flex items-center gap-2 rounded-control bg-notice-soft px-3.5 py-2 text-body text-notice">
          <Info size={17} className="shrink-0" aria-hidden="true" />
          {words.outOfReach}
        </p>
      )}
      <div data-print="no" className="sticky top-14 z-5 -mx-1 -my-1.5 flex flex-wrap gap-2 bg-canvas px-1 py-1.5 empty:hidden">
        <ActionBar request={request} />
      </div>
      <div className="grid items-start gap-gap lg:grid-cols-[minmax(0,1fr)_22rem] 2xl:grid-cols-[minmax(0,1fr)_26rem]">
        <Conversation request={request}>
          <Composer request={request} />
        </Conversation>
        <aside className="flex min-w-0 flex-col gap-gap">
          <RequestFacts request={request} />
          <Clocks request={request} />
          <SimilarRequests request={request} />
          <RequestDocuments request={request} />
          <Holdings request={request} />
          <Path request={request} />
        </aside>
      </div>
    </Page>
  )
}

function HeaderLine({ request }: { request: RequestView }) {
  const words = useRequestWords()
  const service = useServiceWords()
  return (
    <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
      <RequestStatusBadge status={request.status} />
      <PriorityMark priority={request.priority} />
      {request.test && <Badge tone="notice">{words.test}</Badge>}
      <span className="inline-flex items-center">
        <RequestNumber number={request.number} className="text-muted" />
        <CopyButton text={request.number} label={service.number} />
      </span>
      <Link to="/customers/$customerId" params={{ customerId: request.customerId }} className="font-medium">
        <bdi>{request.customerName}</bdi>
      </Link>
      {request.contactName && (
        <span>
          {words.contact}: <bdi>{request.contactName}</bdi>
        </span>
      )}
    </span>
  )
}

function Waiting() {
  return (
    <div className="mx-auto flex max-w-400 flex-col gap-gap px-4 pt-6 md:px-6">
      <Skeleton className="h-8 w-2/3" />
      <Skeleton className="h-5 w-1/3" />
      <div className="grid gap-gap lg:grid-cols-[minmax(0,1fr)_22rem]">
        <SkeletonLines lines={8} />
        <SkeletonLines lines={6} />
      </div>
    </div>
  )
}
