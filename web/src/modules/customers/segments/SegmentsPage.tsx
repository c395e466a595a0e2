import type { Segment } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Group, Plus } from 'lucide-react'
import { useState } from 'react'
import { type ListParts } from '../../../lists/list-search.ts'
import { RecordList, wholeList } from '../../../lists/RecordList.tsx'
import { useFormat } from '../../../persian/format.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Cut } from '../../../ui/Bidi.tsx'
import { Button, buttonClass } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import type { Column } from '../../../ui/Table.tsx'
import { segmentsQuery } from '../list/use-condition-source.ts'
import { useSegmentWords } from './messages.ts'
import { SegmentDialog } from './SegmentDialog.tsx'
import { SegmentSize } from './SegmentSize.tsx'

const none: Segment[] = []

/** All segments that the person is told of, each with its size. */
export function SegmentsPage() {
  const words = useSegmentWords()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/segments' })
  const segments = useQuery(segmentsQuery)
  const [isMaking, setMaking] = useState(search.create === true)
  const columns = useSegmentColumns()
  const list = { ...wholeList(segments.data?.segments ?? none), isPending: segments.isPending, error: segments.error }
  const open = (segmentId: string) => void navigate({ to: '/segments/$segmentId', params: { segmentId } })
  return (
    <Page
      title={words.title}
      subtitle={words.subtitle}
      actions={
        <Button variant="primary" icon={<Plus size={17} />} onPress={() => setMaking(true)}>
          {words.create}
        </Button>
      }
    >
      <title>{words.title}</title>
      <RecordList
        name="segments"
        label={words.title}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        search={search as ListParts}
        onShow={(next: ListParts) => void navigate({ to: '/segments', search: next, replace: true })}
        onOpen={({ id }) => open(id)}
        empty={
          <EmptyState
            icon={<Group size={22} />}
            title={words.emptyTitle}
            action={
              <Link to="/customers" className={buttonClass('secondary', 'medium', 'no-underline!')}>
                {words.toCustomers}
              </Link>
            }
          >
            {words.emptyText}
          </EmptyState>
        }
      />
      {isMaking && (
        <SegmentDialog
          canShareWithAll={segments.data?.canShareWithAll ?? false}
          onClose={() => setMaking(false)}
          onSaved={({ id }) => open(id)}
        />
      )}
    </Page>
  )
}

function useSegmentColumns(): readonly Column<Segment>[] {
  const words = useSegmentWords()
  const format = useFormat()
  const { columns } = words
  return [
    {
      key: 'name',
      header: columns.name,
      phone: 'title',
      grow: true,
      essential: true,
      text: ({ name }) => name,
      cell: (segment) => <Name segment={segment} />,
    },
    { key: 'kind', header: columns.kind, width: 96, text: ({ kind }) => words.kinds[kind], cell: ({ kind }) => words.kinds[kind] },
    {
      key: 'size',
      header: columns.size,
      width: 128,
      phone: 'aside',
      cell: ({ id, usable }) => (usable ? <SegmentSize segmentId={id} /> : <span className="text-faint">—</span>),
    },
    {
      key: 'audience',
      header: columns.audience,
      width: 150,
      phone: 'hidden',
      text: ({ audience }) => words.audiences[audience],
      cell: ({ audience }) => words.audiences[audience],
    },
    {
      key: 'owner',
      header: columns.owner,
      width: 150,
      phone: 'hidden',
      text: ({ ownerName }) => ownerName,
      cell: ({ ownerName }) => <Cut>{ownerName}</Cut>,
    },
    {
      key: 'updated',
      header: columns.updated,
      width: 120,
      phone: 'hidden',
      text: ({ updatedAt }) => format.date(updatedAt),
      cell: ({ updatedAt }) => <span className="text-muted">{format.date(updatedAt)}</span>,
    },
  ]
}

function Name({ segment: { id, name, description, usable } }: { segment: Segment }) {
  const words = useSegmentWords()
  return (
    <span className="flex min-w-0 items-baseline gap-2.5">
      <Link
        to="/segments/$segmentId"
        params={{ segmentId: id }}
        tabIndex={-1}
        className="max-w-full shrink-0 truncate font-medium text-text!"
      >
        <Cut>{name}</Cut>
      </Link>
      {usable ? (
        <span className="min-w-0 truncate text-small text-faint max-md:hidden">{description}</span>
      ) : (
        <Badge tone="caution">{words.unusable}</Badge>
      )}
    </span>
  )
}
