import { CircleAlert, CirclePause, CircleSlash } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLanguage } from '../../../i18n/language.tsx'
import { useFormat } from '../../../persian/format.ts'
import { buttonClass } from '../../../ui/Button.tsx'
import { classes } from '../../../ui/classes.ts'
import { Link } from '../../../ui/Link.tsx'
import { useCustomerImportWords } from '../customers/messages.ts'
import type { Import } from '../import.types.ts'
import { ImportActions } from './ImportActions.tsx'
import { useProgressWords } from './messages.ts'

const mappedWrongly = ['request-too-long', 'too-many-names']

/** Why an import stands still: what happened, what was kept, what to do. */
export function Standstill({ one, onRemap }: { one: Import; onRemap: () => void }) {
  const words = useProgressWords()
  const ofCustomers = useCustomerImportWords()
  const language = useLanguage()
  const format = useFormat()
  const { state, failure, rowsRead } = one
  if (state === 'discarded') {
    return (
      <Notice icon={<CircleSlash size={20} />} title={words.discardedTitle} text={[words.discardedText]}>
        <Link to="/imports" className={buttonClass('secondary', 'medium', 'text-text! no-underline!')}>
          {words.another}
        </Link>
      </Notice>
    )
  }
  if (state !== 'paused' && state !== 'failed') return null
  const isByPerson = state === 'paused' && failure === null
  const advice = isByPerson
    ? words.pausedDo
    : mappedWrongly.includes(failure?.code ?? '')
      ? words.remapDo
      : state === 'failed'
        ? words.failedDo
        : words.brokenDo
  return (
    <Notice
      icon={isByPerson ? <CirclePause size={20} /> : <CircleAlert size={20} />}
      tone={isByPerson ? 'caution' : 'danger'}
      title={failure ? failure[language] : isByPerson ? words.pausedTitle : words.failedTitle}
      text={[
        one.kind === 'customers' ? ofCustomers.pausedKept(format.number(one.rowsLoaded)) : words.pausedKept(format.number(rowsRead)),
        advice,
      ]}
    >
      <ImportActions one={one} onRemap={onRemap} />
    </Notice>
  )
}

interface NoticeProps {
  icon: ReactNode
  title: string
  text: readonly string[]
  tone?: 'neutral' | 'caution' | 'danger'
  children: ReactNode
}

const toneClass = { neutral: 'text-muted', caution: 'text-caution', danger: 'text-danger' }

function Notice({ icon, title, text, tone = 'neutral', children }: NoticeProps) {
  return (
    <section className="flex gap-3 rounded-card border border-line bg-surface p-4" role={tone === 'danger' ? 'alert' : undefined}>
      <span aria-hidden="true" className={classes('mt-1 shrink-0', toneClass[tone])}>
        {icon}
      </span>
      <div className="min-w-0 flex-1">
        <h2 className={classes('text-title font-semibold', toneClass[tone === 'neutral' ? 'neutral' : tone])}>{title}</h2>
        {text.map((sentence) => (
          <p key={sentence} className="mt-0.5 text-body text-muted">
            {sentence}
          </p>
        ))}
        <div className="mt-4">{children}</div>
      </div>
    </section>
  )
}
