import { useNavigate } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { Group } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { withoutParts } from '../../../lists/list-search.ts'
import { useFormat } from '../../../persian/format.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSegmentWords } from '../segments/messages.ts'
import { conditionOfSearch } from './condition-of-search.ts'
import { countFilters, type CustomerSearch } from './customer-search.ts'
import { segmentsQuery } from './use-condition-source.ts'

const SegmentDialog = lazy(() => import('../segments/SegmentDialog.tsx').then((loaded) => ({ default: loaded.SegmentDialog })))

interface SaveSegmentProps {
  search: CustomerSearch
  count: { count: number; more: boolean } | undefined
  /** Rows that were picked for a new segment; null while none is being made of them. */
  picked: readonly string[] | 'all' | null
  onDone: () => void
}

/** Keeps what the list is narrowed by as a segment, or the customers in it now. */
export function SaveSegment({ search, count, picked, onDone }: SaveSegmentProps) {
  const words = useSegmentWords()
  const format = useFormat()
  const navigate = useNavigate()
  const { data } = useQuery(segmentsQuery)
  const [isAsked, setAsked] = useState(false)
  const close = () => {
    setAsked(false)
    onDone()
  }
  const filters = withoutParts(search)
  const said = count && !count.more ? words.kindStaticNow(format.number(count.count)) : words.kindStaticList
  const members =
    picked === null || picked === 'all'
      ? { which: { filters }, said, only: picked === 'all' }
      : { which: { ids: [...picked] }, said: words.kindStaticNow(format.number(picked.length)), only: true }
  const isNarrowed = search.q !== undefined || countFilters(search) > 0
  return (
    <>
      {isNarrowed && <IconButton label={words.saveAs} icon={<Group size={17} />} onPress={() => setAsked(true)} />}
      {(isAsked || picked !== null) && (
        <Suspense>
          <SegmentDialog
            condition={conditionOfSearch(search)}
            members={members}
            canShareWithAll={data?.canShareWithAll ?? false}
            onClose={close}
            onSaved={({ id, name }) => {
              close()
              toast({ text: words.saved(name) })
              void navigate({ to: '/segments/$segmentId', params: { segmentId: id } })
            }}
          />
        </Suspense>
      )}
    </>
  )
}
