import { type Stories } from '../../../kit/story.ts'
import type { Behaviour } from './behaviour.ts'
import { BehaviourPart } from './BehaviourCard.tsx'

const customerId = '01900000-0000-7000-8000-000000000001'
const addedAt = '2026-09-20T08:00:00Z'
const tag = (number: number, name: string, group: Behaviour['tags'][number]['group'], note: string | null = null) => ({
  tagId: `01900000-0000-7000-8000-0000000001${String(number).padStart(2, '0')}`,
  putAs: `01900000-0000-7000-8000-0000000001${String(number).padStart(2, '0')}`,
  name,
  nameEn: null,
  group,
  note,
  addedAt,
  addedBy: null,
})
const note = (text: string): Behaviour['notes'][number] => ({
  id: '01900000-0000-7000-8000-000000000002',
  text,
  writtenAt: addedAt,
  writtenBy: null,
  changedAt: null,
  version: 1,
})

const whole: Behaviour = {
  tags: [
    tag(1, 'صبور', 'temperament', 'در سه تماس پیاپی'),
    tag(2, 'حساس به قیمت', 'tendency'),
    tag(3, 'علاقه‌مند به رویدادهای فناوری و نمایشگاه‌های صنعت ساختمان', 'interest'),
    tag(4, 'ساختمان', 'activity'),
    tag(5, 'باشگاه مشتریان', 'general'),
  ],
  notes: [note('پیش از خرید همهٔ شرایط گارانتی را می‌پرسد.\nدوست دارد پیش‌فاکتور را با پیام بگیرد.')],
  withheld: false,
  can: { edit: true },
}

const withheld: Behaviour = { ...whole, tags: whole.tags.slice(3), notes: [], withheld: true }
const empty: Behaviour = { tags: [], notes: [], withheld: false, can: { edit: true } }
const readOnly: Behaviour = { ...whole, can: { edit: false } }

const Card = ({ behaviour, narrow = false }: { behaviour: Behaviour | undefined; narrow?: boolean }) => (
  <div className={narrow ? 'max-w-xs' : 'max-w-md'}>
    <BehaviourPart customerId={customerId} behaviour={behaviour} />
  </div>
)

export const stories: Stories = {
  whole: () => <Card behaviour={whole} />,
  withheld: () => <Card behaviour={withheld} />,
  empty: () => <Card behaviour={empty} />,
  readOnly: () => <Card behaviour={readOnly} />,
  loading: () => <Card behaviour={undefined} />,
  narrow: () => <Card narrow behaviour={whole} />,
}
