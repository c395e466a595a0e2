/** What is said of the columns of any import: `{}` is the column. */
export const problemWords = {
  'no-such-column': { fa: 'ستون «{}» در این فایل نیست.', en: 'The file has no column “{}”.' },
  'no-such-format': {
    fa: 'شکل تاریخی که برای ستون «{}» گفته شده شناخته نیست.',
    en: 'The date format named for the column “{}” is not known.',
  },
  'no-dates': {
    fa: 'در ستون «{}» تاریخی پیدا نشد؛ شکل تاریخ آن را بگویید.',
    en: 'No dates were found in the column “{}”; name its format.',
  },
  'ambiguous-dates': {
    fa: 'تاریخ‌های ستون «{}» را بیش از یک جور می‌توان خواند؛ شکل درست را بگویید.',
    en: 'The dates in the column “{}” can be read in more than one way; name the right one.',
  },
} as const
