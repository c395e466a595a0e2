/** A word for each record: its place among the words that there are. */
export interface WordColumn {
  words: readonly string[]
  places: Uint16Array
}

/** The number of each record (`null` is `noNumber`), how many there are, and their sum. */
export interface NumberColumn {
  numbers: Int32Array
  n: number
  sum: number
}

/** Some records of one indicator on one day. The columns are those that were read, in one order of the records. */
export interface Sheet {
  /** `YYYY-MM-DD` in the organisation's zone. */
  day: string
  count: number
  notRecorded: number
  notYet: number
  words: ReadonlyMap<string, WordColumn>
  /** `numbers` is empty where only how many and their sum were read. */
  numbers: ReadonlyMap<string, NumberColumn>
}

/** A sheet as it is kept: of one unit and access class. */
export interface KeptSheet extends Sheet {
  unitId: string | null
  accessClass: string
}
