import { customerRoutes, fieldCatalogueRoutes, type Segment, segmentRoutes } from '@parvandeh/contract'
import { addDays } from '@parvandeh/contract/persian'
import { useState } from 'react'
import { colleague, says, Screen } from '../../../kit/Screen.tsx'
import { lastNameField } from '../../../kit/invented.ts'
import { type Stories, useSay } from '../../../kit/story.ts'
import { Button } from '../../../ui/Button.tsx'
import { SegmentDialog } from './SegmentDialog.tsx'
import { SegmentPage } from './SegmentPage.tsx'

const segmentId = '01900000-0000-7000-8000-000000000031'

const byRule: Segment = {
  id: segmentId,
  name: 'مشتریان پرتماس استان‌های غربی که در سه ماه گذشته خریدی نکرده‌اند',
  description: 'برای تماس‌های پیش از نوروز؛ پیش از هر تماس پرونده دیده شود.',
  audience: 'team',
  kind: 'rule',
  condition: { field: 'lastName', is: 'contains', value: 'کوهستانی' },
  ownerId: colleague,
  ownerName: 'نازنین میرمهرآبادی‌فراهانی',
  mine: true,
  usable: true,
  version: 2,
  createdAt: '2026-03-21T06:30:00Z',
  updatedAt: '2026-11-20T10:00:00Z',
  can: { change: true },
}
const ofAnother: Segment = { ...byRule, name: 'نمایندگی‌ها', kind: 'static', condition: null, mine: false, can: { change: false } }

const row = {
  kind: 'person' as const,
  provisional: false,
  mainPhone: null,
  cityId: null,
  unitId: null,
  ownerId: null,
  createdAt: '2026-03-21T06:30:00Z',
  lastContactAt: null,
  version: 1,
}
const rows = ['هما کوهستانی', 'پخش سراسری لوازم خانگی و صنعتی مهرآوران البرز و شمال'].map((displayName, place) => ({
  ...row,
  customerId: `01900000-0000-7000-8000-00000000004${place}`,
  code: `10${place}`,
  displayName,
}))
const days = Array.from({ length: 90 }, (_, place) => ({
  day: addDays('2026-08-31', place),
  count: 40 + Math.round(12 * Math.sin(place / 9) + place / 5),
}))

const around = [
  says(fieldCatalogueRoutes.show, { groups: [{ key: 'names', label: { fa: 'نام‌ها', en: 'Names' } }], fields: [lastNameField] }),
  says(segmentRoutes.list, { segments: [byRule], canShareWithAll: true }),
]
const counted = [
  says(segmentRoutes.size, { count: 304_000, isExact: false, low: 300_000, high: 308_000 }),
  says(segmentRoutes.history, { isShown: true, days }),
  says(customerRoutes.list, { rows }),
]
const uncounted = [says(segmentRoutes.size, 'waiting'), says(segmentRoutes.history, 'waiting'), says(customerRoutes.list, 'waiting')]

const shown = (segment: Segment, members = counted) =>
  function Shown() {
    return (
      <Screen
        path="/segments/$segmentId"
        at={`/segments/${segmentId}`}
        answers={[says(segmentRoutes.show, segment), ...members, ...around]}
      >
        <SegmentPage />
      </Screen>
    )
  }

/** Kept from the list: its filters as a rule, or the customers in it now. */
function Keeping() {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  const said = say('همین ۲۳ مشتری، هرکه بعد بیاید یا برود', 'These 23 customers, whoever comes or goes later')
  return (
    <>
      <Button className="m-4 self-start" onPress={() => setOpen(true)}>
        {say('نگه‌داشتن به‌عنوان گروه', 'Save as a segment')}
      </Button>
      {isOpen && (
        <SegmentDialog
          condition={byRule.condition}
          members={{ which: { filters: { sort: '-created' } }, said, only: false }}
          canShareWithAll
          onClose={close}
          onSaved={close}
        />
      )}
    </>
  )
}

const Kept = () => (
  <Screen path="/customers" answers={around}>
    <Keeping />
  </Screen>
)

export const stories: Stories = {
  'by rule': shown(byRule),
  "by hand, a colleague's": shown(ofAnother),
  'being counted': shown(byRule, uncounted),
  'of a field out of sight': shown({ ...byRule, usable: false, condition: { field: 'nationalCode', is: 'equals' } }),
  'being saved': Kept,
}
