import { completenessRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { MessageCircleQuestion } from 'lucide-react'
import { useState } from 'react'
import { query } from '../../../api/query.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useCollectionWords } from '../messages.ts'
import { type Answer, AnswerField, isAnswerable, type Missing } from './AnswerField.tsx'
import { useQuestion } from './use-questions.ts'

/** «این را بپرسید»: the next useful question, over the form for calls and the timeline, answered where it stands. */
export function NextQuestion({ customerId }: { customerId: string }) {
  const { data } = useQuery(query(completenessRoutes.ofFile, { params: { customerId } }))
  const [passed, setPassed] = useState<readonly string[]>([])
  const next = data?.missing.find((field) => !field.declined && isAnswerable(field) && !passed.includes(field.key))
  if (!data?.can.answer || !next) return null
  return <Question key={next.key} customerId={customerId} field={next} onLater={() => setPassed([...passed, next.key])} />
}

/** One question with the place for its answer. */
export function Question({ customerId, field, onLater }: { customerId: string; field: Missing; onLater: () => void }) {
  const words = useCollectionWords()
  const language = useLanguage()
  const [value, setValue] = useState<Answer>(null)
  const question = useQuestion(customerId, field, () => setValue(null))
  const isGiven = value !== null && value !== ''
  const problem = question.failure ? (question.failure.problems[0]?.message ?? question.failure.title) : undefined
  return (
    <form
      aria-label={`${words.askThis}: ${field.label[language]}`}
      className="flex flex-wrap items-start gap-x-3 gap-y-2 rounded-card border border-accent-line bg-accent-soft px-4 py-2.5"
      onSubmit={(event) => {
        event.preventDefault()
        if (isGiven) question.answer(value)
      }}
    >
      <p className="flex min-h-control items-center gap-2">
        <MessageCircleQuestion size={18} aria-hidden="true" className="shrink-0 text-accent-text" />
        <span>
          <span className="text-muted">{words.askThis}:</span> <strong className="font-semibold">{field.label[language]}</strong>
        </span>
        {field.programmeId && <Badge tone="accent">{words.byProgramme}</Badge>}
      </p>
      <AnswerField customerId={customerId} field={field} value={value} onChange={setValue} problem={problem} />
      <span className="flex flex-wrap items-center gap-1.5">
        <Button type="submit" variant="primary" pending={question.isPending} isDisabled={!isGiven}>
          {words.save}
        </Button>
        <Button variant="quiet" onPress={question.decline}>
          {words.declined}
        </Button>
        <Button
          variant="quiet"
          onPress={() => {
            question.later()
            onLater()
          }}
        >
          {words.later}
        </Button>
      </span>
    </form>
  )
}
