import { type Condition, type DescribedField, operatorsOf } from '@parvandeh/contract'
import { type Stories, useSay } from '../../kit/story.ts'
import type { ConditionSource } from './condition-source.types.ts'
import { ConditionBuilder, useConditionDraft } from './ConditionBuilder.tsx'
import { ConditionChips } from './ConditionChips.tsx'

const field = (key: string, type: DescribedField['type'], fa: string, en: string): DescribedField => ({
  key,
  type,
  label: { fa, en },
  group: 'work',
  accessClass: 'public',
  kinds: ['person', 'organisation'],
  custom: false,
  choices: null,
  operators: [...operatorsOf[type]],
  sortable: false,
  exportable: true,
  importable: true,
})

const cities = ['تهران', 'تبریز', 'شیراز', 'اصفهان', 'مشهد', 'رشت', 'کرج', 'خمینی‌شهر و توابع'].map((label, place) => ({
  id: String(place + 1),
  label,
}))

function useSource(areRead = true): ConditionSource {
  const say = useSay()
  return {
    fields: [
      field('cityId', 'place', 'شهر', 'City'),
      field('lastContactAt', 'moment', 'آخرین تماس', 'Last contact'),
      field('lastName', 'text', 'نام خانوادگی', 'Last name'),
      field('x.worth', 'money', 'ارزش سالانهٔ قرارداد نگه‌داری و پشتیبانی', 'Yearly worth of the maintenance and support contract'),
      field('provisional', 'yes-no', 'موقت', 'Provisional'),
      field('segment', 'segment', 'گروه مشتریان', 'Segment'),
    ],
    groupName: () => say('کار', 'Work'),
    optionsOf: ({ type }) => (type === 'place' ? cities : type === 'segment' ? [{ id: 'a', label: 'مشتریان وفادار' }] : null),
    areRead,
  }
}

const short: Condition = {
  all: [
    { field: 'cityId', is: 'equals', value: 2 },
    { field: 'lastContactAt', is: 'older-than', value: 90 },
  ],
}
const long: Condition = {
  all: [
    { field: 'cityId', is: 'one-of', value: [1, 2, 8] },
    { field: 'x.worth', is: 'between', value: [100_000_000, 2_500_000_000] },
    { field: 'lastContactAt', is: 'in-period', value: 'last-season' },
    {
      any: [
        { not: { field: 'lastName', is: 'begins', value: 'م' } },
        {
          not: {
            any: [
              { field: 'segment', is: 'equals', value: 'a' },
              { field: 'provisional', is: 'equals', value: true },
            ],
          },
        },
      ],
    },
  ],
}

function Builder({ first, areRead = true }: { first: Condition | null; areRead?: boolean }) {
  const source = useSource(areRead)
  const { draft, setDraft } = useConditionDraft(source, first)
  return <ConditionBuilder source={source} draft={draft} onChange={setDraft} />
}

function Chips({ value }: { value: Condition }) {
  return (
    <div className="flex flex-wrap gap-1.5">
      <ConditionChips source={useSource()} value={value} simple={[]} onChange={() => {}} onOpen={() => {}} />
    </div>
  )
}

/** Conditions in words: the builder empty, short, long with groups, being read, and narrow; and as chips over a list. */
export const stories: Stories = {
  empty: () => <Builder first={null} />,
  short: () => <Builder first={short} />,
  'long, with groups': () => <Builder first={long} />,
  'fields are being read': () => <Builder first={short} areRead={false} />,
  narrow: () => (
    <div className="max-w-80">
      <Builder first={long} />
    </div>
  ),
  chips: () => <Chips value={long} />,
}
