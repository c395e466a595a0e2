import type { Selection } from 'react-aria-components'
import { type Density, type Language, setPreferences, type Theme, usePreferences } from '../i18n/preferences.ts'
import { MenuItem, MenuSection } from '../ui/Menu.tsx'
import { useShellWords } from './messages.ts'

const languageNames = { fa: 'فارسی', en: 'English' }

function chosen<T extends string>(keys: Selection): T | undefined {
  const [key] = keys === 'all' ? [] : keys
  return key as T | undefined
}

/** Sections of a menu that set language, theme and density. */
export function AppearanceSections() {
  const words = useShellWords()
  const { language, theme, density } = usePreferences()
  const section = (title: string, value: string, choose: (keys: Selection) => void) => ({
    title,
    selectionMode: 'single' as const,
    selectedKeys: [value],
    onSelectionChange: choose,
  })
  const set = (change: Parameters<typeof setPreferences>[0], isChosen: unknown) => isChosen && setPreferences(change)
  return (
    <>
      <MenuSection {...section(words.language, language, (keys) => set({ language: chosen<Language>(keys)! }, chosen(keys)))}>
        {Object.entries(languageNames).map(([id, name]) => (
          <MenuItem key={id} id={id}>
            {name}
          </MenuItem>
        ))}
      </MenuSection>
      <MenuSection {...section(words.theme, theme, (keys) => set({ theme: chosen<Theme>(keys)! }, chosen(keys)))}>
        {Object.entries(words.themes).map(([id, name]) => (
          <MenuItem key={id} id={id}>
            {name}
          </MenuItem>
        ))}
      </MenuSection>
      <MenuSection {...section(words.density, density, (keys) => set({ density: chosen<Density>(keys)! }, chosen(keys)))}>
        {Object.entries(words.densities).map(([id, name]) => (
          <MenuItem key={id} id={id}>
            {name}
          </MenuItem>
        ))}
      </MenuSection>
    </>
  )
}
