/**
 * SQL that creates `platform.fold_spaced(text)` and `platform.fold_joined(text)`, the search keys of
 * `foldSpaced` and `foldJoined` in `@parvandeh/contract/persian`; the two sides must agree on every character.
 *
 * Nothing here asks the database's locale: letters are lowered by a table (lower() obeys the collation, and C,
 * C.UTF-8, libc and ICU differ) and patterns are matched under "C", by code point. Wants PostgreSQL 14 or later
 * and a UTF8 database. Being part of a frozen migration, it is never edited once released: a later migration
 * replaces the functions and rebuilds the keys.
 */
export const foldingSql = String.raw`
create function platform.fold_spaced(text) returns text
  language sql immutable strict parallel safe
return btrim(regexp_replace(replace(regexp_replace(translate(
  regexp_replace(
    normalize($1, NFKC) collate "C",
    -- Control characters, invisible marks, then harakat, hamza, tatweel and stray accents.
    '[\u0001-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F'
      || '\u00AD\u061C\u200B\u200D-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF'
      || '\u0300-\u036F\u0610-\u061A\u0621\u0640\u064B-\u065F\u0670\u0674\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED]',
    '', 'g'),
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
    || 'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ'
    || 'ĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶ'
    || 'ĹĻĽŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ'
    || 'أإآٱٲٳ' || 'يىېۍێےۓ' || 'كڪ' || 'ةۀەہۂۃھ' || 'ؤۆۇۈۋ' || 'ڕڵ'
    || '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹'
    || E'\t\n\u000B\f\r\u0085\u00A0\u1680\u200C\u2028\u2029_',
  'abcdefghijklmnopqrstuvwxyz'
    || 'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþ'
    || 'āăąćĉċčďđēĕėęěĝğġģĥħĩīĭįiĵķ'
    || 'ĺļľłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷÿźżž'
    || 'اااااا' || 'ییییییی' || 'کک' || 'ههههههه' || 'ووووو' || 'رل'
    || '01234567890123456789'
    || '            '),
  -- A waw with its bearer, however many, is one waw; only then is a bearer left over a yeh.
  '(?:ئ?و)+', 'و', 'g'), 'ئ', 'ی'), ' +', ' ', 'g'));

create function platform.fold_joined(text) returns text
  language sql immutable strict parallel safe
return regexp_replace(replace(platform.fold_spaced($1), ' ', '') collate "C", '(?:ئ?و)+', 'و', 'g');
`
