import type { TableErrorCode, TableErrorDetails } from './table-error.ts'
import type { RowProblem, RowProblemCode } from './table-row.ts'

/** One meaning in both languages. */
export interface Sentence {
  fa: string
  en: string
}

type ErrorSentences = Record<TableErrorCode, (details: TableErrorDetails) => Sentence>
type ProblemSentences = { [C in RowProblemCode]: (problem: Extract<RowProblem, { code: C }>) => Sentence }

const persianNumbers = new Intl.NumberFormat('fa-IR')
const englishNumbers = new Intl.NumberFormat('en-US')
const fa = (n = 0): string => persianNumbers.format(n)
const en = (n = 0): string => englishNumbers.format(n)

const foundKinds: Record<string, Sentence> = {
  html: { fa: 'صفحهٔ وب (HTML)', en: 'a web page (HTML)' },
  xml: { fa: 'سند XML', en: 'an XML document' },
  json: { fa: 'دادهٔ JSON', en: 'JSON data' },
  binary: { fa: 'دادهٔ غیرمتنی', en: 'binary data' },
}

function foundKind(found = 'binary'): Sentence {
  return foundKinds[found] ?? { fa: found.toUpperCase(), en: found.toUpperCase() }
}

const errorSentences: ErrorSentences = {
  'empty-file': () => ({ fa: 'فایل خالی است.', en: 'The file is empty.' }),
  'not-a-table': ({ found }) => ({
    fa: `این فایل جدول نیست؛ محتوای آن ${foundKind(found).fa} است. آن را با قالب CSV یا XLSX ذخیره کنید.`,
    en: `This file is not a table: it holds ${foundKind(found).en}. Save it as CSV or XLSX.`,
  }),
  'password-protected': () => ({
    fa: 'این فایل رمز دارد. رمز را در اکسل بردارید و دوباره بفرستید.',
    en: 'This file is protected by a password. Remove the password in Excel and send it again.',
  }),
  'old-workbook': () => ({
    fa: 'این فایل با قالب قدیمی اکسل (XLS) است. آن را با قالب XLSX ذخیره کنید.',
    en: 'This is an old Excel workbook (XLS). Save it as XLSX.',
  }),
  'unsupported-workbook': () => ({
    fa: 'این فایل فشرده، کارپوشهٔ XLSX نیست. آن را با قالب XLSX یا CSV ذخیره کنید.',
    en: 'This packed file is not an XLSX workbook. Save it as XLSX or CSV.',
  }),
  'no-such-sheet': ({ sheet = '', sheets = [] }) => ({
    fa: `برگه‌ای به نام «${sheet}» در فایل نیست. برگه‌های موجود: ${sheets.join('، ')}`,
    en: `The workbook has no sheet named "${sheet}". Its sheets: ${sheets.join(', ')}`,
  }),
  'unknown-encoding': () => ({
    fa: 'این کدگذاری متن شناخته نیست.',
    en: 'This text encoding is not known.',
  }),
  'truncated-file': () => ({
    fa: 'فایل ناقص است و پیش از پایان بریده شده. فایل کامل را دوباره بفرستید.',
    en: 'The file is cut short before its end. Send the complete file again.',
  }),
  'damaged-file': () => ({
    fa: 'فایل آسیب دیده است و بیش از این خوانده نمی‌شود.',
    en: 'The file is damaged and cannot be read any further.',
  }),
  'unpacks-too-large': ({ limit }) => ({
    fa: `محتوای بازشدهٔ این فایل از حد مجاز (${fa(limit)} بایت) بیشتر می‌شود یا بیش از اندازه فشرده است.`,
    en: `Unpacked, this file passes the limit of ${en(limit)} bytes, or it is packed beyond belief.`,
  }),
  'too-many-parts': ({ limit }) => ({
    fa: `این فایل فشرده بیش از ${fa(limit)} بخش دارد.`,
    en: `This packed file has more than ${en(limit)} parts.`,
  }),
  'too-many-columns': ({ limit }) => ({
    fa: `جدول بیش از ${fa(limit)} ستون دارد.`,
    en: `The table has more than ${en(limit)} columns.`,
  }),
  'too-many-rows-for-sheet': ({ limit }) => ({
    fa: `یک برگهٔ اکسل بیش از ${fa(limit)} ردیف جا ندارد. خروجی CSV بگیرید.`,
    en: `A sheet cannot hold more than ${en(limit)} rows. Export as CSV.`,
  }),
}

const problemSentences: ProblemSentences = {
  'wrong-column-count': ({ expected, found }) => ({
    fa: `این ردیف ${fa(found)} ستون دارد، نه ${fa(expected)} ستون.`,
    en: `This row has ${en(found)} columns instead of ${en(expected)}.`,
  }),
  'cell-too-long': ({ column, limit }) => ({
    fa: `متن ستون «${column}» از ${fa(limit)} نویسه بلندتر است.`,
    en: `The text in column "${column}" is longer than ${en(limit)} characters.`,
  }),
  'row-too-long': ({ limit }) => ({
    fa: `متن این ردیف روی هم از ${fa(limit)} نویسه بلندتر است.`,
    en: `The text of this row is longer than ${en(limit)} characters in all.`,
  }),
  'too-many-columns': ({ limit }) => ({
    fa: `این ردیف بیش از ${fa(limit)} ستون دارد.`,
    en: `This row has more than ${en(limit)} columns.`,
  }),
  'unclosed-quote': ({ column }) => ({
    fa: `گیومه‌ای که در ستون «${column}» باز شده، بسته نشده است.`,
    en: `A quotation mark opened in column "${column}" is never closed.`,
  }),
  'stray-quote': ({ column }) => ({
    fa: `در ستون «${column}» پس از گیومهٔ پایانی متن اضافه آمده است.`,
    en: `In column "${column}" there is text after the closing quotation mark.`,
  }),
  'undecodable-text': ({ column }) => ({
    fa: `متن ستون «${column}» با کدگذاری این فایل خوانده نمی‌شود.`,
    en: `The text in column "${column}" does not fit the encoding of the file.`,
  }),
  'nul-character': ({ column }) => ({
    fa: `در ستون «${column}» نویسهٔ تهی (NUL) هست.`,
    en: `Column "${column}" holds a NUL character.`,
  }),
  'formula-not-calculated': ({ column }) => ({
    fa: `فرمول ستون «${column}» حاصل ذخیره‌شده ندارد. فایل را در اکسل باز و دوباره ذخیره کنید.`,
    en: `The formula in column "${column}" has no saved result. Open the file in Excel and save it again.`,
  }),
}

/** Says in both languages why a file cannot be read. */
export function sentenceOfTableError(error: { code: TableErrorCode; details: TableErrorDetails }): Sentence {
  return errorSentences[error.code](error.details)
}

/** Says in both languages what is wrong with a row. */
export function sentenceOfRowProblem(problem: RowProblem): Sentence {
  const say = problemSentences[problem.code] as (problem: RowProblem) => Sentence
  return say(problem)
}
