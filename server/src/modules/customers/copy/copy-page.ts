import { digitsFor, formatJalali, localDay, localTime } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import type { Telling } from './said-of-values.ts'
import type { CopiedColumn, CopiedTable, Words } from '../../../platform/subjects/holder.types.ts'

const words = {
  title: { fa: 'رونوشت داده‌های مشتری', en: "Copy of a customer's data" },
  made: { fa: 'زمان تهیه', en: 'Made at' },
  empty: { fa: 'چیزی ثبت نشده است.', en: 'Nothing is kept.' },
  contents: { fa: 'فهرست', en: 'Contents' },
  about: {
    fa: 'این رونوشت همهٔ چیزی است که دربارهٔ این مشتری نگه داشته می‌شود. همین داده‌ها برای خواندن با برنامه‌ها، و خود سندها، در پوشه‌های کنار این صفحه است.',
    en: 'This copy holds everything that is kept about this customer. The same is in the folder data, to be read by programs; the documents are in the folder documents.',
  },
  yes: { fa: 'بله', en: 'Yes' },
  no: { fa: 'نه', en: 'No' },
} satisfies Record<string, Words>

const style = `body{font:16px/1.8 Vazirmatn,Tahoma,system-ui,sans-serif;max-inline-size:72rem;margin:2rem auto;padding-inline:1rem;color:#1c2430;background:#fff}
h1{font-size:1.6rem}h2{font-size:1.15rem;margin-block:2.2rem .6rem;border-block-end:2px solid #d9e0ea;padding-block-end:.3rem}
table{inline-size:100%;border-collapse:collapse;font-size:.9rem}th{text-align:start;background:#f1f4f8}
th,td{border:1px solid #d9e0ea;padding:.35rem .6rem;vertical-align:top;overflow-wrap:anywhere;white-space:pre-wrap}
.wide{overflow-x:auto}nav ul{columns:16rem 3}.quiet{color:#5b6675}@media print{a{color:inherit;text-decoration:none}}
@media (prefers-color-scheme:dark){body{background:#12161c;color:#e6ebf2}th{background:#1d242d}th,td,h2{border-color:#303a46}a{color:#8ab4ff}.quiet{color:#9aa7b6}}`

interface CopiedPage {
  heading: string
  tables: readonly CopiedTable[]
  telling: Telling
  zone: string
}

/** One page that opens in any browser without anything else: all tables under each other, in the reader's language. */
export async function* copyPage(context: Context, { heading, tables, telling, zone }: CopiedPage): AsyncGenerator<Buffer> {
  const { locale, now } = context
  const say = (text: Words) => escaped(text[locale])
  const written = (value: unknown) => cellOf(value, locale, zone)
  const cellIn = ({ key, read, paths }: CopiedColumn, row: Record<string, unknown>) =>
    written(paths ? telling.namesOf(row[key] as string[], locale) : read ? read(row, locale) : row[key])
  yield Buffer.from(`<!doctype html><html lang="${locale}" dir="${locale === 'fa' ? 'rtl' : 'ltr'}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${escaped(heading)}</title><style>${style}</style>
<h1>${say(words.title)}</h1><p><strong>${escaped(heading)}</strong></p><p class="quiet">${say(words.made)}: ${written(now)}</p><p>${say(words.about)}</p>
<nav aria-label="${say(words.contents)}"><ul>${tables.map(({ name, title }) => `<li><a href="#${name}">${say(title)}</a></li>`).join('')}</ul></nav>`)
  for (const { name, title, note, columns, rows } of tables) {
    yield Buffer.from(`\n<h2 id="${name}">${say(title)}</h2>${note ? `<p class="quiet">${say(note)}</p>` : ''}`)
    let isEmpty = true
    for await (const row of rows(context)) {
      if (isEmpty)
        yield Buffer.from(
          `<div class="wide"><table><thead><tr>${columns.map(({ header }) => `<th scope="col">${say(header)}</th>`).join('')}</tr></thead><tbody>`,
        )
      isEmpty = false
      yield Buffer.from(`<tr>${columns.map((one) => `<td dir="auto">${cellIn(one, row)}</td>`).join('')}</tr>\n`)
    }
    yield Buffer.from(isEmpty ? `<p class="quiet">${say(words.empty)}</p>` : '</tbody></table></div>')
  }
  yield Buffer.from('</html>\n')
}

function cellOf(value: unknown, locale: Context['locale'], zone: string): string {
  if (value === null || value === undefined || value === '') return '—'
  if (value instanceof Date) return momentOf(value, locale, zone)
  if (typeof value === 'boolean') return escaped(words[value ? 'yes' : 'no'][locale])
  if (typeof value === 'number') return digitsFor(locale, String(value))
  if (Array.isArray(value)) return value.map((part) => cellOf(part, locale, zone)).join('\n')
  return escaped(typeof value === 'object' ? JSON.stringify(value) : String(value))
}

function momentOf(at: Date, locale: Context['locale'], zone: string): string {
  const [day, time] = [localDay(at, zone), localTime(at, zone).slice(0, 5)]
  return locale === 'fa' ? `${formatJalali(day, 'short')}، ${digitsFor('fa', time)}` : `${day} ${time}`
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"']/gu, (mark) => marks[mark] ?? mark)
