import { foldJoined } from '@parvandeh/contract/persian'
import { useSettingWords } from './messages.ts'
import type { SectionName } from './sections.ts'

/** Whether a page of settings is about what was typed, in either language: by its name, what it says, and other words for it. */
export function fitsSetting(name: SectionName, typed: string): boolean {
  const both = (['fa', 'en'] as const).map((language) => useSettingWords.in(language).sections[name])
  return foldJoined(both.map(({ title, text, words }) => `${title} ${text} ${words}`).join(' ')).includes(foldJoined(typed))
}
