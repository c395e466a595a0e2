import { digitsFor, localDay, toJalali } from '@parvandeh/contract/persian'
import type { Chance } from '../chance.ts'
import { companyName } from '../company.ts'
import type { DemoCustomer, DemoPaper } from '../history.types.ts'
import { zone } from '../seasons.ts'

interface About {
  chance: Chance
  product: string
  addedAt: Date
  about: DemoCustomer
  number: number
}

type Paper = Pick<DemoPaper, 'name' | 'title' | 'accessClass' | 'content'>

/** An invoice, a service receipt or a letter, as plain text. */
export const formatPaper = (given: About): Paper => given.chance.pick([invoice, receipt, letter])(given)

const fa = (value: number | string): string => digitsFor('fa', String(value))

function invoice({ chance, product, addedAt, about, number }: About): Paper {
  const millions = chance.whole(90, 780)
  const lines = [
    companyName,
    `فاکتور شمارهٔ ${fa(10_000 + number)}`,
    `تاریخ: ${dayOf(addedAt)}`,
    `خریدار: ${nameOf(about)}`,
    '',
    `شرح: ${product}، یک دستگاه`,
    `مبلغ: ${fa(millions)}٬۰۰۰٬۰۰۰ ریال`,
    '',
    'این سند ساختگی است و تنها برای نمایش است.',
  ]
  return { name: `فاکتور ${10_000 + number}.txt`, title: `فاکتور ${product}`, accessClass: 'financial', content: textOf(lines) }
}

function receipt({ product, addedAt, about, number }: About): Paper {
  const lines = [
    companyName,
    `رسید پذیرش شمارهٔ ${fa(500 + number)}`,
    `تاریخ: ${dayOf(addedAt)}`,
    `مشتری: ${nameOf(about)}`,
    `دستگاه: ${product}`,
    'لوازم همراه: کابل برق، دفترچه',
    'ایراد ظاهری: ندارد',
    '',
    'این سند ساختگی است و تنها برای نمایش است.',
  ]
  return { name: `رسید پذیرش ${500 + number}.txt`, title: `رسید پذیرش ${product}`, accessClass: 'internal', content: textOf(lines) }
}

function letter({ product, addedAt, about, number }: About): Paper {
  const lines = [
    `تاریخ: ${dayOf(addedAt)}`,
    `به: ${companyName}`,
    `از: ${nameOf(about)}`,
    '',
    'با سلام',
    `خواهشمند است دربارهٔ زمان تعمیر ${product} پاسخ روشن داده شود.`,
    'با سپاس',
    '',
    'این سند ساختگی است و تنها برای نمایش است.',
  ]
  return { name: `نامهٔ مشتری ${number}.txt`, title: `نامهٔ مشتری دربارهٔ ${product}`, accessClass: 'internal', content: textOf(lines) }
}

function dayOf(at: Date): string {
  const { jy, jm, jd } = toJalali(localDay(at, zone))
  return fa([jy, jm, jd].map((part) => String(part).padStart(2, '0')).join('/'))
}

const nameOf = ({ organisationName, firstName, lastName }: DemoCustomer): string =>
  organisationName ?? ([firstName, lastName].filter(Boolean).join(' ') || 'بی‌نام')

const textOf = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(`${lines.join('\n')}\n`)
