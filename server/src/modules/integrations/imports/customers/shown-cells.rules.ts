import type { CustomerMapping } from '@parvandeh/contract'
import { checkPhone } from '@parvandeh/contract/persian'
import type { FixedField, IntakeRow } from '../../../customers/index.ts'
import { cutValue } from '../mapping/row-faults.rules.ts'
import { partsOf } from './value-words.ts'

const phones = ['mobile', 'phone', 'fax']

/** By column, what of a row would be kept: null where the cell has something and nothing of it would be. */
export function shownCells(
  row: IntakeRow | undefined,
  mapping: CustomerMapping,
  columns: readonly string[],
  cells: readonly string[],
): Record<string, string | null> {
  return Object.fromEntries(
    mapping.columns.map(({ column, to }) => {
      const text = (cells[columns.indexOf(column)] ?? '').trim()
      return [column, text === '' ? '' : row === undefined ? null : keptOf(row, to, text)]
    }),
  )
}

function keptOf(row: IntakeRow, to: string, text: string): string | null {
  if (phones.includes(to) || to === 'email' || to === 'website' || to === 'social') {
    const kept = partsOf(text).flatMap((part) => {
      const value = phones.includes(to) ? (checkPhone(part).valid ? checkPhone(part).value : part) : part
      return row.points.some((point) => point.value === value || point.digits === value.replace('+', '')) ? [value] : []
    })
    return kept.length === 0 ? null : cutValue(kept.join(' ؛ '))
  }
  if (to.startsWith('x.')) {
    const own = row.custom?.[to.slice(2)]
    return own === undefined ? null : cutValue(Array.isArray(own) ? own.join(' ؛ ') : String(own))
  }
  const value = row.facts[to as FixedField]
  if (to in row.facts) return value === null || value === undefined ? null : cutValue(String(value))
  return cutValue(text)
}
