/** The product will not start, and the operator must be told why: one Persian and one English sentence, no stack. */
export class StartRefused extends Error {
  readonly persian: string
  readonly english: string

  constructor(persian: string, english: string) {
    super(`${persian}\n${english}`)
    this.name = 'StartRefused'
    this.persian = persian
    this.english = english
  }
}
