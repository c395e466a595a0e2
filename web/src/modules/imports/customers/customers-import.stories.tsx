import { customerMapping } from '@parvandeh/contract'
import { useState } from 'react'
import { type Stories, useSay } from '../../../kit/story.ts'
import { ColumnTargets } from './ColumnTargets.tsx'
import type { CustomersMapping, CustomersPreview, CustomersTried } from './customer-import.types.ts'
import { CustomerFigures } from './CustomerFigures.tsx'
import { MatchRules } from './MatchRules.tsx'
import { TriedRows } from './TriedRows.tsx'
import { UndoCounts } from './UndoImport.tsx'

const column = (name: string, values: readonly string[], over: Partial<CustomersPreview['columns'][number]> = {}) => ({
  name,
  emptyShare: 0,
  common: values.map((value) => ({ value, count: 1 })),
  distinct: values.length,
  dateFormat: null,
  dateAmbiguous: false,
  dateAlternatives: [],
  ...over,
})
const longColumn = 'تلفن همراهِ مشتری یا نزدیک‌ترین کسی که می‌شود در ساعت اداری با او تماس گرفت'

const mapping: CustomersMapping = customerMapping.parse({
  kind: 'customers',
  source: 'حسابداری پیشین',
  columns: [
    { column: 'نام مشتری', to: 'fullName' },
    { column: 'کد ملی', to: 'nationalCode' },
    { column: longColumn, to: 'mobile', group: 1 },
    { column: 'تولد', to: 'birthDate' },
  ],
  dateFormats: { تولد: 'jalali-ymd' },
})

const preview: CustomersPreview = {
  format: { kind: 'text', encoding: 'utf-8', delimiter: ',', sheet: null, compressed: false },
  columns: [
    column('نام مشتری', ['سارا رستگارفر', 'بهنام نیک‌اندیش']),
    column('کد ملی', ['12345679', '0084575948']),
    column(longColumn, ['09121234567'], { emptyShare: 0.4 }),
    column('تولد', ['1370/05/12'], { dateFormat: 'jalali-ymd' }),
    column('یادداشت', []),
  ],
  rows: [],
  failure: null,
  suggestion: mapping,
  remembered: null,
  shortCodes: 12,
}

const tried: CustomersTried = {
  rowsTried: 3,
  rows: [
    { row: 2, outcome: 'created', cells: { 'نام مشتری': 'سارا رستگارفر', 'کد ملی': '0012345679', [longColumn]: '+989121234567' } },
    { row: 3, outcome: 'updated', cells: { 'نام مشتری': 'بهنام نیک‌اندیش', 'کد ملی': '1234567890', [longColumn]: '' } },
    { row: 4, outcome: 'refused', cells: { 'نام مشتری': null, 'کد ملی': null, [longColumn]: null } },
  ],
  problems: [
    {
      row: 3,
      column: 'کد ملی',
      code: 'checksum',
      fa: 'رقم کنترلی درست نیست؛ شاید رقمی جابه‌جا نوشته شده باشد.',
      en: 'The check digit does not fit; a digit may be mistyped.',
      kept: true,
    },
    {
      row: 4,
      column: null,
      code: 'nothing-known',
      fa: 'در این سطر نه نامی هست و نه راه ارتباطی.',
      en: 'The row has neither a name nor a way to reach anybody.',
      kept: false,
    },
  ],
}
const counts = { created: 981_204, updated: 12_031, same: 4000, skipped: 0, repeated: 2311, ambiguous: 12, refused: 442, doubtful: 18_220 }

function Mapping({ given = preview, problems = {} }: { given?: CustomersPreview; problems?: Record<string, string> }) {
  const [chosen, setChosen] = useState(mapping)
  const part = {
    mapping: chosen,
    preview: given,
    problems,
    onChange: (change: Partial<CustomersMapping>) => setChosen({ ...chosen, ...change }),
  }
  return (
    <div className="flex flex-col gap-4">
      <ColumnTargets {...part} />
      <MatchRules {...part} />
    </div>
  )
}

const Chosen = () => <Mapping />
const Remembered = () => <Mapping given={{ ...preview, remembered: 'حسابداری', shortCodes: 0 }} />

function Refused() {
  const say = useSay()
  return <Mapping problems={{ 'columns.1': say('شما اجازهٔ دیدن این داده را ندارید.', 'You may not read this field.') }} />
}

function Narrow() {
  const say = useSay()
  return (
    <section aria-label={say('باریک', 'Narrow')} className="flex max-w-80 flex-col gap-4">
      <Mapping />
      <TriedRows tried={tried} isStale={false} />
    </section>
  )
}

const Tried = () => <TriedRows tried={tried} isStale={false} />
const TriedBefore = () => <TriedRows tried={{ ...tried, problems: [] }} isStale />
const Counted = () => <CustomerFigures title="۱٬۰۰۰٬۰۰۰" counts={counts} />
const ToBeTakenBack = () => <UndoCounts counts={{ removed: 9981, restored: 12, kept: 7, more: true }} />

export const stories: Stories = { Chosen, Remembered, Refused, Narrow, Tried, TriedBefore, Counted, ToBeTakenBack }
