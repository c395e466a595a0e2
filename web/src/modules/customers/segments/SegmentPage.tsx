import { segmentRoutes } from '@parvandeh/contract'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Pencil, Trash2, Users } from 'lucide-react'
import { useState } from 'react'
import { query } from '../../../api/query.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Button, buttonClass } from '../../../ui/Button.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Page } from '../../../ui/Page.tsx'
import { segmentsQuery, useConditionSource } from '../list/use-condition-source.ts'
import { useSegmentWords } from './messages.ts'
import { SegmentDialog } from './SegmentDialog.tsx'
import { SegmentHistory } from './SegmentHistory.tsx'
import { SegmentMembers } from './SegmentMembers.tsx'
import { SegmentRule } from './SegmentRule.tsx'
import { useSegmentVerbs } from './use-segment-verbs.ts'

/** A segment: its rule in words, how many are in it and how that has changed, and some of its members. */
export function SegmentPage() {
  const words = useSegmentWords()
  const navigate = useNavigate()
  const { segmentId } = useParams({ from: '/app/segments/$segmentId' })
  const { data: segment } = useSuspenseQuery(query(segmentRoutes.show, { params: { segmentId } }))
  const { data: kept } = useQuery(segmentsQuery)
  const source = useConditionSource()
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
          <SegmentRule segment={segment} source={source} />
          {segment.usable && <SegmentHistory segmentId={segmentId} />}
        </div>
        {segment.usable && <SegmentMembers segmentId={segmentId} />}
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
