import type { Condition, DescribedField, Leaf } from '@parvandeh/contract'
import { operators } from '@parvandeh/contract'
import { useLanguage } from '../../i18n/language.tsx'
import { type Formats, useFormat } from '../../persian/format.ts'
import { usePeriodWords } from '../../ui/date/period-messages.ts'
import { type ConditionSource, valuesOf } from './condition-source.types.ts'
import { useConditionWords } from './messages.ts'

type Words = ReturnType<typeof useConditionWords>

/** How conditions are read out: «شهر تبریز است و آخرین تماس پیش از ۹۰ روز گذشته است». */
export function useSaid(source: ConditionSource): (condition: Condition) => string {
  const words = useConditionWords()
  const format = useFormat()
  const language = useLanguage()
  const periods = usePeriodWords().names
  const leafSaid = (leaf: Leaf, not: boolean): string => {
    const field = source.fields.find(({ key }) => key === leaf.field)
    const label = field?.label[language] ?? words.unknownField
    const value = field ? valueSaid(leaf, field, { source, words, format, periods }) : '…'
    if (field?.type === 'segment') return words.inSegment(value, not)
    if (field?.type === 'yes-no' && leaf.is === 'equals') return words.yesNo(label, (leaf.value === true) !== not)
    return words.said[leaf.is](label, value, not)
  }
  const part = (one: Condition): string => ('field' in one || 'not' in one ? said(one) : words.within(said(one)))
  const said = (one: Condition): string => {
    if ('all' in one) return one.all.length === 1 ? said(one.all[0]!) : one.all.map(part).join(words.and)
    if ('any' in one) return one.any.length === 1 ? said(one.any[0]!) : one.any.map(part).join(words.or)
    if (!('not' in one)) return leafSaid(one, false)
    return 'field' in one.not
      ? leafSaid(one.not, true)
      : words.noneOf('any' in one.not ? one.not.any.map(part).join(words.comma) : said(one.not))
  }
  return said
}

interface Means {
  source: ConditionSource
  words: Words
  format: Formats
  periods: Record<string, string>
}

function valueSaid(leaf: Leaf, field: DescribedField, { source, words, format, periods }: Means): string {
  const options = source.optionsOf(field)
  const one = (value: string | number | boolean): string => {
    if (operators[leaf.is] === 'period') return periods[String(value)] ?? String(value)
    if (operators[leaf.is] === 'days') return format.number(Number(value))
    const chosen = options?.find(({ id }) => id === String(value))?.label
    if (chosen !== undefined) return chosen
    if (field.type === 'money') return format.money(Number(value))
    if (typeof value === 'number') return options ? '…' : format.digits(value)
    if (field.type === 'date' || field.type === 'moment') return format.day(String(value))
    return options ? '…' : words.quoted(format.digits(String(value)))
  }
  const values = valuesOf(leaf.value).map(one)
  if (operators[leaf.is] === 'range') return words.range(values[0] ?? '…', values[1] ?? '…')
  return values.join(leaf.is === 'all-of' ? words.and : words.comma)
}
