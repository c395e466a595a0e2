import { localDay } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { codeColumn, column, dayIn, wordOf } from '../../../platform/subjects/copied-table.ts'
import type { CopiedColumn } from '../../../platform/subjects/holder.types.ts'
import type { AccessPoint, CustomerFile } from '../files/file.types.ts'
import { networks, pointKinds, purposes } from './copy-words.ts'
import type { Telling } from './said-of-values.ts'

type Row = Record<string, unknown>

/** Ways to reach the customer, with what was consented to and when. */
export const accessColumns = ({ valueOf }: Telling): CopiedColumn[] => [
  codeColumn('kind', 'نوع', 'Kind', pointKinds),
  codeColumn('network', 'شبکه', 'Network', networks),
  column('value', 'مقدار', 'Value'),
  column('label', 'برچسب', 'Label'),
  { ...column('cityId', 'شهر', 'City'), read: (row, locale) => valueOf('cityId', row['cityId'], locale) },
  column('postalCode', 'کد پستی', 'Postal code'),
  column('preferredHours', 'ساعت مناسب', 'Preferred hours'),
  column('isPrimary', 'اصلی', 'Main'),
  column('verified', 'تأییدشده', 'Verified'),
  { ...column('consents', 'رضایت‌ها', 'Consents'), read: consentsOf },
]

export async function* accessRows(files: readonly CustomerFile[]): AsyncGenerator<Row> {
  for (const { accessPoints } of files)
    for (const { digits: _digits, phoneTail: _tail, verifiedBy: _by, ...point } of accessPoints) yield point
}

const given = { fa: ['داده', 'نداده یا پس گرفته'], en: ['given', 'not given or withdrawn'] } as const

function consentsOf(row: Row, locale: Context['locale']): string[] {
  const { consents, consentFacts } = row as unknown as Pick<AccessPoint, 'consents' | 'consentFacts'>
  return Object.entries(consents).map(([purpose, isGiven]) => {
    const fact = consentFacts[purpose as keyof typeof consentFacts]
    const day = fact && dayIn(localDay(new Date(fact.at), 'Asia/Tehran'), locale)
    const facts = [day, fact?.how].filter(Boolean).join(locale === 'fa' ? '، ' : ', ')
    return `${wordOf(purposes, purpose, locale)}: ${given[locale][isGiven ? 0 : 1]}${facts && ` (${facts})`}`
  })
}
