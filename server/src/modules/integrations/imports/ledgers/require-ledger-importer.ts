import type { Context } from '../../../../platform/context.ts'
import { AppError } from '../../../../platform/failure.ts'

/** Ledgers are imported by those who may enter vouchers by hand too, and read what is financial. */
export function requireLedgerImporter({ actor }: Context): void {
  if (actor.grants['sales.write'] === undefined || !actor.fieldClasses.has('financial')) throw new AppError('not-permitted')
}
