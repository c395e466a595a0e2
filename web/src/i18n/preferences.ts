import { useSyncExternalStore } from 'react'

export type Language = 'fa' | 'en'
export type Theme = 'system' | 'light' | 'dark'
export type Density = 'comfortable' | 'compact'

/** How one person likes the interface to look; kept in this browser. */
export interface Preferences {
  language: Language
  theme: Theme
  density: Density
  sidebarFolded: boolean
}

const storageKey = 'parvandeh.preferences'
const initial: Preferences = { language: 'fa', theme: 'system', density: 'comfortable', sidebarFolded: false }
const listeners = new Set<() => void>()
let current = read()

function oneOf<T>(allowed: readonly T[], value: unknown, otherwise: T): T {
  return allowed.find((option) => option === value) ?? otherwise
}

/** Storage may be refused (private windows) or hold anything; then the defaults stand. */
function read(): Preferences {
  try {
    const kept: unknown = JSON.parse(globalThis.localStorage?.getItem(storageKey) ?? '{}')
    const found = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>
    return {
      language: oneOf<Language>(['fa', 'en'], found.language, initial.language),
      theme: oneOf<Theme>(['system', 'light', 'dark'], found.theme, initial.theme),
      density: oneOf<Density>(['comfortable', 'compact'], found.density, initial.density),
      sidebarFolded: found.sidebarFolded === true,
    }
  } catch {
    return initial
  }
}

function write(next: Preferences) {
  try {
    globalThis.localStorage.setItem(storageKey, JSON.stringify(next))
  } catch {
    // The choice then lasts until the page is closed.
  }
}

/** The preferences outside React, for headers and the document element. */
export const preferences = (): Preferences => current

/** Changes some of the preferences at once, everywhere they are shown. */
export function setPreferences(change: Partial<Preferences>) {
  current = { ...current, ...change }
  write(current)
  showOnDocument()
  for (const listener of listeners) listener()
}

/** Puts language, direction, theme and density on `<html>`, where the style sheet and the screen reader look for them. */
export function showOnDocument() {
  const root = document.documentElement
  root.lang = current.language
  root.dir = current.language === 'fa' ? 'rtl' : 'ltr'
  root.dataset.density = current.density
  if (current.theme === 'system') delete root.dataset.theme
  else root.dataset.theme = current.theme
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The preferences of the person, followed as they change. */
export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, preferences)
