import { foldJoined, foldSpaced } from '@parvandeh/contract/persian'

interface Found {
  subject: string
  number: string
  externalNumber: string | null
  customerName: string
}

/**
 * What a request is found by: its subject, its numbers, and the customer's name. In the spaced key every word has a
 * blank before it, so that a beginning of a word can be asked for; in the joined key no search matches across two parts.
 */
export function searchKeys({ subject, number, externalNumber, customerName }: Found): {
  search_spaced: string
  search_joined: string
} {
  const parts = [subject, number, externalNumber ?? '', customerName].filter((part) => part !== '')
  return { search_spaced: ` ${parts.map(foldSpaced).join(' ')}`, search_joined: parts.map(foldJoined).join('\n') }
}
