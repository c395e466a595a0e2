import { partTargets, pointTargets } from '@parvandeh/contract'
import type { CustomerTarget } from '@parvandeh/contract'
import type { CustomersMapping, CustomersPreview } from './customer-import.types.ts'

/** Places of a file in the order in which people look for them. */
export const targetGroups = {
  identity: [
    'fullName',
    'firstName',
    'lastName',
    'organisationName',
    'kind',
    'nationalCode',
    'companyNationalId',
    'externalKey',
    'code',
    'fatherName',
    'birthDate',
    'gender',
    'foreignCode',
    'registrationNumber',
    'economicCode',
    'features',
  ],
  contact: [...pointTargets],
  part: [...partTargets],
  place: ['province', 'county', 'city', 'district'],
  work: ['unit', 'owner'],
} as const satisfies Record<string, readonly CustomerTarget[]>

const repeatable: readonly string[] = [...pointTargets, ...partTargets]

/**
 * The mapping with a column at another place, or at none. A way to reach gets a group of its own; its details join the
 * way to reach that stands last before them.
 */
export function withTarget(
  mapping: CustomersMapping,
  preview: CustomersPreview,
  column: string,
  to: string | null,
): CustomersMapping['columns'] {
  const others = mapping.columns.filter((one) => one.column !== column)
  if (to === null) return others
  const place = preview.columns.findIndex(({ name }) => name === column)
  const before = preview.columns
    .slice(0, place)
    .flatMap(({ name }) => others.filter((one) => one.column === name && (pointTargets as readonly string[]).includes(one.to)))
  const isPart = (partTargets as readonly string[]).includes(to)
  const wanted =
    to === 'label' ? before.at(-1) : (before.findLast((one) => one.to === 'address') ?? others.find((one) => one.to === 'address'))
  const next = Math.max(0, ...others.map(({ group }) => group)) + 1
  const group = isPart ? (wanted?.group ?? 0) : (pointTargets as readonly string[]).includes(to) ? next : 0
  return [...others, { column, to, group }]
}

/** Columns of days whose dates can be read in several ways, with none chosen. */
export const undecided = ({ columns, dateFormats }: CustomersMapping, preview: CustomersPreview): string[] =>
  columns
    .filter(({ to }) => to === 'birthDate')
    .flatMap(({ column }) => {
      const seen = preview.columns.find(({ name }) => name === column)
      const isOpen = seen && seen.common.length > 0 && dateFormats[column] === undefined && (seen.dateAmbiguous || seen.dateFormat === null)
      return isOpen ? [column] : []
    })

/** Places that two columns claim although there is room for one. */
export function claimedTwice({ columns }: CustomersMapping): CustomerTarget[] {
  const counts = new Map<string, number>()
  for (const { to } of columns) counts.set(to, (counts.get(to) ?? 0) + 1)
  return [...counts].filter(([to, count]) => count > 1 && !repeatable.includes(to)).map(([to]) => to as CustomerTarget)
}

const naming: readonly string[] = [
  'fullName',
  'firstName',
  'lastName',
  'organisationName',
  'code',
  'externalKey',
  'nationalCode',
  ...pointTargets,
]

export const namesSomebody = ({ columns }: CustomersMapping): boolean => columns.some(({ to }) => naming.includes(to))
