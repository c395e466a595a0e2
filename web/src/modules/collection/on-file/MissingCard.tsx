import { completenessRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../../api/query.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { useCollectionWords } from '../messages.ts'
import { isAnswerable, type Missing } from './AnswerField.tsx'
import { Question } from './NextQuestion.tsx'
import { useQuestion } from './use-questions.ts'

const shownAtFirst = 5

/** How complete the file is and what it lacks, the most useful first; each asked where it stands. */
export function MissingCard({ customerId }: { customerId: string }) {
  const words = useCollectionWords()
  const format = useFormat()
  const { data } = useQuery(query(completenessRoutes.ofFile, { params: { customerId } }))
  const [isWhole, setWhole] = useState(false)
  const [asking, setAsking] = useState<string | null>(null)
  if (!data || data.share === null) return null
  const shown = isWhole ? data.missing : data.missing.slice(0, shownAtFirst)
  const hidden = data.missing.length - shown.length
  return (
    <Card title={words.missing}>
      <ProgressBar
        label={data.missing.length === 0 ? words.complete : words.share(format.percent(data.share))}
        share={data.share}
        value=" "
      />
      <ul className="mt-2 flex flex-col">
        {shown.map((field) =>
          asking === field.key ? (
            <li key={field.key} className="py-1.5">
              <Question customerId={customerId} field={field} onLater={() => setAsking(null)} />
            </li>
          ) : (
            <Line key={field.key} customerId={customerId} field={field} mayAnswer={data.can.answer} onAsk={() => setAsking(field.key)} />
          ),
        )}
      </ul>
      {(hidden > 0 || isWhole) && data.missing.length > shownAtFirst && (
        <Button size="small" variant="quiet" onPress={() => setWhole(!isWhole)}>
          {isWhole ? words.fewer : words.more(format.number(hidden))}
        </Button>
      )}
    </Card>
  )
}

interface LineProps {
  customerId: string
  field: Missing
  mayAnswer: boolean
  onAsk: () => void
}

function Line({ customerId, field, mayAnswer, onAsk }: LineProps) {
  const words = useCollectionWords()
  const language = useLanguage()
  const question = useQuestion(customerId, field, () => {})
  return (
    <li className="flex min-h-9 items-center justify-between gap-3">
      <span className={field.declined ? 'text-faint' : undefined}>
        {field.label[language]}
        {field.declined && <span className="text-small"> ({words.declinedMark})</span>}
      </span>
      {mayAnswer && field.declined && (
        <Button size="small" variant="quiet" onPress={question.again}>
          {words.askAgain}
        </Button>
      )}
      {mayAnswer && !field.declined && isAnswerable(field) && (
        <Button size="small" variant="quiet" onPress={onAsk}>
          {words.answer}
        </Button>
      )}
      {mayAnswer && !field.declined && !isAnswerable(field) && (
        <Link to="/customers/$customerId/edit" params={{ customerId }} className="text-small">
          {words.inForm}
        </Link>
      )}
    </li>
  )
}
