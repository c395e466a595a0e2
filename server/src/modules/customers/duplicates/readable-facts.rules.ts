import type { AccessClass } from '@parvandeh/contract'
import type { FixedField } from '../files/file.types.ts'
import { accessPointClass } from '../files/search-rows.rules.ts'
import { classOfField } from '../files/tidy.rules.ts'
import type { ComparableFacts } from './compared-file.rules.ts'

/** The facts without what a reader of these classes may not read: it must not be guessed from a likeness either. */
export function readableFacts({ fields, accessPoints }: ComparableFacts, classes: ReadonlySet<AccessClass>): ComparableFacts {
  const kept = Object.fromEntries(
    Object.entries(fields).filter(([field]) => field === 'kind' || classes.has(classOfField(field as FixedField))),
  )
  return { fields: { ...kept, kind: fields.kind }, accessPoints: classes.has(accessPointClass) ? accessPoints : [] }
}

/** Those whom nearly every colleague may read. */
export const plainClasses: ReadonlySet<AccessClass> = new Set<AccessClass>(['public', 'internal'])
