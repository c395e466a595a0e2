import { accessClasses, customerFieldClasses } from '@parvandeh/contract'
import type { AccessClass } from '@parvandeh/contract'

interface Entry {
  subject_type: string
  before: object | null
  after: object | null
}

/** Subjects of the records of customers: what is said of them is internal, unless a field or the record says otherwise. */
const ofFiles = new Set(['customer', 'interaction', 'document', 'request', 'behaviour-note', 'bank-account', 'relation', 'tag', 'scheme'])

const classesOfFields: Partial<Record<string, AccessClass>> = customerFieldClasses

/**
 * What an entry of the trail says, as far as its reader may read the classes of its fields. That a field changed is
 * told by `withheld`; its values are not.
 */
export function readableParts(
  { subject_type, before, after }: Entry,
  classes: ReadonlySet<AccessClass>,
): { before: object | null; after: object | null; withheld: string[] } {
  const whole = classOfRecord(after) ?? classOfRecord(before)
  const ofFile = ofFiles.has(subject_type)
  const readsAll = accessClasses.every((one) => classes.has(one))
  const isReadable = (field: string): boolean => {
    if (ofFile && whole !== undefined) return classes.has(whole)
    // Of which class an own field is, or what a condition asks about, is not known here: they are for those who may read every class.
    if (subject_type === 'customer' && field.startsWith('custom.')) return readsAll
    if ([before, after].some((part) => holdsCondition(field, valueOf(part, field)))) return readsAll
    return !ofFile || classes.has((subject_type === 'customer' ? classesOfFields[field] : undefined) ?? 'internal')
  }
  const fields = [...new Set([before, after].flatMap((part) => Object.keys(part ?? {})))]
  const only = (part: object | null) => part && Object.fromEntries(Object.entries(part).filter(([field]) => isReadable(field)))
  return { before: only(before), after: only(after), withheld: fields.filter((field) => !isReadable(field)) }
}

const valueOf = (part: object | null, field: string): unknown => (part as Record<string, unknown> | null)?.[field]

/** Whether a part is, or holds somewhere, a condition on files: the rule of a segment, the filters of a view or of an export. */
function holdsCondition(name: string, value: unknown): boolean {
  if (value === null || value === undefined) return false
  if (name === 'condition' || name === 'where') return true
  return typeof value === 'object' && Object.entries(value).some(([key, inner]) => holdsCondition(key, inner))
}

/** A document, a note, an account, a tag says by itself how delicate it is. */
const classOfRecord = (part: object | null): AccessClass | undefined => (part as { accessClass?: AccessClass } | null)?.accessClass
