import { type CustomField, sortedFieldTypes, viewRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { query } from '../../../api/query.ts'
import { useRememberedColumns } from '../../../lists/remembered.ts'
import { useLabelOf, useOwnFields } from '../../../own-fields/use-own-fields.ts'
import { useOwnText } from '../../../own-fields/use-own-text.ts'
import { Bidi, Cut } from '../../../ui/Bidi.tsx'
import { readChoice } from '../../../ui/table/layout.rules.ts'
import type { Column } from '../../../ui/Table.tsx'
import type { CustomerRow } from './customer-row.types.ts'

const prefix = 'x.'
const figures = new Set<CustomField['type']>(['number', 'money'])
const leftToRight = new Set<CustomField['type']>(['phone', 'email'])
const grouped = new Set<CustomField['type']>(['choice', 'yes-no', 'person'])

/** What is kept for filters lies in its order; until all of it does, lists are not put in it. */
const isSorted = ({ filtered, work, type }: CustomField) => filtered && work === null && sortedFieldTypes.includes(type)

/** The organisation's own fields as columns, each shown once it is chosen; `names` are those of customers that stand in them. */
export function useOwnColumns(names: Readonly<Record<string, string>>): readonly Column<CustomerRow>[] {
  const labelOf = useLabelOf()
  const textOf = useOwnText()
  const { fields } = useOwnFields()
  return fields
    .filter(({ type }) => type !== 'file')
    .map((field) => {
      const text = ({ custom }: CustomerRow) => textOf(field, custom?.[field.key], names)
      return {
        key: `${prefix}${field.key}`,
        header: labelOf(field.label),
        optional: true,
        phone: 'hidden',
        width: 136,
        figures: figures.has(field.type),
        ...(isSorted(field) && { sort: { ascending: `${prefix}${field.key}`, descending: `-${prefix}${field.key}` } }),
        text,
        ...(grouped.has(field.type) && {
          group: (row: CustomerRow) => ({ key: String(row.custom?.[field.key] ?? ''), name: text(row) || '—' }),
        }),
        cell: (row) => (leftToRight.has(field.type) ? <Bidi ltr>{text(row)}</Bidi> : <Cut>{text(row)}</Cut>),
      } satisfies Column<CustomerRow>
    })
}

const mostAsked = 20

/**
 * Which own fields the server is asked for: those among the columns of the address, of a saved view or last chosen.
 * A list is never sent what it does not show.
 */
export function useOwnFieldsAsked(columns: string | undefined): string | undefined {
  const [remembered] = useRememberedColumns('customers')
  const { data } = useQuery({ ...query(viewRoutes.list, { query: { list: 'customers' } }), staleTime: 60_000 })
  const chosen = [...(readChoice(columns) ?? remembered ?? []), ...(data?.views.flatMap((view) => view.columns) ?? [])]
  const own = [...new Set(chosen.map(({ key }) => key))].filter((key) => key.startsWith(prefix)).slice(0, mostAsked)
  return own.length > 0 ? own.join(',') : undefined
}

/** The order that an address asks for, unless it is that of a field by which the list is put in order no more. */
export function useOrderAsked<Sort extends string>(sort: Sort | undefined): Sort | undefined {
  const { fields, areRead } = useOwnFields()
  const by = sort?.replace(/^-/u, '')
  const isGone = areRead && by?.startsWith(prefix) && !fields.some((field) => isSorted(field) && by === `${prefix}${field.key}`)
  return isGone ? undefined : sort
}
