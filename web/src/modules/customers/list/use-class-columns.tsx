import { Badge } from '../../../ui/Badge.tsx'
import type { Column } from '../../../ui/Table.tsx'
import { ClassMark } from '../classes/marks.tsx'
import { useSchemes } from '../classes/schemes.ts'
import type { CustomerRow } from './customer-row.types.ts'

/** A column for each scheme of classification, shown once it is chosen. */
export function useClassColumns(): readonly Column<CustomerRow>[] {
  const { schemes, nameOf } = useSchemes()
  return schemes
    .filter(({ active }) => active)
    .map((scheme) => {
      const classOf = ({ classes }: CustomerRow) => scheme.classes.find(({ id }) => id === classes?.[scheme.id])
      const text = (row: CustomerRow) => {
        const found = classOf(row)
        return found ? nameOf(found) : ''
      }
      return {
        key: `class.${scheme.id}`,
        header: nameOf(scheme),
        optional: true,
        phone: 'hidden',
        width: 144,
        text,
        group: (row) => ({ key: classOf(row)?.id ?? '', name: text(row) || '—' }),
        cell: (row) => {
          const found = classOf(row)
          return found && <Badge icon={<ClassMark mark={found.mark} />}>{nameOf(found)}</Badge>
        },
      } satisfies Column<CustomerRow>
    })
}
