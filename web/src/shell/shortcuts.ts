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
  /** With Ctrl: also while a dialog lies over the page. */
  everywhere?: boolean
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
  const { code, keys, label, ctrl = false, shift = false, everywhere = false } = shortcut
  const run = useRef(shortcut.run)
  useEffect(() => {
    run.current = shortcut.run
  })
  useEffect(
    () => register({ code, keys, label, ctrl, shift, everywhere, run: () => run.current() }),
    [code, keys, label, ctrl, shift, everywhere],
  )
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

const boundTo = (event: KeyboardEvent, ctrl: boolean): Shortcut | undefined =>
  event.altKey || event.repeat
    ? undefined
    : registered.findLast((one) => one.code === event.code && (one.ctrl ?? false) === ctrl && (one.shift ?? false) === event.shiftKey)

const hasCtrl = (event: KeyboardEvent) => event.ctrlKey || event.metaKey

/** Taken on the way down: a button that has the focus would take Ctrl+Enter for a press of itself, and a field keep its keys. */
function onKeyDownBefore(event: KeyboardEvent) {
  const found = hasCtrl(event) ? boundTo(event, true) : undefined
  if (!found) return
  event.preventDefault()
  if (isCovered() && !found.everywhere) return
  event.stopPropagation()
  found.run()
}

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || hasCtrl(event) || isTyping(event.target) || isCovered()) return
  const found = boundTo(event, false)
  if (!found) return
  event.preventDefault()
  found.run()
}

/** Listens for the bound keys; once, in the frame. */
export function useShortcutListener() {
  useEffect(() => {
    document.addEventListener('keydown', onKeyDownBefore, true)
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onKeyDownBefore, true)
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [])
}
