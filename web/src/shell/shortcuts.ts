import { useEffect, useRef, useSyncExternalStore } from 'react'

/** A key that does something on the page in view. */
export interface Shortcut {
  /** The physical key (`KeyE`), so that the Persian layout changes nothing. */
  code: string
  /** As it is written on the key, for the list of keys. */
  keys: string
  label: string
  run: () => void
  ctrl?: boolean
  shift?: boolean
}

let registered: readonly Shortcut[] = []
const listeners = new Set<() => void>()

function register(shortcut: Shortcut) {
  registered = [...registered, shortcut]
  for (const listener of listeners) listener()
  return () => {
    registered = registered.filter((other) => other !== shortcut)
    for (const listener of listeners) listener()
  }
}

/** Binds a key while the component is on the page; it appears in the list that `?` shows. */
export function useShortcut(shortcut: Shortcut) {
  const { code, keys, label, ctrl = false, shift = false } = shortcut
  const run = useRef(shortcut.run)
  useEffect(() => {
    run.current = shortcut.run
  })
  useEffect(() => register({ code, keys, label, ctrl, shift, run: () => run.current() }), [code, keys, label, ctrl, shift])
}

/** The keys bound at the moment. */
export function useRegisteredShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => registered,
  )
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input,textarea,select,[role=spinbutton],[role=listbox],[role=menu]') !== null)

const isCovered = () => document.querySelector('[role=dialog][data-rac],[role=alertdialog][aria-modal=true]') !== null

function onKeyDown(event: KeyboardEvent) {
  const ctrl = event.ctrlKey || event.metaKey
  if (event.defaultPrevented || event.altKey || event.repeat) return
  if (!ctrl && (isTyping(event.target) || isCovered())) return
  const found = registered.findLast(
    (one) => one.code === event.code && (one.ctrl ?? false) === ctrl && (one.shift ?? false) === event.shiftKey,
  )
  if (!found) return
  event.preventDefault()
  found.run()
}

/** Listens for the bound keys; once, in the frame. */
export function useShortcutListener() {
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
