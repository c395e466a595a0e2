import type { Stories } from '../../kit/story.ts'
import { Table } from '../../ui/Table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import type { Export } from './ExportsPage.tsx'
import { useExportColumns } from './ExportsPage.tsx'
import { useExportsWords } from './messages.ts'

const one = (n: number, over: Partial<Export>): Export => ({
  id: `01940000-0000-7000-8000-00000000000${n}`,
  list: 'customers',
  format: 'xlsx',
  state: 'done',
  rows: 12_400,
  total: 12_400,
  fileName: 'مشتریان 2026-11-22.xlsx',
  bytes: 3_400_000,
  failure: null,
  createdAt: '2026-11-22T08:30:00.000Z',
  finishedAt: '2026-11-22T08:31:00.000Z',
  expiresAt: '2026-11-29T08:31:00.000Z',
  can: { fetch: true, discard: true },
  ...over,
})
const rows = [
  one(1, { state: 'waiting', rows: 0, total: null, fileName: null, bytes: null, expiresAt: null, can: { fetch: false, discard: true } }),
  one(2, {
    state: 'working',
    rows: 320_500,
    total: 1_000_000,
    fileName: null,
    bytes: null,
    expiresAt: null,
    format: 'csv',
    can: { fetch: false, discard: true },
  }),
  one(3, {}),
  one(4, {
    state: 'failed',
    failure: {
      code: 'x',
      fa: 'یک برگهٔ اکسل بیش از این ردیف جا ندارد. خروجی CSV بگیرید.',
      en: 'A sheet cannot hold more rows. Export as CSV.',
    },
    can: { fetch: false, discard: false },
  }),
  one(5, { state: 'expired', expiresAt: null, can: { fetch: false, discard: false }, fileName: `مشتریان ${'بسیار دور '.repeat(20)}.vcf` }),
]

function Listed({ given = rows }: { given?: Export[] }) {
  const words = useExportsWords()
  return (
    <Table
      label={words.title}
      columns={useExportColumns()}
      rows={given}
      rowKey={({ id }) => id}
      empty={<EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>}
    />
  )
}

const EveryState = () => <Listed />
const Empty = () => <Listed given={[]} />
const Narrow = () => (
  <div className="max-w-80">
    <Listed />
  </div>
)

export const stories: Stories = { EveryState, Empty, Narrow }
