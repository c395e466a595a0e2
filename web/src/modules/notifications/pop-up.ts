import type { Language } from '../../i18n/preferences.ts'
import { formatsFor } from '../../persian/format.ts'
import { toast } from '../../ui/toast.tsx'
import { showOnDesktop } from '../../shell/desktop.ts'
import { useNoticeWords } from './messages.ts'
import type { Notification } from './notification.types.ts'
import { hrefOf, sentenceOf } from './sentence.ts'

/** Says in passing what has just come into the bell. */
export function popUp(notification: Notification, language: Language): void {
  const text = sentenceOf(notification, useNoticeWords.in(language))
  const { subject } = notification
  const label =
    subject && (subject.type === 'import' || subject.type === 'export' ? subject.label : formatsFor(language).digits(subject.label))
  const detail = [label, subject?.title].filter(Boolean).join(' — ')
  toast({ text, detail: detail || undefined, tone: 'news' })
  showOnDesktop(notification.id, text, detail, hrefOf(notification))
}
