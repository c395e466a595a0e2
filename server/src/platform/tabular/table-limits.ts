/** Bounds that keep one file from taking the machine. Characters are UTF-16 units. */
export interface TableLimits {
  cellCharacters: number
  rowCharacters: number
  columns: number
  /** What a gzip file, or one part of a workbook, may unpack to. */
  unpackedBytes: number
  /** Unpacked bytes to packed bytes; not looked at below `ratioGraceBytes`. */
  unpackRatio: number
  ratioGraceBytes: number
  /** A workbook keeps its distinct texts in one part that must be held in memory. */
  sharedTextBytes: number
  workbookParts: number
}

export const defaultLimits: TableLimits = {
  cellCharacters: 64 * 1024,
  rowCharacters: 1024 * 1024,
  columns: 1000,
  unpackedBytes: 8 * 1024 ** 3,
  // Real logs pack 10 to 60 to one; deflate cannot pass 1032. Between lies nothing a person would send.
  unpackRatio: 250,
  ratioGraceBytes: 32 * 1024 ** 2,
  sharedTextBytes: 128 * 1024 ** 2,
  workbookParts: 10_000,
}
