import { Flag, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { type Stories, useSay } from '../kit/story.ts'
import { useFormat } from '../persian/format.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/states.tsx'
import { type Column, Table } from '../ui/Table.tsx'
import { type ColumnChoice, initialChoice } from '../ui/table/layout.rules.ts'
import { nothingSelected, type Selection } from '../ui/table/selection.rules.ts'
import { BulkBar } from './BulkBar.tsx'
import type { BulkPlan, BulkPreview } from './bulk.types.ts'
import { Preview } from './BulkPreview.tsx'
import { ColumnsDialog } from './ColumnsDialog.tsx'
import type { Filter } from './filter.ts'
import { FilterChips } from './FilterChips.tsx'

interface Row {
  id: string
  subject: string
  unit: string
  priority: string
}

const units = ['خدمات پس از فروش', 'فروش', 'انبار']
const long = 'صورت‌حساب اشتباه؛ مبلغ ۱۲٬۵۰۰٬۰۰۰ ریال دو بار برداشته شده و مشتری می‌خواهد پیش از پایان ماه برگردد'
const manyRows: Row[] = Array.from({ length: 10_000 }, (_, place) => ({
  id: String(place + 1),
  subject: place % 7 === 0 ? long : ['نشتی شیر', 'نصب آبگرمکن', 'صدای زیاد پمپ X-200'][place % 3]!,
  unit: units[place % units.length]!,
  priority: place % 5 === 0 ? 'high' : 'normal',
}))

function useColumns(onChange: (row: Row, priority: string) => void): Column<Row>[] {
  const say = useSay()
  const format = useFormat()
  const priorities = [
    { id: 'high', label: say('زیاد', 'High') },
    { id: 'normal', label: say('عادی', 'Normal') },
  ]
  const said = ({ priority }: Row) => priorities.find(({ id }) => id === priority)?.label ?? ''
  return [
    {
      key: 'number',
      header: say('شماره', 'Number'),
      width: 96,
      essential: true,
      text: ({ id }) => format.digits(id),
      cell: ({ id }) => format.digits(id),
    },
    {
      key: 'subject',
      header: say('عنوان', 'Subject'),
      grow: true,
      phone: 'title',
      text: ({ subject }) => subject,
      cell: (row) => row.subject,
    },
    {
      key: 'unit',
      header: say('واحد', 'Unit'),
      group: ({ unit }) => ({ key: unit, name: unit }),
      text: ({ unit }) => unit,
      cell: (row) => row.unit,
    },
    {
      key: 'priority',
      header: say('اولویت', 'Priority'),
      width: 120,
      text: said,
      cell: said,
      edit: {
        options: priorities,
        value: ({ priority }) => priority,
        may: () => true,
        onChange: (row, value) => onChange(row, value ?? ''),
      },
    },
  ]
}

function LongTable({ groupBy, count = 10_000 }: { groupBy?: string; count?: number }) {
  const say = useSay()
  const [rows, setRows] = useState(() => manyRows.slice(0, count))
  const [selection, setSelection] = useState<Selection>({ keys: new Set(['2', '3']), allFitting: false })
  const columns = useColumns((changed, priority) => setRows(rows.map((row) => (row.id === changed.id ? { ...row, priority } : row))))
  const [choice, setChoice] = useState<ColumnChoice[]>(() => initialChoice(columns))
  return (
    <div className="flex h-96 flex-col">
      <Table
        label={say('ده‌هزار درخواست', 'Ten thousand requests')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={() => {}}
        layout={{ choice, onChange: setChoice }}
        groupBy={groupBy}
        selection={{ value: selection, onChange: setSelection }}
        more={{ has: false, isPending: false, onMore: () => {} }}
      />
    </div>
  )
}

function Waiting() {
  const say = useSay()
  const columns = useColumns(() => {})
  const layout = { choice: initialChoice(columns), onChange: () => {} }
  const common = { columns, rows: [], rowKey: ({ id }: Row) => id, layout }
  return (
    <div className="grid gap-4">
      <Table {...common} label={say('در راه', 'Waiting')} isPending selection={{ value: nothingSelected, onChange: () => {} }} />
      <Table
        {...common}
        label={say('خالی', 'Empty')}
        empty={<EmptyState compact title={say('با این پالایه‌ها درخواستی نیست', 'No request fits these filters')} />}
      />
    </div>
  )
}

function useFilters(): Filter[] {
  const say = useSay()
  const [values, setValues] = useState<Record<string, string | null>>({ status: 'open', holder: 'a' })
  const filter = (key: string, label: string, options: Filter['options']): Filter => ({
    key,
    label,
    options,
    value: values[key] ?? null,
    onChange: (value) => setValues({ ...values, [key]: value }),
  })
  return [
    filter('status', say('وضعیت', 'Status'), [
      { id: 'open', label: say('باز و در انتظار', 'Open and waiting') },
      { id: 'closed', label: say('بسته', 'Closed') },
    ]),
    filter('holder', say('مسئول', 'Holder'), [
      { id: 'a', label: 'نازنین میرمهرآبادی‌فراهانی' },
      ...Array.from({ length: 12 }, (_, place) => ({ id: String(place), label: `همکار ${place + 1}` })),
    ]),
    filter(
      'unit',
      say('واحد', 'Unit'),
      units.map((unit) => ({ id: unit, label: unit })),
    ),
  ]
}

function Chips() {
  return <FilterChips filters={useFilters()} onClear={() => {}} />
}

const preview: BulkPreview = {
  total: 14,
  more: false,
  judged: 14,
  changes: 11,
  same: 2,
  refused: [{ code: 'not-permitted', count: 1 }],
  sample: [
    { customerId: '1', id: '1', label: '05006080', before: { priority: 'عادی' }, after: { priority: 'فوری' } },
    { customerId: '2', id: '2', label: '05006079', before: { priority: 'زیاد', topic: null }, after: { priority: 'فوری', topic: long } },
  ],
}

const words: Pick<BulkPlan<Row>, 'fieldSaid' | 'valueSaid'> = {
  fieldSaid: (field) => ({ priority: 'اولویت', topic: 'موضوع' })[field] ?? field,
  valueSaid: (_, value) => (value === null ? '—' : String(value)),
}

function Bulk() {
  const say = useSay()
  const [selection, setSelection] = useState<Selection>({ keys: new Set(['1', '2', '3']), allFitting: false })
  const plan: BulkPlan<Row> = {
    ...words,
    noun: 'customers',
    verbs: [
      { key: 'assign', label: say('سپردن به…', 'Assign to…'), icon: UserPlus, options: units.map((unit) => ({ id: unit, label: unit })) },
      { key: 'priority', label: say('اولویت', 'Priority'), icon: Flag, options: [{ id: 'urgent', label: say('فوری', 'Urgent') }] },
    ],
    begin: () => ({ preview: () => Promise.resolve(preview), apply: () => Promise.reject(new Error()) }),
  }
  return (
    // Something that is fixed to the window stands in a box of its own where the box is moved.
    <div className="relative h-24 translate-x-0 overflow-hidden rounded-card border border-line">
      <BulkBar
        plan={plan}
        selection={selection}
        picked={manyRows.slice(0, 3)}
        hasMore
        count={{ count: 1234, more: false }}
        onSelect={setSelection}
      />
    </div>
  )
}

function Columns() {
  const say = useSay()
  const columns = useColumns(() => {})
  const [choice, setChoice] = useState<ColumnChoice[] | null>(null)
  return (
    <>
      <Button onPress={() => setChoice(initialChoice(columns))}>{say('ستون‌ها', 'Columns')}</Button>
      {choice && (
        <ColumnsDialog
          columns={columns}
          choice={choice}
          own={initialChoice(columns)}
          onChange={setChoice}
          onClose={() => setChoice(null)}
        />
      )}
    </>
  )
}

/** Lists of records: as long as one likes, grouped, waiting, empty, narrow; filters in words; changes of many rows. */
export const stories: Stories = {
  'ten thousand rows': () => <LongTable />,
  grouped: () => <LongTable groupBy="unit" count={40} />,
  'waiting and empty': Waiting,
  narrow: () => (
    <div className="max-w-96">
      <LongTable count={20} />
    </div>
  ),
  'filters in words': Chips,
  'rows picked': Bulk,
  'what a change would do': () => <Preview preview={preview} plan={words} />,
  'what it would do to very many': () => (
    <Preview preview={{ ...preview, total: 482_000, judged: 2014, changes: 470_000, same: 11_500 }} plan={words} />
  ),
  'too many to change': () => <Preview preview={{ ...preview, more: true, total: 10_000 }} plan={words} />,
  columns: Columns,
}
