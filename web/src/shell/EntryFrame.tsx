import { SlidersHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu, MenuTrigger } from '../ui/Menu.tsx'
import { AppearanceSections } from './Appearance.tsx'
import { Brand } from './Brand.tsx'
import { useShellWords } from './messages.ts'
import { DemoRibbon } from './Ribbons.tsx'
import { WaitingNotice } from './waiting/WaitingNotice.tsx'

/** The frame of pages before sign-in: the mark, one card, and the choice of language and theme. */
export function EntryFrame({ title, children, wide = false }: { title: string; children: ReactNode; wide?: boolean }) {
  const words = useShellWords()
  return (
    <div className="flex min-h-dvh flex-col">
      <title>{`${title} — ${words.product}`}</title>
      <DemoRibbon />
      <WaitingNotice />
      <header className="flex items-center justify-between px-4 py-3 md:px-8">
        <Brand />
        <MenuTrigger>
          <IconButton label={words.appearance} icon={<SlidersHorizontal size={18} />} />
          <Menu aria-label={words.appearance}>
            <AppearanceSections />
          </Menu>
        </MenuTrigger>
      </header>
      <main
        id="content"
        className={`mx-auto flex w-full flex-1 flex-col justify-center px-4 pt-4 pb-[12dvh] ${wide ? 'max-w-4xl' : 'max-w-md'}`}
      >
        {children}
      </main>
    </div>
  )
}
