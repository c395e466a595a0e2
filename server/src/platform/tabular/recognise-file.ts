/** What the first bytes say a file is. `text` means only that nothing else was recognised. */
export type FileKind = { kind: 'gzip' | 'zip' | 'compound' | 'text' } | { kind: 'other'; found: string }

const signatures: ReadonlyArray<[found: string, hex: string]> = [
  ['pdf', '255044462d'],
  ['png', '89504e470d0a1a0a'],
  ['jpeg', 'ffd8ff'],
  ['gif', '474946383961'],
  ['gif', '474946383761'],
  ['7z', '377abcaf271c'],
  ['rar', '526172211a07'],
  ['bzip2', '425a6839314159265359'],
  ['xz', 'fd377a585a00'],
  ['zstd', '28b52ffd'],
  ['sqlite', '53514c69746520666f726d6174203300'],
  ['rtf', '7b5c727466'],
  ['elf', '7f454c46'],
  ['mp4', '0000001866747970'],
  ['mp4', '0000002066747970'],
]

/** Recognises by magic numbers what may not be read as text; names and extensions are not asked. */
export function recogniseFile(head: Buffer): FileKind {
  const hex = head.subarray(0, 16).toString('hex')
  if (hex.startsWith('1f8b08')) return { kind: 'gzip' }
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return { kind: 'zip' }
  if (hex.startsWith('d0cf11e0a1b11ae1')) return { kind: 'compound' }
  const other = signatures.find(([, magic]) => hex.startsWith(magic))
  return other ? { kind: 'other', found: other[0] } : { kind: 'text' }
}

/** Recognises text that is certainly something other than a table; accounting programs name HTML "xls". */
export function recogniseOtherText(text: string): string | undefined {
  const start = text.slice(0, 2000).trimStart().toLowerCase()
  if (/^(<!doctype html|<html|<head|<body|<table|<meta)/.test(start)) return 'html'
  if (start.startsWith('<?xml')) return 'xml'
  if (/^(\[\s*)?\{\s*"/.test(start)) return 'json'
  return undefined
}

/** True when the text holds control characters in such number that no program meant it to be read. */
export function looksBinary(text: string): boolean {
  const controls = text.match(/[^\P{Cc}\s]/gu)?.length ?? 0
  const replaced = text.match(/\ufffd/g)?.length ?? 0
  return controls + replaced > Math.max(8, text.length / 20)
}

/** Where in a compound file the names of its streams begin ([MS-CFB] 2.2: first directory sector, sector shift). */
export function compoundDirectoryAt(head: Buffer): number {
  return (head.readUInt32LE(48) + 1) * 2 ** head.readUInt16LE(30)
}

/** Tells by stream names what a compound file is: a workbook with a password, an old XLS, or something else. */
export function recogniseCompound(bytes: Buffer): 'encrypted-workbook' | 'old-workbook' | 'other' {
  const has = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'))
  if (has('EncryptedPackage')) return 'encrypted-workbook'
  return has('Workbook') || has('Book\0') ? 'old-workbook' : 'other'
}
