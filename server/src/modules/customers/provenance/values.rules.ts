import { customerFields } from '@parvandeh/contract'
import type { AccessClass } from '@parvandeh/contract'
import type { AccessPoint, CustomerFile, FixedField } from '../files/file.types.ts'
import { accessPointClass } from '../files/search-rows.rules.ts'
import { classOfField } from '../files/tidy.rules.ts'

/** One fixed value of a file, by its path in it: `cityId`, `accessPoints.<id>`. */
export interface FileValue {
  field: string
  accessClass: AccessClass
  value: unknown
  /** What of the value is compared: the hours at which a number is answered may change without its being another number. */
  fact: unknown
}

export interface ValueChange {
  customerId: string
  field: string
  accessClass: AccessClass
  /** Null where there was none, and where there is none by now. */
  before: unknown
  after: unknown
  /** Whom else the value tells of: it is shown to those who may see that file too, and erased with it. */
  otherId?: string
}

const fixedFields = Object.keys(customerFields.shape) as FixedField[]
const pointPath = /^accessPoints\.(.+)$/u

/** The access class of one of the organisation's own fields; undefined for what is there no longer. */
type ClassOf = (field: string) => AccessClass | undefined

/** What the paths of the organisation's own fields begin with, as in the catalogue of fields. */
const ownPrefix = 'x.'

/** The paths of the organisation's own fields that these files hold or held a value of. */
export const ownPathsOf = (files: readonly CustomerFile[]): string[] => [
  ...new Set(files.flatMap(({ custom }) => Object.keys(custom).map((key) => `${ownPrefix}${key}`))),
]

/** Every fixed value that a file holds; those of own fields where their class is known. */
export function valuesOf(file: CustomerFile, classOf: ClassOf = () => undefined): Map<string, FileValue> {
  const fields = fixedFields.flatMap((field) => {
    const value = file.fields[field]
    return value === null ? [] : [{ field, accessClass: classOfField(field), value, fact: value } satisfies FileValue]
  })
  const own = Object.entries(file.custom).flatMap(([key, value]) => {
    const field = `${ownPrefix}${key}`
    const accessClass = classOf(field)
    return accessClass === undefined || value === null ? [] : [{ field, accessClass, value, fact: value } satisfies FileValue]
  })
  return new Map([...fields, ...own, ...file.accessPoints.map(valueOfPoint)].map((value) => [value.field, value]))
}

function valueOfPoint({ id, digits: _digits, phoneTail: _tail, ...value }: AccessPoint): FileValue {
  const { kind, postalCode, cityId } = value
  return { field: `accessPoints.${id}`, accessClass: accessPointClass, value, fact: [kind, value.value, postalCode, cityId] }
}

/** The id of the way of access that a path names. */
export const pointOf = (field: string): string | undefined => pointPath.exec(field)?.[1]

/** What differs between a file as it was and as it is. */
export function changesBetween(before: CustomerFile, after: CustomerFile, classOf?: ClassOf): ValueChange[] {
  const [old, next] = [valuesOf(before, classOf), valuesOf(after, classOf)]
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((field) => {
    const [was, is] = [old.get(field), next.get(field)]
    const accessClass = is?.accessClass ?? was?.accessClass
    if (accessClass === undefined || JSON.stringify(was?.fact) === JSON.stringify(is?.fact)) return []
    return [{ customerId: after.customerId, field, accessClass, before: was?.value ?? null, after: is?.value ?? null }]
  })
}
