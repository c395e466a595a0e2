import type { Card, CardField } from './read-card.ts'
import { cardFields } from './read-card.ts'

type Repeated = Exclude<keyof Card, 'fields'>

/** How many of each a file has at the most, and which fields it uses at all. */
export interface CardWidths {
  fields: Set<CardField>
  most: Record<Repeated, number>
}

/** What a card has more of than this stands together in the last place. */
const mostOfAKind = 10

const places: Record<Repeated, { name: string; parts: readonly string[] }> = {
  phones: { name: 'Phone', parts: ['Value', 'Label'] },
  faxes: { name: 'Fax', parts: ['Value'] },
  emails: { name: 'E-mail', parts: ['Value', 'Label'] },
  addresses: { name: 'Address', parts: ['Street', 'City', 'Region', 'Postal Code', 'Label'] },
  websites: { name: 'Website', parts: ['Value', 'Label'] },
  messengers: { name: 'IM', parts: ['Value'] },
}
const repeated = Object.keys(places) as Repeated[]

export const noWidths = (): CardWidths => ({
  fields: new Set(),
  most: { phones: 0, faxes: 0, emails: 0, addresses: 0, websites: 0, messengers: 0 },
})

/** Makes room for a card. */
export function widen(widths: CardWidths, card: Card): void {
  for (const field of Object.keys(card.fields) as CardField[]) widths.fields.add(field)
  for (const kind of repeated) widths.most[kind] = Math.min(mostOfAKind, Math.max(widths.most[kind], card[kind].length))
}

/** Names as in the contacts that Google writes, so that both are known by the same words. */
export function columnsOf({ fields, most }: CardWidths): string[] {
  return [
    ...cardFields.filter((field) => fields.has(field)),
    ...repeated.flatMap((kind) =>
      Array.from({ length: most[kind] }, (_, at) => places[kind].parts.map((part) => `${places[kind].name} ${at + 1} - ${part}`)).flat(),
    ),
  ]
}

/** The cells of a card under the columns of its file. */
export function cellsOf(card: Card, { fields, most }: CardWidths): string[] {
  const cells = cardFields.filter((field) => fields.has(field)).map((field) => card.fields[field] ?? '')
  for (const kind of repeated) {
    const all = card[kind]
    for (let at = 0; at < most[kind]; at += 1) {
      const one = all[at]
      const isLast = at === mostOfAKind - 1
      const value = isLast
        ? all
            .slice(at)
            .map((rest) => rest.value)
            .join(' ::: ')
        : (one?.value ?? '')
      cells.push(...partsOf(kind, one, value))
    }
  }
  return cells
}

function partsOf(
  kind: Repeated,
  one: { label: string; city?: string; region?: string; postalCode?: string } | undefined,
  value: string,
): string[] {
  if (kind === 'addresses') return [value, one?.city ?? '', one?.region ?? '', one?.postalCode ?? '', one?.label ?? '']
  return places[kind].parts.length === 1 ? [value] : [value, one?.label ?? '']
}
