import { posix } from 'node:path'
import { readWholeXml } from './read-xml.ts'
import { numberStyleOf, unescapeWorkbookText } from './workbook-values.ts'
import type { NumberStyle } from './workbook-values.ts'

/** A relation of one part to another, by id. */
interface Relation {
  type: string
  target: string
}

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  name: string
  relation: string
  isHidden: boolean
}

/** Relations of a part that lies in `folder`; targets become whole lower-case part names. */
export async function readRelations(chunks: AsyncIterable<Buffer>, folder: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>()
  await readWholeXml(chunks, {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name !== 'Relationship') return
      const target = posix.resolve(`/${folder}`, Target).slice(1).toLowerCase()
      relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target })
    },
    close() {},
    text() {},
  })
  return relations
}

/** The list of sheets, and whether dates count from 1904 (old Macintosh workbooks). */
export async function readWorkbook(chunks: AsyncIterable<Buffer>): Promise<{ sheets: SheetEntry[]; dates1904: boolean }> {
  const sheets: SheetEntry[] = []
  let dates1904 = false
  await readWholeXml(chunks, {
    open(name, attributes) {
      if (name === 'workbookPr') dates1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      if (name !== 'sheet') return
      const key = Object.keys(attributes).find((attribute) => attribute.endsWith(':id')) ?? 'id'
      sheets.push({
        name: attributes.name ?? '',
        relation: attributes[key] ?? '',
        isHidden: (attributes.state ?? 'visible') !== 'visible',
      })
    },
    close() {},
    text() {},
  })
  return { sheets, dates1904 }
}

/** For each cell style, how a number under it is shown. */
export async function readStyles(chunks: AsyncIterable<Buffer>): Promise<NumberStyle[]> {
  const codes = new Map<number, string>()
  const styles: NumberStyle[] = []
  let inCellStyles = false
  await readWholeXml(chunks, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') inCellStyles = true
      if (name !== 'xf' || !inCellStyles) return
      const id = Number(attributes.numFmtId ?? 0)
      styles.push(numberStyleOf(id, codes.get(id)))
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
    },
    text() {},
  })
  return styles
}

/**
 * The distinct texts of a workbook, in order; runs of rich text joined, readings (phonetic runs) left out. A text
 * longer than `limit` is cut to one letter more than it, by which the cells that use it know.
 */
export async function readSharedTexts(chunks: AsyncIterable<Buffer>, limit: number): Promise<string[]> {
  const texts: string[] = []
  let text = ''
  let isText = false
  let inReading = false
  await readWholeXml(chunks, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') inReading = true
      isText = name === 't' && !inReading
    },
    close(name) {
      isText = false
      if (name === 'rPh') inReading = false
      if (name === 'si') texts.push(unescapeWorkbookText(text))
    },
    text(piece) {
      if (isText && text.length <= limit) text += piece.slice(0, limit + 1 - text.length)
    },
  })
  return texts
}
