import { Link } from '@tanstack/react-router'
import { PanelRightClose, PanelRightOpen } from 'lucide-react'
import { Tooltip, TooltipTrigger } from '../ui/Tooltip.tsx'
import { Focusable } from 'react-aria-components'
import { setPreferences, usePreferences } from '../i18n/preferences.ts'
import { classes } from '../ui/classes.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Brand } from './Brand.tsx'
import { type GroupName, useShellWords } from './messages.ts'
import type { Place } from './navigation.ts'

/** The sections of work at the reading start: right in Persian. Folded, it keeps the icons. */
export function Sidebar({ places }: { places: readonly Place[] }) {
  const words = useShellWords()
  const folded = usePreferences().sidebarFolded
  const groups = [...new Set(places.map(({ group }) => group))]
  const Fold = folded ? PanelRightOpen : PanelRightClose
  return (
    <nav
      aria-label={words.navigation}
      data-print="no"
      className={classes(
        'sticky top-0 flex h-dvh shrink-0 flex-col border-e border-line bg-sunken max-md:hidden',
        folded ? 'w-14' : 'w-56',
      )}
    >
      <div className={classes('flex h-14 shrink-0 items-center', folded ? 'justify-center' : 'ps-4')}>
        <Link to="/" className="rounded-control">
          <Brand nameHidden={folded} />
        </Link>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-2">
        {groups.map((group) => (
          <NavigationGroup key={group} group={group} folded={folded} places={places.filter((place) => place.group === group)} />
        ))}
      </div>
      <div className={classes('p-2', !folded && 'text-end')}>
        <IconButton
          size="small"
          label={folded ? words.unfold : words.fold}
          icon={<Fold size={18} className="in-[[dir=ltr]]:-scale-x-100" />}
          onPress={() => setPreferences({ sidebarFolded: !folded })}
        />
      </div>
    </nav>
  )
}

function NavigationGroup({ group, folded, places }: { group: GroupName; folded: boolean; places: readonly Place[] }) {
  const words = useShellWords()
  return (
    <section className="mb-3">
      {folded ? (
        <hr className="mx-2 mb-2 border-line first:hidden" />
      ) : (
        <h2 className="px-2.5 pb-1 text-caption text-faint">{words.groups[group]}</h2>
      )}
      <ul className="flex flex-col gap-0.5">
        {places.map((place) => (
          <li key={place.name}>
            <PlaceLink place={place} folded={folded} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const activeLook = 'bg-accent-soft font-medium text-accent-text!'

function PlaceLink({ place: { name, to, icon: Icon }, folded }: { place: Place; folded: boolean }) {
  const words = useShellWords()
  const link = (
    <Link
      to={to as '/'}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      activeProps={{ className: activeLook, 'aria-current': 'page' }}
      className={classes(
        'flex h-9 items-center gap-2.5 rounded-control text-body text-muted hover:bg-hover hover:text-text',
        folded ? 'justify-center' : 'px-2.5',
      )}
      aria-label={folded ? words.places[name] : undefined}
    >
      <Icon size={18} aria-hidden="true" className="shrink-0" />
      {!folded && <span className="truncate">{words.places[name]}</span>}
    </Link>
  )
  if (!folded) return link
  return (
    <TooltipTrigger delay={200}>
      <Focusable>{link}</Focusable>
      <Tooltip placement="start">{words.places[name]}</Tooltip>
    </TooltipTrigger>
  )
}
