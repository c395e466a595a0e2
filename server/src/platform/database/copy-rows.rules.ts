/**
 * Rows as PostgreSQL's COPY reads them: columns parted by tabs, rows by line ends, nothing as \N. Lists become arrays of
 * the database, other objects JSON; `json`: columns whose values are JSON text already.
 */
export function copyText<Row extends object>(rows: readonly Row[], columns: readonly string[], json: readonly string[] = []): string {
  const isJson = columns.map((name) => json.includes(name))
  let text = ''
  for (const row of rows) {
    columns.forEach((name, place) => {
      const value = (row as Record<string, unknown>)[name]
      text += `${place === 0 ? '' : '\t'}${isJson[place] && typeof value === 'string' ? escaped(wholeLetters(value)) : written(value)}`
    })
    text += '\n'
  }
  return text
}

function written(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return escaped(`{${value.map(quoted).join(',')}}`)
  return escaped(jsonText(value))
}

const quoted = (value: unknown): string => (value === null ? 'null' : `"${String(value).replaceAll(/["\\]/gu, String.raw`\$&`)}"`)

const signs: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Looking costs less than replacing: hardly any value has a sign that parts rows or columns. */
const escaped = (text: string): string => (/[\\\n\r\t]/u.test(text) ? text.replaceAll(/[\\\n\r\t]/gu, (sign) => signs[sign] ?? sign) : text)

/** Halves of characters, as a cut leaves them, are no JSON to PostgreSQL: they become marks for what cannot be read. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value)
  // A half of a letter is written as an escape. To look at each value beforehand would cost as much as all the rest.
  if (!halfLetter.test(text)) return text
  return JSON.stringify(value, (_name, part: unknown) => (typeof part === 'string' ? part.toWellFormed() : part))
}

const halfLetter = /\\ud[89a-f]/u
const wholeLetters = (json: string): string => (halfLetter.test(json) ? jsonText(JSON.parse(json)) : json)
