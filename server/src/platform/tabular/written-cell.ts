/** What may stand in a written cell. Dates are ISO text in the reader's own time: this layer knows no zones. */
export type WrittenCell = string | number | boolean | null | undefined
