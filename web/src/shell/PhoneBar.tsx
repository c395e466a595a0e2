import { Link } from '@tanstack/react-router'
import { Menu as MenuIcon } from 'lucide-react'
import { Button } from 'react-aria-components'
import { Menu, MenuItem, MenuTrigger } from '../ui/Menu.tsx'
import { useShellWords } from './messages.ts'
import type { Place } from './navigation.ts'

const shownPlaces = 4
const cell = 'flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 text-caption text-muted outline-none'

/** The sections of work under the thumb; what does not fit is behind "more". */
export function PhoneBar({ places }: { places: readonly Place[] }) {
  const words = useShellWords()
  const rest = places.slice(shownPlaces)
  return (
    <nav
      aria-label={words.navigation}
      data-print="no"
      className="fixed inset-x-0 bottom-0 z-20 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {places.slice(0, shownPlaces).map(({ name, to, icon: Icon }) => (
        <Link
          key={name}
          to={to as '/'}
          activeOptions={{ exact: to === '/', includeSearch: false }}
          activeProps={{ className: 'text-accent-text! font-medium', 'aria-current': 'page' }}
          className={cell}
        >
          <Icon size={20} aria-hidden="true" />
          <span className="max-w-full truncate px-0.5">{words.places[name]}</span>
        </Link>
      ))}
      {rest.length > 0 && (
        <MenuTrigger>
          <Button className={cell}>
            <MenuIcon size={20} aria-hidden="true" />
            {words.more}
          </Button>
          <Menu placement="top end">
            {rest.map(({ name, to, icon: Icon }) => (
              <MenuItem key={name} href={to} icon={<Icon size={18} />}>
                {words.places[name]}
              </MenuItem>
            ))}
          </Menu>
        </MenuTrigger>
      )}
    </nav>
  )
}
