import { sessionRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Keyboard, LogOut, Plus, Search, SlidersHorizontal, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useWrite } from '../api/query.ts'
import { sessionQuery, useMay, useSession } from '../api/session.ts'
import { useLanguage } from '../i18n/language.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { focusRing } from '../ui/classes.ts'
import { forgetDrafts } from '../ui/draft.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { Menu, MenuItem, MenuLine, MenuTrigger } from '../ui/Menu.tsx'
import { toastFailure } from '../ui/toast.tsx'
import { AppearanceSections } from './Appearance.tsx'
import { useShellWords } from './messages.ts'
import type { Command } from './palette.ts'

interface TopBarProps {
  commands: readonly Command[]
  bell: ReactNode
  onSearch: () => void
  onKeys: () => void
}

/** Search, add, appearance and me. */
export function TopBar({ commands, bell, onSearch, onKeys }: TopBarProps) {
  const words = useShellWords()
  return (
    <header
      data-print="no"
      className="sticky top-0 z-10 flex h-14 shrink-0 items-center gap-2 border-b border-line bg-surface px-3 md:px-6"
    >
      <AriaButton
        onPress={onSearch}
        className={`flex h-9 min-w-0 flex-1 cursor-pointer items-center gap-2.5 rounded-control border border-line bg-sunken px-3 text-body text-faint data-hovered:border-line-strong md:max-w-md pointer-coarse:h-11 ${focusRing}`}
      >
        <Search size={17} className="shrink-0" />
        <span className="flex-1 truncate text-start">{words.search}</span>
        <span className="max-md:hidden">
          <Kbd keys="Ctrl+K" />
        </span>
      </AriaButton>
      <span className="flex-1 max-md:hidden" />
      <QuickAdd commands={commands} />
      {bell}
      <MenuTrigger>
        <IconButton label={words.appearance} icon={<SlidersHorizontal size={18} />} />
        <Menu aria-label={words.appearance}>
          <AppearanceSections />
        </Menu>
      </MenuTrigger>
      <MeMenu onKeys={onKeys} />
    </header>
  )
}

function QuickAdd({ commands }: { commands: readonly Command[] }) {
  const words = useShellWords()
  const language = useLanguage()
  const may = useMay()
  const open = commands.filter(({ permission }) => !permission || may(permission))
  if (open.length === 0) return null
  return (
    <MenuTrigger>
      <Button variant="primary" icon={<Plus size={17} />} aria-label={words.add} className="max-md:px-3">
        <span className="max-md:hidden">{words.add}</span>
      </Button>
      <Menu>
        {open.map(({ id, label, icon: Icon, href }) => (
          <MenuItem key={id} id={id} href={href} icon={<Icon size={17} />}>
            {label[language]}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}

function MeMenu({ onKeys }: { onKeys: () => void }) {
  const words = useShellWords()
  const { person, organisation } = useSession()
  const client = useQueryClient()
  const navigate = useNavigate()
  const signOut = useWrite(sessionRoutes.signOut, {
    onSuccess: async () => {
      client.clear()
      forgetDrafts()
      await client.ensureQueryData(sessionQuery)
      await navigate({ to: '/sign-in' })
    },
    onError: toastFailure,
  })
  if (!person) return null
  return (
    <MenuTrigger>
      <AriaButton className={`grid size-control cursor-pointer place-items-center rounded-full data-hovered:opacity-85 ${focusRing}`}>
        <Avatar name={person.name} />
        <span className="sr-only">
          {`${words.me}: `}
          <bdi>{person.name}</bdi>
        </span>
      </AriaButton>
      <Menu>
        <MenuItem id="me" isDisabled hint={[organisation?.name, ...person.roles].filter(Boolean).join(' · ')}>
          {person.name}
        </MenuItem>
        <MenuLine />
        <MenuItem id="account" icon={<UserRound size={17} />} href="/settings/me">
          {words.myAccount}
        </MenuItem>
        <MenuItem id="keys" icon={<Keyboard size={17} />} keys="?" onAction={onKeys}>
          {words.keys}
        </MenuItem>
        <MenuItem id="out" icon={<LogOut size={17} className="turns" />} onAction={() => signOut.mutate({})}>
          {words.signOut}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
