import { type CustomField, customFieldTypes, type CustomValue } from '@parvandeh/contract'
import { useState } from 'react'
import { type Stories, useSay } from '../kit/story.ts'
import { OwnInput } from './OwnInput.tsx'

type Shown = Parameters<typeof OwnInput>[0]['field']

const field = (type: CustomField['type'], fa: string, en: string, given: Partial<Shown> = {}): Shown => ({
  key: type,
  type,
  label: { fa, en },
  help: { fa: null, en: null },
  choices: [],
  rules: { least: null, most: null, pattern: null },
  required: false,
  ...given,
})

const choices: CustomField['choices'] = [
  { key: 'c1', label: { fa: 'آپارتمان', en: 'Flat' }, retired: false },
  {
    key: 'c2',
    label: { fa: 'خانهٔ ویلایی با حیاط و انباریِ جدا در ته باغ', en: 'House with a yard and a shed at the end of the garden' },
    retired: false,
  },
  { key: 'c3', label: { fa: 'مغازه', en: 'Shop' }, retired: true },
]

const names: Record<CustomField['type'], [fa: string, en: string]> = {
  text: ['شمارهٔ سریال', 'Serial number'],
  'long-text': ['راهنمای رسیدن', 'How to get there'],
  number: ['طبقه', 'Floor'],
  money: ['مبلغ قرارداد', 'Value'],
  date: ['پایان اشتراک', 'Ends on'],
  choice: ['نوع ملک', 'Kind of property'],
  choices: ['ملک‌ها', 'Properties'],
  'yes-no': ['آسانسور دارد', 'Has a lift'],
  person: ['کارشناس پشتیبان', 'Account manager'],
  customer: ['معرفی‌شده از سوی', 'Referred by'],
  file: ['تصویر پروانه', 'Copy of the licence'],
  phone: ['تلفن رابط', "Contact's phone"],
  email: ['ایمیل صورت‌حساب', 'Billing email'],
  address: ['نشانی سوار شدن', 'Pick-up address'],
}

function Tried({ shown, start = null, problem }: { shown: Shown; start?: CustomValue; problem?: string }) {
  const [value, setValue] = useState<CustomValue>(start)
  return <OwnInput field={shown} value={value} onChange={setValue} problem={problem} />
}

function Inputs() {
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {customFieldTypes.map((type) => (
        <Tried key={type} shown={field(type, ...names[type], { choices })} />
      ))}
    </div>
  )
}

function Filled() {
  const say = useSay()
  const help = { fa: 'همان که روی پلاک پشت دستگاه است.', en: 'The one on the plate at its back.' }
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2 xl:grid-cols-3">
      <Tried shown={field('text', 'شمارهٔ سریال', 'Serial number', { required: true, help })} start="SN-4410" />
      <Tried
        shown={field('number', 'طبقه', 'Floor')}
        start={120}
        problem={say('نمی‌تواند بیشتر از ۱۰۰ باشد.', 'It cannot be more than 100.')}
      />
      <Tried shown={field('choice', 'نوع ملک', 'Kind of property', { choices })} start="c3" />
      <Tried shown={field('choices', 'ملک‌ها', 'Properties', { choices })} start={['c1', 'c2']} />
      <Tried shown={field('date', 'پایان اشتراک', 'Ends on')} start="2027-03-21" />
      <Tried shown={field('yes-no', 'آسانسور دارد', 'Has a lift')} start={false} />
    </div>
  )
}

function Narrow() {
  const long = [
    'نام ویژگی‌ای که از پهنای ستونش بسیار بلندتر است و باید بشکند',
    'The name of a field that is far longer than its column is wide',
  ] as const
  return (
    <div className="w-56">
      <Tried shown={field('choices', ...long, { choices })} start={['c2']} />
      <Tried shown={field('text', ...long)} />
    </div>
  )
}

export const stories: Stories = { inputs: Inputs, filled: Filled, narrow: Narrow }
