import { noticeKinds } from '@parvandeh/contract'
import { type Stories, useSay } from '../../kit/story.ts'
import { Card } from '../../ui/Card.tsx'
import { Groups } from './BellPanel.tsx'
import type { Notification } from './notification.types.ts'
import { NotificationRow } from './NotificationRow.tsx'

const noon = '2026-11-22T08:30:00.000Z'
const notification = (given: Partial<Notification> = {}): Notification => ({
  id: '01940000-0000-7000-8000-000000000001',
  kind: 'request-assigned',
  at: noon,
  times: 1,
  read: false,
  byPersonId: null,
  outcome: null,
  subject: { type: 'request', id: '01940000-0000-7000-8000-000000000002', label: '05000123', title: 'یخچال سرد نمی‌کند' },
  ...given,
})
const longTitle = 'جابه‌جایی یخچال فریزر دوقلو از طبقهٔ چهارم بی‌آسانسور و نصب دوبارهٔ آن با حضور کارشناس تعمیرگاه مرکزی '.repeat(2)

const EveryKind = () => (
  <Card flush>
    <Groups
      rows={noticeKinds.map((kind, n) => notification({ id: `01940000-0000-7000-8000-0000000001${n + 10}`, kind, read: n % 2 === 1 }))}
    />
  </Card>
)

const Empty = () => (
  <Card flush>
    <Groups rows={[]} />
  </Card>
)

/** Nothing is said of what has gone out of sight. */
const OutOfSight = () => (
  <Card flush>
    <ul>
      <NotificationRow notification={notification({ subject: null })} onOpen={() => {}} onMark={() => {}} />
    </ul>
  </Card>
)

function LongAndNarrow() {
  const say = useSay()
  const subject = { type: 'request' as const, id: '01940000-0000-7000-8000-000000000002', label: '05000123', title: longTitle }
  return (
    <section aria-label={say('باریک', 'Narrow')} className="max-w-80">
      <Card flush>
        <ul>
          <NotificationRow notification={notification({ subject, times: 12 })} onOpen={() => {}} onMark={() => {}} />
        </ul>
      </Card>
    </section>
  )
}

export const stories: Stories = { EveryKind, Empty, OutOfSight, LongAndNarrow }
