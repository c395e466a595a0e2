import { createContext, use, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { type Language, usePreferences } from './preferences.ts'

const LanguageContext = createContext<Language>('fa')

const locales = { fa: 'fa-IR', en: 'en-GB' } as const

/** The language in force here. */
export const useLanguage = (): Language => use(LanguageContext)

/** Sets one language for everything inside it, React Aria's own words, calendar and digits included. */
function LanguageScope({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <LanguageContext value={language}>
      <I18nProvider locale={locales[language]}>{children}</I18nProvider>
    </LanguageContext>
  )
}

/** The language that the person has chosen. */
export function PreferredLanguage({ children }: { children: ReactNode }) {
  return <LanguageScope language={usePreferences().language}>{children}</LanguageScope>
}
