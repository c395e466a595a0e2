import { checkPhone } from '@parvandeh/contract/persian'
import { emptyPoint, type Values } from './values.ts'

/** What was searched for and not found, as the beginning of a file: a number, or a name of one word or more. */
export function startFrom(sought: string | undefined): Partial<Values> {
  const text = sought?.trim()
  if (!text) return {}
  if (!/\p{L}/u.test(text)) {
    const { valid, phone } = checkPhone(text)
    return { points: [{ ...emptyPoint(valid && phone?.kind === 'landline' ? 'phone' : 'mobile', text), primary: true }] }
  }
  const [first = '', ...rest] = text.split(/\s+/)
  return rest.length === 0 ? { lastName: first } : { firstName: first, lastName: rest.join(' ') }
}
