import iconv from 'iconv-lite'
import type { CardLine } from './card-lines.ts'

/** The text of a property: out of quoted-printable or base64, in its own encoding if it names one. */
export function textOfValue({ params, value }: Pick<CardLine, 'params' | 'value'>): string {
  const encoding = params.get('ENCODING')?.[0]?.toLowerCase()
  const charset = params.get('CHARSET')?.[0] ?? 'utf-8'
  if (encoding === 'quoted-printable') return decode(quotedBytes(value), charset)
  if (encoding === 'base64' || encoding === 'b') return decode(Buffer.from(value, 'base64'), charset)
  return value
}

const decode = (bytes: Buffer, charset: string): string => iconv.decode(bytes, iconv.encodingExists(charset) ? charset : 'utf-8')

/** Letters beyond ASCII that stand bare, against the rule, are taken for UTF-8. */
function quotedBytes(text: string): Buffer {
  const parts = text.split(/((?:=[0-9A-Fa-f]{2})+)/u)
  return Buffer.concat(parts.map((part, index) => (index % 2 === 1 ? Buffer.from(part.replaceAll('=', ''), 'hex') : Buffer.from(part))))
}

/** The parts of a value that semicolons divide (`N`, `ADR`, `ORG`), each without its escapes. */
export function partsOfValue(text: string): string[] {
  const parts: string[] = []
  let part = ''
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? ''
    if (letter === '\\' && at + 1 < text.length) {
      part += letter + (text[at + 1] ?? '')
      at += 1
    } else if (letter === ';') {
      parts.push(plain(part))
      part = ''
    } else part += letter
  }
  return [...parts, plain(part)]
}

/** A text without its escapes. */
export const plain = (text: string): string =>
  text
    .replaceAll(/\\([\\;,:"nN])/gu, (_, letter: string) => (letter === 'n' || letter === 'N' ? '\n' : letter))
    .replaceAll('\r\n', '\n')
    .replaceAll('\u0000', '')
    .trim()
