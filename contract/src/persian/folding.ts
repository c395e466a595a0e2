/*
 * Text is folded twice over: gently before it is stored, and thoroughly for search.
 * The two search keys exist in SQL as well (server/src/platform/database/folding.sql.ts). The two must agree
 * on every character: change both together with folding.vectors.json, then rebuild the stored keys.
 *
 * Lower-casing is a table of our own (ASCII, Latin-1, Latin Extended-A), because lower() in PostgreSQL
 * depends on the collation of the database and an installation may bring its own server.
 */
const lowerCase: readonly (readonly [from: string, to: string])[] = [
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'],
  ['ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ', 'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþ'],
  ['ĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶ', 'āăąćĉċčďđēĕėęěĝğġģĥħĩīĭįiĵķ'],
  ['ĹĻĽŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ', 'ĺļľłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷÿźżž'],
]

/** Letters that different keyboards, languages and habits of writing give to one Persian letter. */
const letters: readonly (readonly [from: string, to: string])[] = [
  ['أإآٱٲٳ', 'اااااا'],
  ['يىئېۍێےۓ', 'یییییییی'],
  ['كڪ', 'کک'],
  ['ةۀەہۂۃھ', 'ههههههه'],
  ['ؤۆۇۈۋ', 'ووووو'],
  ['ڕڵ', 'رل'],
  ['٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', '01234567890123456789'],
]

const folded = new Map<string, string>()
for (const [from, to] of [...lowerCase, ...letters]) {
  for (let index = 0; index < from.length; index += 1) folded.set(from.charAt(index), to.charAt(index))
}
const foldable = new RegExp(`[${[...folded.keys()].join('')}]`, 'g')

/** Bidi marks, joiners, soft hyphens, byte-order marks, variation selectors: there, but not to be seen. */
const invisible = '\u00AD\u061C\u200B\u200D-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF'
const control = '\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F'
/** Harakat, the hamza by itself and as a mark, tatweel, superscript alef, and stray Latin accents. */
const marks = '\u0300-\u036F\u0610-\u061A\u0621\u0640\u064B-\u065F\u0670\u0674\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED'

const dropped = new RegExp(`[${control}${invisible}${marks}]`, 'g')
const blanks = /[\t-\r \u0085\u00A0\u1680\u200C\u2028\u2029_]+/g
/** A waw with its bearer, however many: مسئول, مسؤول and مسوول, or داوود and داود, are one word. */
const waws = /(?:ئ?و)+/g
const wawSpellings = /[ؤۆۇۈۋ]/g

/** Plain letters, digits and marks, parted by single spaces. */
const folds = /^(?:[0-9a-z@.+/:-]+(?: [0-9a-z@.+/:-]+)*)?$/

/**
 * The *spaced* search key: half-spaces, underscores and every kind of blank become one space, and letters,
 * digits, case and marks are folded, so that `کتاب‌ها`, `كتاب ها` and `کتاب_ها` are one. Idempotent.
 */
export function foldSpaced(text: string): string {
  // Codes, numbers and addresses are half of all that is folded, and are what they fold to.
  if (folds.test(text)) return text
  return text
    .normalize('NFKC')
    .replace(dropped, '')
    .replace(wawSpellings, 'و')
    .replace(waws, 'و')
    .replace(foldable, (character) => folded.get(character) ?? character)
    .replace(blanks, ' ')
    .trim()
}

/**
 * The *joined* search key: the spaced key without its spaces, so that `علی‌رضا`, `علی رضا` and `علیرضا`
 * are one. `foldJoined(foldSpaced(x))` is `foldJoined(x)`.
 */
export function foldJoined(text: string): string {
  return foldSpaced(text).replaceAll(' ', '').replace(waws, 'و')
}

const lineBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** Joiners stay: they shape letters (ه‍) and hold emoji together. NUL and lone surrogates PostgreSQL refuses. */
const notStored = new RegExp(`[${control}\\u00AD\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF]|\\p{Cs}`, 'gu')
const straySeparators = /(?<=^|\s)\u200C|\u200C(?=$|\s)/g

/**
 * Text as it is kept: Arabic ي and ك become Persian, composed (NFC), trimmed; control and direction marks go;
 * a half-space stays only where it parts two characters. Line breaks become `\n`. Idempotent.
 */
export function foldForStorage(text: string): string {
  return text
    .replace(lineBreaks, '\n')
    .replace(notStored, '')
    .normalize('NFC')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replace(/\u200C+/g, '\u200C')
    .replace(straySeparators, '')
    .trim()
}
