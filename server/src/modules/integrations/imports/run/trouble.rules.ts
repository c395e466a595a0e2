import type { ImportFailure } from '../../integrations.tables.ts'
import type { NewRows } from '../staging.queries.ts'

/** More than any organisation has; a column that names more was mapped by mistake, and would fill the system with its values. */
const most = { employees: 5000, units: 2000, products: 20_000, topics: 5000, longestTicket: 20_000 } as const

const words: Record<keyof typeof most, { fa: string; en: string }> = {
  employees: { fa: 'ستونِ کارشناس', en: 'The column of employees' },
  units: { fa: 'ستونِ واحد', en: 'The column of units' },
  products: { fa: 'ستونِ کالا', en: 'The column of products' },
  topics: { fa: 'ستونِ موضوع', en: 'The column of topics' },
  longestTicket: { fa: 'ستونِ شماره', en: 'The column of numbers' },
}

/** Why what was staged had better not be loaded: a mapping that cannot be meant. */
export function troubleWith(found: NewRows): ImportFailure | null {
  const keys = Object.keys(most) as (keyof typeof most)[]
  const beyond = keys.find((key) => found[key] > most[key])
  if (!beyond) return null
  const [has, limit] = [found[beyond], most[beyond]]
  const { fa, en } = words[beyond]
  if (beyond === 'longestTicket') {
    return {
      code: 'request-too-long',
      fa: `${fa} درست نگاشته نشده است: یک درخواست ${has.toLocaleString('fa')} سطر دارد.`,
      en: `${en} seems to be mapped wrongly: one request has ${has.toLocaleString('en')} rows.`,
    }
  }
  return {
    code: 'too-many-names',
    fa: `${fa} درست نگاشته نشده است: بیش از ${limit.toLocaleString('fa')} نام گوناگون دارد.`,
    en: `${en} seems to be mapped wrongly: it holds over ${limit.toLocaleString('en')} different names.`,
  }
}

/** Not one row could be read. */
export const nothingReadable: ImportFailure = {
  code: 'no-row-readable',
  fa: 'هیچ سطری از فایل با این نگاشت خوانده نشد. فایل خطاها را ببینید و نگاشت را درست کنید.',
  en: 'No row of the file could be read by this mapping. See the error file and correct the mapping.',
}
