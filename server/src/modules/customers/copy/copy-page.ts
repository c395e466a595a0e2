import { digitsFor, formatJalali, localDay, localTime } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { copyStyle } from './copy-style.ts'
import { numberIn } from './said-of-values.ts'
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
<meta name="viewport" content="width=device-width"><title>${escaped(heading)}</title><style>${copyStyle}</style>
<h1>${say(words.title)}</h1><p><strong>${escaped(heading)}</strong></p><p class="quiet">${say(words.made)}: ${written(now)}</p><p>${say(words.about)}</p>
<nav aria-label="${say(words.contents)}"><ul>${tables.map(({ name, title }) => `<li><a href="#${name}">${say(title)}</a></li>`).join('')}</ul></nav>`)
  for (const { name, title, note, columns, rows } of tables) {
    yield Buffer.from(`\n<h2 id="${name}">${say(title)}</h2>${note ? `<p class="quiet">${say(note)}</p>` : ''}`)
    let isEmpty = true
    for await (const row of rows(context)) {
      if (isEmpty)
        yield Buffer.from(
          `<div class="wide"><table class="${columns.length > 2 ? 'many' : 'pairs'}"><thead><tr>${columns.map(({ header }) => `<th scope="col">${say(header)}</th>`).join('')}</tr></thead><tbody>`,
        )
      isEmpty = false
      yield Buffer.from(`<tr>${columns.map((one) => cellUnder(say(one.header), cellIn(one, row))).join('')}</tr>\n`)
    }
    yield Buffer.from(isEmpty ? `<p class="quiet">${say(words.empty)}</p>` : '</tbody></table></div>')
  }
  yield Buffer.from('</html>\n')
}

/** On a narrow screen a row stands as lines under each other, each with the heading of its column, and what is empty is left out. */
const cellUnder = (heading: string, content: string): string => {
  const kind = content === nothing ? ' class="none"' : content.length > longCell ? ' class="long"' : ''
  return `<td data-of="${heading}"${kind}><bdi>${content}</bdi></td>`
}

const nothing = '—'
const longCell = 60

function cellOf(value: unknown, locale: Context['locale'], zone: string): string {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return nothing
  if (value instanceof Date) return `<time dir="${locale === 'fa' ? 'rtl' : 'ltr'}">${momentOf(value, locale, zone)}</time>`
  if (typeof value === 'boolean') return escaped(words[value ? 'yes' : 'no'][locale])
  if (typeof value === 'number') return digitsFor(locale, String(value))
  if (Array.isArray(value)) return value.map((part) => cellOf(part, locale, zone)).join('\n')
  const text = escaped(typeof value === 'object' ? JSON.stringify(value) : numberIn(String(value), locale))
  // Else the sign of the country's code would stand behind the number.
  return text.startsWith('+') ? `<bdi dir="ltr">${text}</bdi>` : text
}

function momentOf(at: Date, locale: Context['locale'], zone: string): string {
  const [day, time] = [localDay(at, zone), localTime(at, zone).slice(0, 5)]
  return locale === 'fa' ? `${formatJalali(day, 'short')}، ${digitsFor('fa', time)}` : `${day} ${time}`
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"']/gu, (mark) => marks[mark] ?? mark)
