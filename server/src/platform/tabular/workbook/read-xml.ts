import { StringDecoder } from 'node:string_decoder'
import { SaxesParser } from 'saxes'
import { TableError } from '../table-error.ts'

/** What a reader of one XML part does with its elements; names come without namespace prefix. */
export interface XmlHandler {
  open(name: string, attributes: Record<string, string>): void
  close(name: string): void
  text(text: string): void
}

// The parser collects a text or a tag until it ends. Nothing in a workbook comes near to this.
const mostCharactersWithoutEvent = 32 * 1024 * 1024

/** Feeds XML to a handler chunk by chunk, yielding after each chunk so that the caller can take what was found. */
export async function* readXml(chunks: AsyncIterable<Buffer>, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  const decoder = new StringDecoder('utf8')
  let sinceEvent = 0
  let hasContent = false
  const localNames = new Map<string, string>()
  parser.on('opentag', (tag) => {
    sinceEvent = 0
    handler.open(localName(tag.name, localNames), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    sinceEvent = 0
    handler.close(localName(tag.name, localNames))
  })
  parser.on('text', (text) => handler.text(text))
  parser.on('cdata', (text) => handler.text(text))
  parser.on('error', () => {
    throw new TableError('damaged-file')
  })
  // A document type is how entities that unfold without end are declared; workbooks have none.
  parser.on('doctype', () => {
    throw new TableError('damaged-file')
  })
  for await (const chunk of chunks) {
    hasContent = true
    sinceEvent += chunk.length
    if (sinceEvent > mostCharactersWithoutEvent) throw new TableError('damaged-file')
    parser.write(decoder.write(chunk))
    yield
  }
  // A part the workbook does not have reads as one without elements.
  if (hasContent) parser.close()
  yield
}

/** Reads a small XML part to its end. */
export async function readWholeXml(chunks: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  for await (const _ of readXml(chunks, handler));
}

function localName(name: string, known: Map<string, string>): string {
  let local = known.get(name)
  if (local === undefined) {
    local = name.slice(name.indexOf(':') + 1)
    if (known.size < 1000) known.set(name, local)
  }
  return local
}
