import { requestRoutes } from '@parvandeh/contract'
import { digitsFor } from '@parvandeh/contract/persian'
import { call } from '../../api/call.ts'
import { preferences } from '../../i18n/preferences.ts'
import { useServiceWords } from './messages.ts'

/** Requests by number, subject or customer, for the palette; finished ones too. */
export async function findRequests(typed: string, signal: AbortSignal) {
  const { language } = preferences()
  const { statuses } = useServiceWords.in(language)
  const { rows } = await call(requestRoutes.list, { query: { q: typed, limit: 6 } }, signal)
  return rows.map(({ number, subject, customerName, status }) => ({
    id: `request-${number}`,
    label: subject,
    hint: [digitsFor(language, number), customerName, statuses[status]].join(' · '),
    href: `/requests/${number}`,
  }))
}
