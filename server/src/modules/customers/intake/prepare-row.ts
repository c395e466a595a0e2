import type { accessKinds } from '@parvandeh/contract'
import { doubtsOf } from '../files/doubts.rules.ts'
import { sentenceOfDoubt } from '../files/doubt-words.ts'
import type { AccessPoint, FixedFields } from '../files/file.types.ts'
import { tidyAccessPoint, tidyFields } from '../files/tidy.rules.ts'
import type { IntakeRow } from './intake.types.ts'

export interface GivenPoint {
  kind: (typeof accessKinds)[number]
  value: string
  label: string | null
  postalCode: string | null
  cityId: number | null
}

/** A row as its cells have it. */
export interface GivenRow extends Omit<IntakeRow, 'facts' | 'points'> {
  fields: Partial<FixedFields>
  points: readonly GivenPoint[]
}

/** A value of a row that looks wrong: a field, or one of the points by its place. */
export interface RowDoubt {
  field: keyof FixedFields | number
  problem: string
  suggestion: string | null
  fa: string
  en: string
}

/** A row as it would be kept, and what of it looks wrong. `today` is a Gregorian day. */
export function prepareRow({ fields, points: given, ...rest }: GivenRow, today: string): { row: IntakeRow; doubts: RowDoubt[] } {
  const facts = tidyFields(fields)
  const accessPoints = given.map((point) => tidyAccessPoint({ ...point, ...unsaid }, ''))
  const doubts = doubtsOf({ fields: facts, accessPoints }, today)
  return {
    row: { ...rest, facts, points: accessPoints.map(withoutId) },
    doubts: doubts
      .filter(({ problem }) => problem !== 'nameless')
      .map((doubt) => ({
        field: placeOf(doubt.field),
        problem: doubt.problem,
        suggestion: doubt.suggestion,
        fa: sentenceOfDoubt(doubt, 'fa'),
        en: sentenceOfDoubt(doubt, 'en'),
      })),
  }
}

const unsaid = { preferredHours: null, primary: false, verified: false, consents: {} }

const withoutId = ({ id: _, ...point }: AccessPoint): Omit<AccessPoint, 'id'> => point

function placeOf(field: string): RowDoubt['field'] {
  const place = /^accessPoints\.(\d+)$/u.exec(field)?.[1]
  return place === undefined ? (field as keyof FixedFields) : Number(place)
}
