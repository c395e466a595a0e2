import { Card } from '../../../ui/Card.tsx'
import type { Stories } from '../../../kit/story.ts'
import { useCustomerLines } from './customer-lines.tsx'
import { KindChips } from './KindChips.tsx'
import type { TimelineLine } from './line-kind.ts'
import { Days } from './Timeline.tsx'

const line = (id: string, at: string, kind: string, facts: TimelineLine['facts'] = {}): TimelineLine => ({
  id,
  at,
  kind,
  facts,
  personId: null,
  unitId: null,
  subjectType: 'customer',
  subjectId: id,
  accessClass: 'internal',
})

const lines = [
  line('a', '2026-11-21T14:20:00Z', 'customer.changed', { fields: 'lastName nationalCode accessPoints birthDate' }),
  line('b', '2026-11-21T08:00:00Z', 'something.unknown', {
    subject: 'رویدادی که این نسخه نمی‌شناسد، با نوشته‌ای بلند که باید در چند سطر جا شود و از کادر بیرون نزند',
  }),
  line('c', '2026-11-20T08:00:00Z', 'customer.created', { code: '1001' }),
]

function Lines() {
  const file = useCustomerLines()
  return (
    <Card flush>
      <KindChips kinds={[file]} shown={[]} onShow={() => {}} />
      <Days lines={lines} kinds={[file]} />
    </Card>
  )
}

export const stories: Stories = { lines: Lines }
