import { foldJoined, foldSpaced } from '@parvandeh/contract/persian'

interface Found {
  subject: string
  number: string
  externalNumber: string | null
  customerName: string
}

/** What a request is found by: its subject, its numbers, and the customer's name. */
export function searchKeys({ subject, number, externalNumber, customerName }: Found): { search_spaced: string; search_joined: string } {
  const parts = [subject, number, externalNumber ?? '', customerName].filter((part) => part !== '')
  return { search_spaced: parts.map(foldSpaced).join(separator), search_joined: parts.map(foldJoined).join(separator) }
}

/** Stands between the parts so that no search matches across two of them; nothing that is searched for contains it. */
const separator = '\n'
