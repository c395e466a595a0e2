/** A property of a card as it stands in the file: unfolded, not yet decoded. */
export interface CardLine {
  /** In capitals, without the group that may stand before it (`item1.TEL`). */
  name: string
  group: string
  /** Names in capitals; a bare parameter of version 2.1 (`CELL`) is a TYPE. */
  params: ReadonlyMap<string, readonly string[]>
  value: string
  line: number
  /** The value was longer than the limit and is cut. */
  isCut: boolean
}

/** What nobody reads as text: it is passed over as it comes, so that a picture of any size takes no memory. */
const passedOver = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|X-MS-CARDPICTURE|X-MS-OL-DESIGN)[;:]/iu
const headCharacters = 2048
const startsQuoted = /;\s*(?:ENCODING=)?QUOTED-PRINTABLE\s*[;:]/iu
const startsBase64 = /;\s*(?:ENCODING=)?(?:BASE64|B)\s*[;:]/iu

/**
 * Puts the lines of cards together, chunk by chunk: lines that begin with a blank go on the line before (RFC 6350, 3.2),
 * as do lines after a soft break of quoted-printable and, in files of some telephones, bare lines of base64. Keeps no
 * more of a value than the limit.
 */
export class CardLines {
  readonly #limit: number
  #rest = ''
  #restIsCut = false
  #line = 0
  #logical = ''
  #logicalLine = 1
  #isCut = false
  #passing = false
  #quoted = false
  #base64 = false

  constructor(limit: number) {
    this.#limit = limit
  }

  push(text: string): CardLine[] {
    const found: CardLine[] = []
    let from = 0
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
      this.#keep(text.slice(from, at))
      this.#endLine(found)
      from = at + 1
    }
    this.#keep(text.slice(from))
    return found
  }

  end(): CardLine[] {
    const found: CardLine[] = []
    if (this.#rest !== '') this.#endLine(found)
    this.#settle(found)
    return found
  }

  #keep(piece: string): void {
    const room = this.#limit + headCharacters - this.#rest.length
    if (piece.length > room) this.#restIsCut = true
    if (room > 0) this.#rest += piece.length > room ? piece.slice(0, room) : piece
  }

  #endLine(found: CardLine[]): void {
    const line = this.#rest.endsWith('\r') ? this.#rest.slice(0, -1) : this.#rest
    const wasCut = this.#restIsCut
    this.#rest = ''
    this.#restIsCut = false
    this.#line += 1
    if (this.#goesOn(line)) {
      this.#add(this.#quoted ? line : line.slice(/^[ \t]/u.test(line) ? 1 : 0), wasCut)
      return
    }
    this.#settle(found)
    if (line.trim() === '') return
    this.#logical = line
    this.#isCut = wasCut
    this.#logicalLine = this.#line
    this.#passing = passedOver.test(line.slice(0, 60))
    const head = line.slice(0, headCharacters)
    this.#quoted = startsQuoted.test(head)
    this.#base64 = startsBase64.test(head)
    if (this.#passing) this.#logical = line.slice(0, 60)
  }

  #goesOn(line: string): boolean {
    if (this.#logical === '') return false
    if (this.#quoted) return this.#logical.endsWith('=') || /^[ \t]/u.test(line)
    if (/^[ \t]/u.test(line)) return true
    return this.#base64 && line !== '' && /^[A-Za-z0-9+/=]+$/u.test(line)
  }

  #add(piece: string, wasCut: boolean): void {
    if (this.#passing) return
    if (this.#quoted && this.#logical.endsWith('=')) this.#logical = this.#logical.slice(0, -1)
    const room = this.#limit + headCharacters - this.#logical.length
    if (piece.length > room || wasCut) this.#isCut = true
    if (room > 0) this.#logical += piece.slice(0, room)
  }

  #settle(found: CardLine[]): void {
    if (this.#logical === '') return
    const read = this.#passing ? undefined : readProperty(this.#logical)
    if (read) found.push({ ...read, line: this.#logicalLine, isCut: this.#isCut || read.value.length > this.#limit })
    this.#logical = ''
    this.#passing = false
    this.#quoted = false
    this.#base64 = false
  }
}

/** Undefined for a line that is no property. Colons and semicolons within quotation marks part nothing. */
function readProperty(text: string): Omit<CardLine, 'line' | 'isCut'> | undefined {
  const head: string[] = []
  let quoted = false
  let from = 0
  for (let at = 0; at < text.length && at < headCharacters; at += 1) {
    const letter = text[at]
    if (letter === '"') quoted = !quoted
    if (quoted || (letter !== ';' && letter !== ':')) continue
    head.push(text.slice(from, at))
    from = at + 1
    if (letter === ':') return propertyOf(head, text.slice(from))
  }
  return undefined
}

function propertyOf([whole = '', ...rest]: readonly string[], value: string): Omit<CardLine, 'line' | 'isCut'> {
  const dot = whole.lastIndexOf('.')
  const params = new Map<string, string[]>()
  for (const one of rest) {
    const [, named, said = ''] = /^\s*([\w-]+)\s*=(.*)$/su.exec(one) ?? [undefined, undefined, one]
    const name = named === undefined ? bareName(said) : named.toUpperCase()
    const values = said.split(',').map((part) => part.replaceAll('"', '').trim())
    params.set(name, [...(params.get(name) ?? []), ...values])
  }
  return {
    name: whole
      .slice(dot + 1)
      .trim()
      .toUpperCase(),
    group: dot === -1 ? '' : whole.slice(0, dot),
    params,
    value,
  }
}

const bareName = (said: string): string => (/^\s*(?:quoted-printable|base64|8bit|7bit|b)\s*$/iu.test(said) ? 'ENCODING' : 'TYPE')
