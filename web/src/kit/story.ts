import type { ReactNode } from 'react'
import { useLanguage } from '../i18n/language.tsx'

/** States of a component worth looking at: a file `*.stories.tsx` beside it exports `stories` of this shape. */
export type Stories = Record<string, () => ReactNode>

/** Words of a story in the language in force; stories are not part of the product, so theirs lie within them. */
export function useSay() {
  const language = useLanguage()
  return (fa: string, en: string) => (language === 'fa' ? fa : en)
}
