/** A line of COPY text with places left open: `parts[0]`, the filling of `slots[0]`, `parts[1]` and so on. */
export interface Template {
  table: string
  parts: readonly Uint8Array[]
  slots: readonly number[]
}

/** Lines that belong together and are copied together: a file with its parts, or a request with all that follows from it. */
export interface Bundle {
  /** When it happened; bundles are copied in the order of time. */
  at: number
  /** The moment of its last contact, or null where customer and organisation did not meet in it. */
  contact: number | null
  lines: readonly Template[]
  /** What was found in the places, the first time each: the fillings of a copy come in this order. */
  found: readonly string[]
}

/** A line as it was read: its table, and its text without the line end. */
export interface Line {
  table: string
  text: string
}

/** Opens a bundle at whatever the pattern finds; the same words are the same place in all its lines. */
export function bundleOf(lines: readonly Line[], pattern: RegExp, isOpen: (word: string) => boolean): Pick<Bundle, 'lines' | 'found'> {
  const slotOf = new Map<string, number>()
  const opened = lines.map(({ table, text }): Template => {
    const [parts, slots]: [Uint8Array[], number[]] = [[], []]
    let from = 0
    for (const { 0: word, index } of text.matchAll(pattern)) {
      if (!isOpen(word)) continue
      const slot = slotOf.get(word) ?? slotOf.size
      slotOf.set(word, slot)
      parts.push(Buffer.from(text.slice(from, index)))
      slots.push(slot)
      from = index + word.length
    }
    return { table, parts: [...parts, Buffer.from(`${text.slice(from)}\n`)], slots }
  })
  return { lines: opened, found: [...slotOf.keys()] }
}

/** Writes the line with its places filled at the place in the buffer; gives the place behind it. */
export function fillIn(buffer: Buffer, start: number, { parts, slots }: Template, fillings: readonly string[]): number {
  let at = start
  for (const [place, part] of parts.entries()) {
    if (place > 0) at += buffer.write(fillings[slots[place - 1]!]!, at)
    buffer.set(part, at)
    at += part.length
  }
  return at
}
