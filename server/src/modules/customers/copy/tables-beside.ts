import { codeColumn, column, copiedTable, dayColumn } from '../../../platform/subjects/copied-table.ts'
import type { CopiedColumn, CopiedTable } from '../../../platform/subjects/holder.types.ts'
import * as read from './copy.queries.ts'
import { accountKinds, contradictionStates, questionOutcomes } from './copy-words.ts'
import type { Telling } from './said-of-values.ts'

/** What stands beside the fields of a file. */
export const tablesBeside = (ids: readonly string[], telling: Telling): CopiedTable[] => [
  copiedTable(tags, ids, read.readAllTags),
  copiedTable(notes, ids, read.readAllNotes),
  copiedTable(relations, ids, read.readAllRelations),
  copiedTable(accounts, ids, read.readAllAccounts),
  copiedTable(classes, ids, read.readAllClasses),
  copiedTable(segments, ids, read.readAllSegments),
  copiedTable(questions(fieldColumn(telling)), ids, read.readAllQuestions),
  copiedTable(contradictions(fieldColumn(telling)), ids, read.readAllContradictions),
]

const fieldColumn = ({ nameOf }: Telling): CopiedColumn => ({
  ...column('field', 'ویژگی', 'Field'),
  read: (row, locale) => nameOf(String(row['field']), locale),
})

const tags = {
  name: 'tags',
  title: { fa: 'برچسب‌ها', en: 'Tags' },
  columns: [column('name', 'برچسب', 'Tag'), column('note', 'یادداشت', 'Note'), column('addedAt', 'از', 'Since')],
}

const notes = {
  name: 'behaviour-notes',
  title: { fa: 'یادداشت‌های رفتاری', en: 'Notes on behaviour' },
  columns: [column('text', 'متن', 'Text'), column('writtenAt', 'نوشته‌شده', 'Written'), column('changedAt', 'ویرایش', 'Changed')],
}

const relationColumn: CopiedColumn = {
  ...column('relation', 'رابطه', 'Relation'),
  read: (row, locale) => row[locale === 'en' ? 'relationEn' : 'relation'],
}

const relations = {
  name: 'relations',
  title: { fa: 'رابطه‌ها با دیگران', en: 'Relations with others' },
  note: {
    fa: 'نام و مشخصات طرف دیگر داده‌های خودِ اوست و در این رونوشت نمی‌آید.',
    en: 'Who is at the other end is their own data, and is not in this copy.',
  },
  columns: [
    relationColumn,
    column('role', 'نقش', 'Role'),
    dayColumn('from', 'از', 'From'),
    dayColumn('to', 'تا', 'To'),
    column('note', 'یادداشت', 'Note'),
  ],
}

const accounts = {
  name: 'bank-accounts',
  title: { fa: 'حساب‌های بانکی', en: 'Bank accounts' },
  columns: [
    codeColumn('kind', 'نوع', 'Kind', accountKinds),
    column('value', 'شماره', 'Number'),
    column('holder', 'دارنده', 'Holder'),
    column('note', 'یادداشت', 'Note'),
  ],
}

const classes = {
  name: 'classes',
  title: { fa: 'رده‌ها', en: 'Classes' },
  columns: [
    column('scheme', 'طرح', 'Scheme'),
    column('class', 'رده', 'Class'),
    column('since', 'از', 'Since'),
    column('reason', 'دلیل', 'Reason'),
  ],
}

const segments = {
  name: 'segments',
  title: { fa: 'گروه‌هایی که با دست در آن‌ها گذاشته شده', en: 'Segments that they were put in by hand' },
  columns: [column('name', 'گروه', 'Segment'), column('addedAt', 'از', 'Since')],
}

const questions = (field: CopiedColumn) => ({
  name: 'questions',
  title: { fa: 'آنچه از مشتری پرسیده شده', en: 'What the customer was asked' },
  columns: [field, codeColumn('outcome', 'نتیجه', 'Outcome', questionOutcomes), column('at', 'زمان', 'When')],
})

const contradictions = (field: CopiedColumn) => ({
  name: 'contradictions',
  title: { fa: 'مغایرت‌ها', en: 'Contradictions' },
  columns: [
    field,
    codeColumn('state', 'وضعیت', 'State', contradictionStates),
    column('openedAt', 'زمان', 'When'),
    column('reason', 'دلیل', 'Reason'),
  ],
})
