import { Outlet, useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useLiveUpdates } from '../api/live.ts'
import { useMay, useSession } from '../api/session.ts'
import { focusFirstRow } from '../ui/table-keys.ts'
import { CommandPalette, type PaletteContents } from './CommandPalette.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { useShellWords } from './messages.ts'
import { placesOpenTo } from './navigation.ts'
import { PhoneBar } from './PhoneBar.tsx'
import { DemoRibbon } from './Ribbons.tsx'
import { useShortcut, useShortcutListener } from './shortcuts.ts'
import { Sidebar } from './Sidebar.tsx'
import { TopBar } from './TopBar.tsx'
import { WaitingNotice } from './waiting/WaitingNotice.tsx'

/** The frame around the pages of those who have signed in. What it holds is given by the routes. */
export function AppFrame({ bell, ...contents }: PaletteContents & { bell: ReactNode }) {
  const words = useShellWords()
  const [searching, setSearching] = useState(false)
  const [showingKeys, setShowingKeys] = useState(false)
  const places = placesOpenTo(useMay(), contents.places)
  const { keyNames } = words
  useLiveUpdates(useSession().person !== null)
  useShortcutListener()
  useShortcut({ code: 'KeyK', ctrl: true, everywhere: true, keys: 'Ctrl+K', label: keyNames.palette, run: () => setSearching(true) })
  useShortcut({ code: 'Slash', keys: '/', label: keyNames.palette, run: () => setSearching(true) })
  useShortcut({ code: 'Slash', shift: true, keys: '?', label: keyNames.help, run: () => setShowingKeys(true) })
  useShortcut({ code: 'KeyJ', keys: 'J', label: keyNames.rows, run: focusFirstRow })
  return (
    <div className="flex min-h-dvh">
      <a
        href="#content"
        className="sr-only z-50 rounded-control bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:start-3 focus:top-3"
      >
        {words.skip}
      </a>
      <Sidebar places={places} />
      <div className="flex min-w-0 flex-1 flex-col md:[@media(min-height:36rem)]:has-data-fills:h-dvh print:h-auto!">
        <DemoRibbon />
        <WaitingNotice />
        <TopBar commands={contents.commands} bell={bell} onSearch={() => setSearching(true)} onKeys={() => setShowingKeys(true)} />
        <Content />
      </div>
      <PhoneBar places={places} />
      <CommandPalette {...contents} isOpen={searching} onOpenChange={setSearching} />
      <KeysDialog isOpen={showingKeys} onOpenChange={setShowingKeys} />
    </div>
  )
}

/** The page itself. After going to another page the screen reader and the keyboard begin at its start. */
function Content() {
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current !== pathname) main.current?.focus({ preventScroll: true })
    shown.current = pathname
  }, [pathname])
  return (
    <main
      ref={main}
      id="content"
      tabIndex={-1}
      className="min-w-0 flex-1 outline-none max-md:pb-16 has-data-fills:flex has-data-fills:min-h-0 has-data-fills:flex-col print:block!"
    >
      <Outlet />
    </main>
  )
}
