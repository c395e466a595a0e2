import { type Stories } from '../../../kit/story.ts'
import type { Graph } from './GraphList.tsx'
import { RelationGraph } from './RelationGraph.tsx'
import type { Relation } from './relations.ts'
import { RelationsPart } from './RelationsCard.tsx'

const id = (number: number) => `01900000-0000-7000-8000-0000000000${String(number).padStart(2, '0')}`
const kindId = '01990000-0000-7000-8000-000000000104'
const file = { displayName: 'لاله فرهمند', kind: 'person' as const }
const can = { edit: true }

const relation = (number: number, displayName: string, given: Partial<Relation> = {}): Relation => ({
  id: id(number),
  kindId,
  side: 'b',
  role: null,
  startedOn: null,
  endedOn: null,
  note: null,
  version: 1,
  other: { customerId: id(number), code: '1001', displayName, kind: 'organisation' },
  ...given,
})

const long = 'شرکت مهندسی و بازرگانی سازه‌گستران نوین آذرآبادگان و شرکا (سهامی خاص)'
const some = [
  relation(1, 'کارگاه سپهر', { role: 'مدیر خرید', startedOn: '2020-03-21' }),
  relation(2, long, { endedOn: '2024-03-19', note: 'با تسویهٔ کامل' }),
]

const Card = ({ relations, edit = true }: { relations: Relation[]; edit?: boolean }) => (
  <div className="max-w-md">
    <RelationsPart customerId={id(0)} file={file} shown={{ relations, more: false, can: { edit } }} />
  </div>
)

const node = (number: number, displayName: string, step: number, kind: 'person' | 'organisation' = 'person', more = false) => ({
  customerId: id(number),
  code: String(1000 + number),
  displayName,
  kind,
  step,
  more,
})
const edge = (number: number, from: number, to: number, ended = false) => ({
  id: id(number),
  kindId,
  from: id(from),
  to: id(to),
  role: null,
  ended,
})
const graph: Graph = {
  nodes: [
    node(0, 'لاله فرهمند', 0),
    node(1, 'کارگاه سپهر', 1, 'organisation'),
    node(2, 'بهرام فرهمند', 1, 'person', true),
    node(3, long, 2, 'organisation', true),
    node(4, 'ژاله نیک‌پی', 2),
  ],
  edges: [edge(5, 1, 0), edge(6, 2, 0), edge(7, 3, 1), edge(8, 4, 1, true)],
  more: false,
}

const nothing = () => undefined

export const stories: Stories = {
  some: () => <Card relations={some} />,
  empty: () => <Card relations={[]} />,
  readOnly: () => <Card relations={some} edit={false} />,
  loading: () => (
    <div className="max-w-md">
      <RelationsPart customerId={id(0)} file={file} shown={undefined} />
    </div>
  ),
  narrow: () => (
    <div className="max-w-xs">
      <RelationsPart customerId={id(0)} file={file} shown={{ relations: some, more: true, can }} />
    </div>
  ),
  graph: () => <RelationGraph graph={graph} onOpen={nothing} onCentre={nothing} />,
}
