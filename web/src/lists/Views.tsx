import type { ListName, SavedView } from '@parvandeh/contract'
import { useLocation } from '@tanstack/react-router'
import { Bookmark, BookmarkPlus, Ellipsis, EyeOff, House, Pencil, RotateCcw, Trash2, Users } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Link } from '../ui/Link.tsx'
import { Menu, MenuItem, MenuLine, MenuTrigger } from '../ui/Menu.tsx'
import type { ColumnChoice } from '../ui/table/layout.rules.ts'
import { isBare, type ListSearch } from './list-search.ts'
import { useListsWords } from './messages.ts'
import { useViews, useViewVerbs } from './use-views.ts'
import { addressOfView, isChanged, searchOfView } from './view.rules.ts'

const ViewDialog = lazy(() => import('./ViewDialog.tsx').then((loaded) => ({ default: loaded.ViewDialog })))

/** A view that comes with the list. */
export interface Preset {
  id: string
  label: string
  search: object
}

/** Whether what is shown is worth a name of its own: no preset fits, or more is asked than it asks. */
function isBeyond(search: ListSearch, { presets, preset }: Pick<ViewsProps, 'presets' | 'preset'>): boolean {
  const own = presets.find(({ id }) => id === preset)
  return !own || isChanged(search, { search: own.search as SavedView['search'], group: null })
}

interface ViewsProps {
  list: ListName
  presets: readonly Preset[]
  /** The preset that the address makes up, if any. */
  preset: string | null
  search: ListSearch
  choice: readonly ColumnChoice[]
  onShow: (search: ListSearch) => void
}

/** The views in a row: those that come with the list and those that were saved; and what may be done with the one in force. */
export function Views({ list, presets, preset, search, choice, onShow }: ViewsProps) {
  const words = useListsWords()
  const { views, canShareWithAll } = useViews(list)
  const [asking, setAsking] = useState<'new' | SavedView | null>(null)
  const current = views.find(({ id }) => id === search.view)
  const hasDefault = views.some(({ isDefault }) => isDefault)
  useDefaultView(views, search, onShow)
  const kept = { list, search: searchOfView(search), columns: [...choice], group: search.group ?? null }
  return (
    <nav aria-label={words.views} data-print="no" className="flex min-w-0 flex-wrap items-center gap-x-1 gap-y-1">
      <div className="flex min-w-0 items-center gap-0.5 overflow-x-auto">
        {presets.map(({ id, label, search: own }) => (
          <Tab key={id} isOn={!current && preset === id} search={isBare(own) && hasDefault ? { view: 'none' } : own}>
            {label}
          </Tab>
        ))}
        {views.map((view) => (
          <Tab
            key={view.id}
            isOn={view === current}
            search={addressOfView(view)}
            title={!view.usable ? words.view.unusable : view.mine ? undefined : words.view.by(view.ownerName)}
            icon={!view.usable ? <EyeOff size={14} /> : view.audience === 'private' ? <Bookmark size={14} /> : <Users size={14} />}
          >
            {view.name}
          </Tab>
        ))}
      </div>
      {current ? (
        <CurrentView
          list={list}
          view={current}
          isChanged={isChanged(search, current)}
          kept={kept}
          onShow={onShow}
          onAsk={(asked) => setAsking(asked === 'new' ? 'new' : current)}
        />
      ) : isBeyond(search, { presets, preset }) ? (
        <Button size="small" variant="quiet" icon={<BookmarkPlus size={15} />} onPress={() => setAsking('new')}>
          {words.view.saveNew}
        </Button>
      ) : null}
      {asking !== null && (
        <Suspense>
          <ViewDialog
            view={asking === 'new' ? undefined : asking}
            kept={kept}
            canShareWithAll={canShareWithAll}
            onClose={() => setAsking(null)}
            onSaved={(view) => {
              setAsking(null)
              if (asking === 'new') onShow(addressOfView(view))
            }}
          />
        </Suspense>
      )}
    </nav>
  )
}

/** Whoever comes to the list with an address that says nothing is shown the view they have chosen for that. */
function useDefaultView(views: readonly SavedView[], search: ListSearch, onShow: (search: ListSearch) => void) {
  const first = views.find(({ isDefault }) => isDefault)
  const isWanted = first !== undefined && isBare(search)
  useEffect(() => {
    if (isWanted) onShow(addressOfView(first))
  })
}

interface TabProps {
  isOn: boolean
  search: object
  title?: string | undefined
  icon?: React.ReactNode
  children: string
}

function Tab({ isOn, search, title, icon, children }: TabProps) {
  const { pathname } = useLocation()
  return (
    <Link
      to={pathname}
      search={search as never}
      title={title}
      aria-current={isOn ? 'page' : undefined}
      preload={false}
      className={classes(
        'inline-flex min-h-control-small max-w-56 shrink-0 items-center gap-1.5 rounded-control! px-2.5 text-small whitespace-nowrap -outline-offset-2! no-underline! hover:bg-hover',
        isOn ? 'bg-accent-soft font-medium text-accent-text!' : 'text-muted! hover:text-text!',
      )}
    >
      {icon}
      <bdi className="truncate">{children}</bdi>
    </Link>
  )
}

interface CurrentViewProps {
  list: ListName
  view: SavedView
  isChanged: boolean
  kept: Pick<SavedView, 'search' | 'columns' | 'group'>
  onShow: (search: ListSearch) => void
  onAsk: (what: 'new' | 'view') => void
}

/** Whether the list still stands as the view has it, and what may be done with the view. */
function CurrentView({ list, view, isChanged: hasChanged, kept: { search, columns, group }, onShow, onAsk }: CurrentViewProps) {
  const words = useListsWords().view
  const { change, remove, setDefault } = useViewVerbs(list)
  const save = () =>
    change.mutate(
      { params: { viewId: view.id }, body: { search, columns, group, version: view.version } },
      { onSuccess: (saved) => onShow(addressOfView(saved)) },
    )
  return (
    <>
      <MenuTrigger>
        <IconButton size="small" label={words.more(view.name)} icon={<Ellipsis size={16} />} />
        <Menu>
          {view.can.change && (
            <MenuItem id="rename" icon={<Pencil size={16} />} onAction={() => onAsk('view')}>
              {words.rename}
            </MenuItem>
          )}
          <MenuItem id="copy" icon={<BookmarkPlus size={16} />} onAction={() => onAsk('new')}>
            {words.saveAs}
          </MenuItem>
          <MenuItem id="default" icon={<House size={16} />} onAction={() => setDefault(view.isDefault ? null : view.id)}>
            {view.isDefault ? words.dropDefault : words.makeDefault}
          </MenuItem>
          {view.can.change && <MenuLine />}
          {view.can.change && (
            <MenuItem id="remove" danger icon={<Trash2 size={16} />} onAction={() => remove(view, () => onShow({ view: 'none' }))}>
              {words.remove}
            </MenuItem>
          )}
        </Menu>
      </MenuTrigger>
      {hasChanged && (
        <>
          <span className="rounded-full bg-caution-soft px-2 text-caption text-caution">{words.changed}</span>
          {view.can.change && (
            <Button size="small" variant="quiet" pending={change.isPending} onPress={save}>
              {words.save}
            </Button>
          )}
          <Button size="small" variant="quiet" onPress={() => onAsk('new')}>
            {words.saveAs}
          </Button>
          <IconButton size="small" label={words.back} icon={<RotateCcw size={15} />} onPress={() => onShow(addressOfView(view))} />
        </>
      )}
    </>
  )
}
