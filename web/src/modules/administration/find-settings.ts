import type { Permission } from '@parvandeh/contract'
import { fitsSetting } from './fits-setting.ts'
import { useSettingWords } from './messages.ts'
import { sections } from './sections.ts'

/** The pages of settings that are about what was typed and open to the person, for the palette. */
export function findSettings(typed: string, may: (permission: Permission) => boolean, language: 'fa' | 'en') {
  const words = useSettingWords.in(language).sections
  return sections
    .filter(({ name, permission }) => (!permission || may(permission)) && fitsSetting(name, typed))
    .map(({ name, to }) => ({ id: `setting-${name}`, label: words[name].title, hint: words[name].text, href: to }))
}
