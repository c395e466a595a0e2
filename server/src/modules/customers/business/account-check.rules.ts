import { bankOfCard, bankOfSheba, checkBankCard, checkSheba, foldForStorage } from '@parvandeh/contract/persian'
import type { CodeProblem, NameByLocale } from '@parvandeh/contract/persian'

type AccountKind = 'sheba' | 'card'

/** A bank account's number as it is kept: in ASCII without separators, or as typed where it is no number at all. */
export function tidyAccount(kind: AccountKind, typed: string): { value: string; problem: CodeProblem | undefined } {
  const check = kind === 'sheba' ? checkSheba(typed) : checkBankCard(typed)
  return {
    value: check.problem === 'not-digits' || check.problem === 'empty' ? foldForStorage(typed) : check.value,
    problem: check.problem,
  }
}

/** What is doubted about a number that is kept. */
export const problemOfAccount = (kind: AccountKind, value: string): CodeProblem | undefined => tidyAccount(kind, value).problem

/** The bank that the number is of, where its head says so. */
export const bankOf = (kind: AccountKind, value: string): NameByLocale | undefined =>
  kind === 'sheba' ? bankOfSheba(value) : bankOfCard(value)
