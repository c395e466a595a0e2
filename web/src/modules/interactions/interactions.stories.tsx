import { useState } from 'react'
import { type Stories, useSay } from '../../kit/story.ts'
import { Card } from '../../ui/Card.tsx'
import { ComposeForm } from './compose/ComposeForm.tsx'
import { emptyEntry, type Entry } from './compose/entry.ts'
import { useInteractionLines } from './on-file/interaction-lines.tsx'

const customerId = '01900000-0000-7000-8000-000000000001'

function Form({ start }: { start: Partial<Entry> }) {
  const say = useSay()
  const [entry, setEntry] = useState<Entry>({ ...emptyEntry, ...start })
  const requests = [{ id: 'r', label: say('نشتی آب‌گرم‌کن پس از سرویس', 'A leak after the service'), hint: '05000001' }]
  return (
    <Card flush className="max-w-2xl">
      <ComposeForm
        mayAttach
        customerId={customerId}
        requests={requests}
        entry={entry}
        onChange={setEntry}
        onDone={() => {}}
        onClose={() => {}}
      />
    </Card>
  )
}

const Call = () => <Form start={{ minutes: 7.5 }} />
const Message = () => <Form start={{ kind: 'message', direction: 'out', when: { day: '2026-11-20', time: '14:05' } }} />
const Note = () => <Form start={{ kind: 'note' }} />

const facts = [
  {
    kind: 'call',
    direction: 'in',
    channel: 'phone',
    minutes: 7.5,
    answered: true,
    subject: 'نشتی آب‌گرم‌کن',
    excerpt: 'مشتری می‌گوید از دیروز زیر دستگاه آب جمع می‌شود. '.repeat(6),
  },
  { kind: 'call', direction: 'in', channel: 'phone', minutes: null, answered: false, subject: '', excerpt: '' },
  {
    kind: 'message',
    direction: 'out',
    channel: 'sms',
    minutes: null,
    answered: true,
    subject: '',
    excerpt: 'نوبت شما برای دوشنبه ساعت ۱۰ ثبت شد.',
  },
  { kind: 'visit', direction: 'out', channel: 'in-person', minutes: 95, answered: true, subject: 'تعویض واشر', excerpt: '' },
  {
    kind: 'note',
    direction: 'internal',
    channel: 'other',
    minutes: null,
    answered: true,
    subject: '',
    excerpt: 'Serial BX-2041/7، عصرها تماس بگیریم.',
  },
]

function Lines() {
  const kinds = useInteractionLines()
  return (
    <Card flush className="max-w-2xl">
      <ol>
        {facts.map(({ kind, ...said }, index) => {
          const Line = kinds.find(({ id }) => id === kind)?.Line
          const id = `line-${index}`
          const line = {
            id,
            at: '2026-11-21T14:20:00Z',
            kind,
            facts: said,
            personId: null,
            unitId: null,
            subjectType: 'interaction',
            subjectId: id,
            accessClass: 'internal' as const,
          }
          return Line && <Line key={id} line={line} />
        })}
      </ol>
    </Card>
  )
}

export const stories: Stories = { call: Call, message: Message, note: Note, lines: Lines }
