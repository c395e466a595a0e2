import { accessClasses } from '@parvandeh/contract'
import type { AccessClass } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { classOfField, ownFieldsOf } from '../../customers/index.ts'
import { classOfColumn } from './customers/class-of-column.ts'
import type { Import } from './imports.queries.ts'

/**
 * Whether the actor may read what stands in a column of an import's file (null: of no one column). A column has the class
 * of the field that it is mapped to. One that is mapped to none has no class: whoever brought the file reads it, and
 * whoever reads every class.
 */
export async function columnsInSight(context: Context, one: Import): Promise<(column: string | null) => boolean> {
  const classes = await classesOfColumns(context, one)
  const mayRead = (needed: readonly AccessClass[]) => needed.every((each) => context.actor.fieldClasses.has(each))
  const mayReadAll = [...classes.values()].every(mayRead)
  return (column) => {
    if (column === null) return mayReadAll
    const needed = classes.get(column)
    return needed ? mayRead(needed) : readsWhole(context, one)
  }
}

/** Refuses whoever may not read a file whose columns nobody has mapped yet. */
export function requireWholeFile(context: Context, one: Import): void {
  if (!readsWhole(context, one)) throw new AppError('not-permitted')
}

const readsWhole = ({ actor }: Context, { owner_id: broughtBy }: Import): boolean =>
  (broughtBy !== null && broughtBy === actor.personId) || accessClasses.every((each) => actor.fieldClasses.has(each))

/** By the name of a mapped column, the classes that all must be read by whoever reads it. */
async function classesOfColumns(context: Context, { mapping }: Import): Promise<Map<string, AccessClass[]>> {
  if (mapping?.kind === 'customers') {
    const own = await ownFieldsOf(context)
    const byColumn = Map.groupBy(mapping.columns, ({ column }) => column)
    return new Map([...byColumn].map(([column, targets]) => [column, targets.map(({ to }) => classOfColumn(to, own))]))
  }
  if (mapping?.kind === 'ledgers') {
    const columns = Object.entries(mapping.columns).flatMap(([role, column]) => (column === null ? [] : [{ role, column }]))
    return new Map(
      columns.map(({ role, column }) => [column, role === 'nationalCode' ? ['financial', classOfField('nationalCode')] : ['financial']]),
    )
  }
  // What is told of a request is internal, whatever it is.
  const roles = Object.values(mapping?.columns ?? {}).filter((column) => typeof column === 'string')
  return new Map(roles.map((column) => [column, ['internal']]))
}
