import { MessagesSquare } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormat } from '../../../persian/format.ts'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import type { RequestView } from '../request.types.ts'
import { conversationDays } from './conversation-days.ts'
import { useRequestWords } from './messages.ts'
import { SaidBubble } from './SaidBubble.tsx'

/** What the customer asked and all that was said since, oldest first; `children` is where one writes what comes next. */
export function Conversation({ request, children }: { request: RequestView; children?: ReactNode }) {
  const words = useRequestWords()
  const format = useFormat()
  const days = conversationDays(request.conversation, format.dayOf)
  return (
    <Card flush title={words.conversation}>
      <div className="flex flex-col gap-3 px-4 py-4">
        {request.description && <Description request={request} />}
        {days.map(({ day, said }) => (
          <section key={day} className="flex flex-col gap-3">
            <h3 className="flex items-center gap-3 text-caption text-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
              {format.day(day, 'long')}
            </h3>
            {said.map((one) => (
              <SaidBubble
                key={one.id}
                said={one}
                customerName={request.contactName ?? request.customerName}
                isTitled={one.subject !== '' && one.subject !== request.subject}
              />
            ))}
          </section>
        ))}
        {days.length === 0 && (
          <EmptyState compact icon={<MessagesSquare size={22} />} title={words.emptyConversation}>
            {words.emptyConversationText}
          </EmptyState>
        )}
      </div>
      {children}
    </Card>
  )
}

/** The request in the words in which it was registered. */
function Description({ request }: { request: RequestView }) {
  const words = useRequestWords()
  const format = useFormat()
  return (
    <div className="rounded-control border border-line bg-sunken px-3.5 py-2.5">
      <div className="flex flex-wrap justify-between gap-x-3 text-small text-muted">
        <span>{words.description}</span>
        <time dateTime={request.reportedAt}>{format.moment(request.reportedAt)}</time>
      </div>
      <p dir="auto" className="text-body whitespace-pre-wrap">
        {request.description}
      </p>
    </div>
  )
}
