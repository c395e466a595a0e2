import { dateFormatParts, guessDateFormat, isDateFormat, nameDateFormat } from '@parvandeh/contract/persian'
import type { DateFormat } from '@parvandeh/contract/persian'

/** What is known of a column before the mapping is chosen: its name and some of its values. */
export interface ColumnSample {
  name: string
  values: readonly string[]
}

export type FormatProblem = 'no-such-format' | 'no-dates' | 'ambiguous-dates'

interface Guess {
  /** Formats that read the values equally well; several are a doubt, none means that no date is among them. */
  formats: DateFormat[]
  isEmpty: boolean
}

/** The formats between which the values of a column do not decide. */
export function formatsOf({ values }: Pick<ColumnSample, 'values'>, missing: readonly string[] = []): Guess {
  const given = values.filter((value) => value.trim() !== '' && !missing.includes(value.trim()))
  const { format, confidence, alternatives, ambiguous } = guessDateFormat(given)
  if (format === null) return { formats: [], isEmpty: given.length === 0 }
  const asGood = alternatives.filter((one) => ambiguous && one.confidence >= confidence * 2)
  return { formats: [format, ...asGood.map((one) => one.format)], isEmpty: false }
}

/**
 * A format for each column of moments: the one that is named, or the one that its values leave, or, where they leave a
 * doubt or are not there yet, the one in which the other columns of the file are written without doubt.
 */
export function settleFormats(
  columns: readonly ColumnSample[],
  named: Readonly<Record<string, string>>,
  missing: readonly string[],
): Map<string, DateFormat | { problem: FormatProblem }> {
  const guesses = columns.map((column) => ({ name: column.name, named: named[column.name], ...formatsOf(column, missing) }))
  const sure = guesses.flatMap(({ named: name, formats }) =>
    name !== undefined && isDateFormat(name) ? [name] : formats.length === 1 ? formats : [],
  )
  const isOfFile = (format: DateFormat) => sure.some((one) => wayOf(one) === wayOf(format))
  const settled = new Map<string, DateFormat | { problem: FormatProblem }>()
  for (const { name, named: format, formats, isEmpty } of guesses) {
    if (format !== undefined) settled.set(name, isDateFormat(format) ? format : { problem: 'no-such-format' })
    else {
      const fitting = isEmpty ? sure.slice(0, 1) : formats.length > 1 ? formats.filter(isOfFile) : formats
      const [found] = fitting
      settled.set(
        name,
        found !== undefined && fitting.length === 1 ? found : { problem: formats.length > 1 ? 'ambiguous-dates' : 'no-dates' },
      )
    }
  }
  return settled
}

/** Calendar and order; whether there is a clock differs from column to column. */
const wayOf = (format: DateFormat): string => nameDateFormat({ ...dateFormatParts(format), time: false })
