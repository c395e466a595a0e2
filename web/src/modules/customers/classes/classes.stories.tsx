import { type Stories } from '../../../kit/story.ts'
import { ClassesPart } from './ClassesCard.tsx'
import type { FileClasses, Scheme } from './schemes.ts'

const customerId = '01900000-0000-7000-8000-000000000001'
const id = (number: number) => `01900000-0000-7000-8000-0000000002${String(number).padStart(2, '0')}`
const klass = (number: number, name: string, mark: Scheme['classes'][number]['mark']) => ({
  id: id(number),
  name,
  nameEn: null,
  mark,
  active: true,
  condition: null,
})
const common = { nameEn: null, accessClass: 'internal' as const, active: true, protectedReason: null, version: 1 }
const schemes: Scheme[] = [
  {
    ...common,
    id: id(1),
    name: 'پویایی ارتباط',
    by: 'rule',
    classes: [klass(11, 'پویا', 'star'), klass(12, 'کم‌پیدا', 'circle'), klass(13, 'خاموش', 'minus')],
  },
  { ...common, id: id(2), name: 'اعتبار', by: 'hand', classes: [klass(21, 'عالی', 'star'), klass(22, 'نیازمند پیش‌پرداخت', 'triangle')] },
]
const at = '2026-11-01T08:00:00Z'
const whole: FileClasses = {
  classes: [
    { schemeId: id(1), classId: id(11), byRule: true, since: at, setBy: null, reason: null },
    { schemeId: id(2), classId: id(22), byRule: false, since: at, setBy: null, reason: 'دو چک برگشتی در تابستان' },
  ],
  history: [
    { id: id(31), schemeId: id(2), fromClassId: id(21), toClassId: id(22), byRule: false, personId: null, reason: 'دو چک برگشتی', at },
    { id: id(32), schemeId: id(1), fromClassId: null, toClassId: id(11), byRule: true, personId: null, reason: null, at },
  ],
  can: { edit: true },
}

const Card = ({ shown, narrow = false }: { shown: FileClasses | undefined; narrow?: boolean }) => (
  <div className={narrow ? 'max-w-xs' : 'max-w-md'}>
    <ClassesPart customerId={customerId} schemes={schemes} shown={shown} />
  </div>
)

export const stories: Stories = {
  whole: () => <Card shown={whole} />,
  unclassified: () => <Card shown={{ classes: [], history: [], can: { edit: true } }} />,
  readOnly: () => <Card shown={{ ...whole, can: { edit: false } }} />,
  loading: () => <Card shown={undefined} />,
  narrow: () => <Card narrow shown={whole} />,
}
