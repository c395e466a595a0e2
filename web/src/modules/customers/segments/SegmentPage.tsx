import { customerRoutes, type Segment, segmentRoutes } from '@parvandeh/contract'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Pencil, Trash2, Users } from 'lucide-react'
import { useState } from 'react'
import { query } from '../../../api/query.ts'
import { useSaid } from '../../../lists/condition/use-said.ts'
import { useFormat } from '../../../persian/format.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Button, buttonClass } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Page } from '../../../ui/Page.tsx'
import { SkeletonLines } from '../../../ui/states.tsx'
import { segmentsQuery, useConditionSource } from '../list/use-condition-source.ts'
import { useSegmentWords } from './messages.ts'
import { SegmentDialog } from './SegmentDialog.tsx'
import { SegmentHistory } from './SegmentHistory.tsx'
import { useSizeSaid } from './SegmentSize.tsx'
import { useSegmentVerbs } from './use-segment-verbs.ts'

/** A segment: its rule in words, how many are in it and how that has changed, and some of its members. */
export function SegmentPage() {
  const words = useSegmentWords()
  const navigate = useNavigate()
  const { segmentId } = useParams({ from: '/app/segments/$segmentId' })
  const { data: segment } = useSuspenseQuery(query(segmentRoutes.show, { params: { segmentId } }))
  const { data: kept } = useQuery(segmentsQuery)
  const verbs = useSegmentVerbs()
  const [isEditing, setEditing] = useState(false)
  return (
    <Page
      above={<Breadcrumbs trail={[{ label: words.title, href: '/segments' }, { label: segment.name }]} />}
      title={<bdi>{segment.name}</bdi>}
      aside={<Badge>{words.kinds[segment.kind]}</Badge>}
      subtitle={[words.audiences[segment.audience], segment.ownerName].join(' · ')}
      actions={
        <>
          <Link to="/customers" search={{ segmentId }} className={buttonClass('secondary', 'medium', 'no-underline!')}>
            <Users size={17} aria-hidden="true" />
            {words.members}
          </Link>
          {segment.can.change && (
            <>
              <Button icon={<Pencil size={16} />} onPress={() => setEditing(true)}>
                {words.edit}
              </Button>
              <IconButton
                label={words.remove}
                icon={<Trash2 size={17} />}
                onPress={() => verbs.remove(segment, () => void navigate({ to: '/segments' }))}
              />
            </>
          )}
        </>
      }
    >
      <title>{segment.name}</title>
      {segment.description && <p className="max-w-prose text-body text-pretty text-muted">{segment.description}</p>}
      <div className="grid gap-gap lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-gap">
          <Rule segment={segment} />
          {segment.usable && <SegmentHistory segmentId={segmentId} />}
        </div>
        {segment.usable && <Members segmentId={segmentId} />}
      </div>
      {isEditing && (
        <SegmentDialog
          segment={segment}
          canShareWithAll={kept?.canShareWithAll ?? false}
          onClose={() => setEditing(false)}
          onSaved={() => setEditing(false)}
        />
      )}
    </Page>
  )
}

function Rule({ segment: { condition, usable } }: { segment: Segment }) {
  const words = useSegmentWords()
  const source = useConditionSource()
  const said = useSaid(source)
  return (
    <Card title={words.rule}>
      {!usable && <p className="pb-2 text-caution">{words.unusableText}</p>}
      {condition === null ? (
        <p className="text-muted">{words.byHand}</p>
      ) : source.areRead ? (
        <p className="text-body leading-loose text-pretty">
          <bdi>{said(condition)}</bdi>
        </p>
      ) : (
        <SkeletonLines lines={1} />
      )}
    </Card>
  )
}

const shown = 10

function Members({ segmentId }: { segmentId: string }) {
  const words = useSegmentWords()
  const format = useFormat()
  const said = useSizeSaid()
  const size = useQuery(query(segmentRoutes.size, { params: { segmentId } }))
  const members = useQuery(query(customerRoutes.list, { query: { segmentId, limit: shown } }))
  const counted = size.data && said(size.data)
  return (
    <Card title={words.members} flush>
      <div className="px-4 py-3">
        {counted ? (
          <>
            <p className="flex flex-wrap items-baseline gap-x-2">
              <span className="text-display font-semibold">{counted.text}</span>
              <span className="text-small text-muted">{words.sizeBasis}</span>
            </p>
            {counted.note && <p className="text-small text-muted">{counted.note}</p>}
          </>
        ) : (
          <SkeletonLines lines={1} />
        )}
      </div>
      {members.data && members.data.rows.length > 0 ? (
        <ul className="border-t border-line">
          {members.data.rows.map(({ customerId, displayName, code }) => (
            <li key={customerId} className="flex min-w-0 items-baseline gap-3 px-4 py-1.5">
              <Link to="/customers/$customerId" params={{ customerId }} className="min-w-0 flex-1 truncate">
                <bdi>{displayName}</bdi>
              </Link>
              <Bidi ltr className="text-small text-muted">
                {format.digits(code)}
              </Bidi>
            </li>
          ))}
        </ul>
      ) : (
        <div className="px-4 pb-3 text-small text-muted">{members.data ? words.noMembers : <SkeletonLines lines={4} />}</div>
      )}
      <p className="border-t border-line px-4 py-2.5 text-small">
        <Link to="/customers" search={{ segmentId }}>
          {words.allMembers}
        </Link>
      </p>
    </Card>
  )
}
