import type { FieldType } from '@parvandeh/contract'
import { digitsFor } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { dayIn } from '../../../platform/subjects/copied-table.ts'
import { directoryNames } from '../../identity/index.ts'
import { fieldCatalogue } from '../fields/field-catalogue.ts'
import type { FileField } from '../fields/file-field.ts'
import { readPlaceNames } from './copy.queries.ts'
import { standIns, otherCustomer } from './copy-words.ts'

type Locale = Context['locale']

/** How fields and their values are told to whoever reads the copy. */
export interface Telling {
  /** What a path in the file is called: `cityId`, `x.<key>`, `accessPoints.<id>`. */
  nameOf: (path: string, locale: Locale) => string
  /** The names of those among these paths that are the file's. */
  namesOf: (paths: readonly string[], locale: Locale) => string[]
  /** A value under its path, in words: choices, places, colleagues and days by their names. */
  valueOf: (path: string, value: unknown, locale: Locale) => unknown
}

const pointsPath = 'accessPoints.'
const placeOf: Readonly<Record<string, 'province' | 'county' | 'city'>> = { provinceId: 'province', countyId: 'county', cityId: 'city' }
const shares: ReadonlySet<string> = new Set(['completeness', 'trust'])
const yesNo = { fa: ['بله', 'نه'], en: ['yes', 'no'] } as const

const shareIn = (share: number, locale: Locale): string => digitsFor(locale, `${Math.round(share * 100)}${locale === 'fa' ? '٪' : '%'}`)

/** A text that is a number or a code of digits, in the digits of the language; another as it is. */
export const numberIn = (text: string, locale: Locale): string => (/^\+?\d[\d ./:-]*$/u.test(text) ? digitsFor(locale, text) : text)

/** Reads once what the names are; the values of these files are then told without asking again. */
export async function tellValues(context: Context): Promise<Telling> {
  const { fields } = await fieldCatalogue(context)
  const byKey = new Map(fields.map((field) => [field.key, field]))
  const [places, { people, units }] = [await readPlaceNames(context), await directoryNames(context)]
  const known = (path: string, locale: Locale) =>
    path.startsWith(pointsPath.slice(0, -1)) ? standIns.point[locale] : byKey.get(path)?.label[locale]
  const nameOf = (path: string, locale: Locale) => known(path, locale) ?? standIns.former[locale]
  const namesOf = (paths: readonly string[], locale: Locale) => [...new Set(paths.flatMap((path) => known(path, locale) ?? []))]
  const named = (type: FieldType | undefined, value: unknown, locale: Locale): unknown => {
    if (type === 'person') return people.get(String(value))
    if (type === 'unit') return units.get(String(value))
    if (type === 'customer') return otherCustomer[locale]
    if (type === 'file') return standIns.kept[locale]
    return type === 'date' ? dayIn(value, locale) : value
  }
  const valueOf = (path: string, value: unknown, locale: Locale): unknown => {
    if (value === null || value === undefined) return null
    const place = placeOf[path]
    if (place) return places[place].get(Number(value))
    if (typeof value === 'boolean') return yesNo[locale][value ? 0 : 1]
    if (shares.has(path)) return shareIn(Number(value), locale)
    if (Array.isArray(value)) return value.map((one) => valueOf(path, one, locale))
    if (typeof value === 'object' && !(value instanceof Date)) return (value as { value?: unknown }).value
    const field = byKey.get(path)
    return choiceOf(field, value)?.[locale] ?? named(path === 'marketer' ? 'person' : field?.type, value, locale)
  }
  return { nameOf, namesOf, valueOf }
}

const choiceOf = (field: FileField | undefined, value: unknown) => field?.choices?.find(({ key }) => key === value)?.label
