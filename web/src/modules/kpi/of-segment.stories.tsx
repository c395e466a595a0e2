import { type Stories, useSay } from '../../kit/story.ts'
import { OfSegment } from './OfSegment.tsx'

const segmentId = '01900000-0000-7000-8000-000000000001'
const nothing = () => undefined

function Shown({ name }: { name: string | null | undefined }) {
  const say = useSay()
  return (
    <div className="flex flex-col gap-3">
      <OfSegment segmentId={segmentId} name={name} onClear={nothing}>
        <p>{say('شاخص‌ها', 'Indicators')}</p>
      </OfSegment>
    </div>
  )
}

const Named = () => <Shown name="مشتریان دیرپاسخ" />
const Loading = () => <Shown name={undefined} />
const Refused = () => <Shown name={null} />
const long = 'مشتریان سازمانی استان‌های تهران و البرز که از آغاز سال با هیچ‌یک از کارشناسان ما گفت‌وگویی نداشته‌اند'
const Long = () => <Shown name={long} />
const Narrow = () => (
  <div className="max-w-xs">
    <Shown name={long} />
  </div>
)

export const stories: Stories = { named: Named, loading: Loading, refused: Refused, long: Long, narrow: Narrow }
