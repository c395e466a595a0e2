import { completenessRoutes, customerRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { sourceNow } from '../../../api/handling.ts'
import { useWrite } from '../../../api/query.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { useCollectionWords } from '../messages.ts'
import type { Answer, Missing } from './AnswerField.tsx'

/** What may be done with one question on a file; how long it has been in view is told with the answer. */
export function useQuestion(customerId: string, field: Missing, onDone: () => void) {
  const words = useCollectionWords()
  const language = useLanguage()
  const client = useQueryClient()
  const shown = useRef({ key: '', at: 0 })
  useEffect(() => {
    if (shown.current.key !== field.key) shown.current = { key: field.key, at: Date.now() }
  }, [field.key])
  const asked = () => ({
    field: field.key,
    programmeId: field.programmeId,
    seconds: Math.min(3600, Math.round((Date.now() - shown.current.at) / 1000)),
  })
  const label = field.label[language]
  const refresh = () => {
    void client.invalidateQueries({ queryKey: [completenessRoutes.ofFile.path] })
    void client.invalidateQueries({ queryKey: [customerRoutes.show.path] })
  }
  const params = { customerId }
  const write = useWrite(completenessRoutes.answer, {
    onSuccess: () => {
      refresh()
      toast({ text: words.answered(label) })
      onDone()
    },
  })
  const off = useWrite(completenessRoutes.putOff, { onSuccess: refresh, onError: toastFailure })
  const again = () => off.mutate({ params, body: { ...asked(), outcome: 'declined', undo: true } })
  return {
    failure: write.error,
    isPending: write.isPending,
    answer: (value: Answer) => write.mutate({ params, body: { ...asked(), value, source: sourceNow(customerId) } }),
    decline: () => {
      off.mutate({ params, body: { ...asked(), outcome: 'declined' } })
      toast({ text: words.declinedDone(label), onUndo: again })
    },
    later: () => off.mutate({ params, body: { ...asked(), outcome: 'later' } }),
    again,
  }
}
