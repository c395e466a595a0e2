import type { Figure, Measure, Value } from './definition.types.ts'

const measureWords: Record<Measure, { fa: string; en: string }> = {
  sum: { fa: 'شمار', en: 'Number of' },
  mean: { fa: 'میانگین', en: 'Mean' },
  median: { fa: 'میانه', en: 'Median' },
  p90: { fa: 'صدک ۹۰', en: '90th percentile of' },
}

/** Mean, median and 90th percentile of a value: a mean is never shown alone. */
export const spread = ({ key, fa, en, unit }: Value): Figure[] =>
  (['mean', 'median', 'p90'] as const).map((measure) => ({
    key: `${key}.${measure}`,
    fa: `${measureWords[measure].fa} ${fa}`,
    en: `${measureWords[measure].en} ${lowered(en)}`,
    unit,
    value: key,
    measure,
    per: 'record',
  }))

const lowered = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1)

/** How many: the sum of a value that is one or zero. */
export const total = ({ key, fa, en, unit }: Value): Figure => ({ key, fa, en, unit, value: key, measure: 'sum', per: 'record' })

/** Which share: the mean of a value that is one or zero. */
export const share = ({ key }: Value, words: { key: string; fa: string; en: string }): Figure => ({
  ...words,
  unit: 'share',
  value: key,
  measure: 'mean',
  per: 'record',
})

/** How many a day, or a month: mean, median and 90th percentile over the days or whole months of the period. */
export const rate = (value: Value, per: 'day' | 'month'): Figure[] => {
  const words = per === 'day' ? { fa: 'درخواست در روز', en: 'requests a day' } : { fa: 'درخواست در ماه', en: 'requests a month' }
  return spread({ ...value, ...words, key: per === 'day' ? 'perDay' : 'perMonth' }).map((figure) => ({ ...figure, value: value.key, per }))
}

/** A figure that belongs to the indicator and cannot be given yet: said as missing, not left out. */
export const notYetMeasured = (key: string, unit: Figure['unit'], fa: string, en: string): Figure => ({
  key,
  fa,
  en,
  unit,
  value: null,
  measure: null,
  per: 'record',
})
