/**
 * SQL that creates `platform.fold_spaced(text)` and `platform.fold_joined(text)`, the search keys of
 * `foldSpaced` and `foldJoined` in `@parvandeh/contract/persian`; the two sides must agree on every character.
 * A key costs some 20 µs here and 4 µs in TypeScript: bulk loads bring keys they have made themselves.
 *
 * Nothing here asks the database's locale. lower() obeys the collation, and C.UTF-8, libc and ICU differ, so it is
 * used under "C" (ASCII only) with a table for accented letters; patterns go by code point under "C".
 * Wants PostgreSQL 14 or later and a UTF8 database. Being part of a frozen migration it is never edited once
 * released: a later migration replaces the functions and rebuilds the keys.
 */
export const foldingSql = String.raw`
-- translate() costs by the length of its list, so what few texts need is asked for first.
create function platform.fold_digits(text) returns text
  language sql immutable strict parallel safe
return case when $1 collate "C" ~ '[٠-٩۰-۹]'
  then translate($1, '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', '01234567890123456789') else $1 end;

create function platform.fold_latin(text) returns text
  language sql immutable strict parallel safe
return case when $1 collate "C" ~ '[À-ž]'
  then translate($1,
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ'
      || 'ĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶ'
      || 'ĹĻĽŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ',
    'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþ'
      || 'āăąćĉċčďđēĕėęěĝğġģĥħĩīĭįiĵķ'
      || 'ĺļľłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷÿźżž')
  else $1 end;

create function platform.fold_spaced(text) returns text
  language sql immutable strict parallel safe
return btrim(
  regexp_replace(
  replace(replace(
  regexp_replace(
  regexp_replace(
  regexp_replace(
  regexp_replace(
  -- A waw with its bearer, however many, is one waw; only a bearer left over becomes a yeh.
  regexp_replace(
  regexp_replace(
  -- Control characters, invisible marks, then harakat, hamza, tatweel and stray accents.
  regexp_replace(
    lower(platform.fold_latin(platform.fold_digits(normalize($1, NFKC))) collate "C"),
    '[\u0001-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F'
      || '\u00AD\u061C\u200B\u200D-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF'
      || '\u0300-\u036F\u0610-\u061A\u0621\u0640\u064B-\u065F\u0670\u0674\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED]', '', 'g'),
    '[ؤۆۇۈۋ]', 'و', 'g'),
    '(?:ئ?و)+', 'و', 'g'),
    '[أإآٱٲٳ]', 'ا', 'g'),
    '[يىئېۍێےۓ]', 'ی', 'g'),
    '[كڪ]', 'ک', 'g'),
    '[ةۀەہۂۃھ]', 'ه', 'g'),
    'ڕ', 'ر'), 'ڵ', 'ل'),
    '[\t-\r \u0085\u00A0\u1680\u200C\u2028\u2029_]+', ' ', 'g'));

create function platform.fold_joined(text) returns text
  language sql immutable strict parallel safe
return regexp_replace(replace(platform.fold_spaced($1), ' ', '') collate "C", '(?:ئ?و)+', 'و', 'g');
`
