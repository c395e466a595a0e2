import { useLanguage } from './language.tsx'
import type { Language } from './preferences.ts'

/** Words of a screen in both languages. A word is a string, or a function of what it speaks about. */
export type Words = { readonly [key: string]: string | ((...values: never[]) => string) | Words }

/**
 * Joins the words of one screen and gives the hook that reads them in the language in force.
 * The English words have the type of the Persian ones, so neither can lack an entry.
 */
export function defineMessages<T extends Words>(fa: T, en: NoInfer<T>) {
  const both: Record<Language, T> = { fa, en }
  const useMessages = () => both[useLanguage()]
  return Object.assign(useMessages, { in: (language: Language) => both[language] })
}
