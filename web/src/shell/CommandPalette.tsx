import { useNavigate } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { Autocomplete, Dialog, Header, Input, Menu, MenuItem, MenuSection, Modal, ModalOverlay, SearchField } from 'react-aria-components'
import { useMay } from '../api/session.ts'
import { useLanguage } from '../i18n/language.tsx'
import { floatingRow } from '../ui/classes.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { holds } from './keyboard-layout.ts'
import { useShellWords } from './messages.ts'
import { type Place, placesOpenTo } from './navigation.ts'
import type { Command, PaletteSource } from './palette.ts'
import { type FoundGroup, useFound } from './use-found.tsx'

export interface PaletteContents {
  places: readonly Place[]
  commands: readonly Command[]
  sources: readonly PaletteSource[]
}

interface CommandPaletteProps extends PaletteContents {
  isOpen: boolean
  onOpenChange: (open: boolean) => void
}

/** Opens everything: customers, requests, places and things to do. Typing in the wrong keyboard layout still finds them. */
export function CommandPalette({ isOpen, onOpenChange, ...contents }: CommandPaletteProps) {
  const words = useShellWords()
  return (
    <ModalOverlay
      isDismissable
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      className="fixed inset-0 z-40 bg-veil px-3 pt-[12dvh] data-entering:animate-[appear_100ms_ease-out] max-md:pt-3"
    >
      <Modal className="mx-auto max-w-2xl overflow-hidden rounded-card bg-raised shadow-floating">
        <Dialog aria-label={words.search} className="outline-none">
          <PaletteBody {...contents} close={() => onOpenChange(false)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function PaletteBody({ close, ...contents }: PaletteContents & { close: () => void }) {
  const words = useShellWords()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const groups = useGroups(typed, contents)
  const go = (href: string) => {
    close()
    void navigate({ href })
  }
  return (
    // The search field would only be emptied by Escape; here it is to close at once.
    <div onKeyDownCapture={(event) => event.key === 'Escape' && close()}>
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField aria-label={words.search} autoFocus className="flex items-center gap-3 border-b border-line px-4">
          <Search size={18} className="text-faint" aria-hidden="true" />
          <Input
            placeholder={words.searchHint}
            className="h-13 min-w-0 flex-1 bg-transparent text-title outline-none [&::-webkit-search-cancel-button]:hidden"
          />
          <Kbd keys="Esc" />
        </SearchField>
        <Menu
          aria-label={words.search}
          items={groups}
          onAction={(key) => {
            const item = groups.flatMap(({ items }) => items).find(({ id }) => id === key)
            if (item) go(item.href)
          }}
          className="max-h-[min(28rem,60dvh)] overflow-y-auto p-1.5 outline-none"
          renderEmptyState={() => (
            <p className="px-3 py-6 text-center text-small text-muted">{typed ? words.nothingFound : words.typeMore}</p>
          )}
        >
          {(group) => (
            <MenuSection id={group.id}>
              <Header className="px-2.5 pt-2 pb-1 text-caption text-faint">{group.title}</Header>
              {group.items.map((item) => (
                <MenuItem key={item.id} id={item.id} textValue={item.label} className={floatingRow}>
                  <span className="text-muted">{item.icon}</span>
                  <span className="min-w-0 flex-1 truncate">
                    <bdi>{item.label}</bdi>
                  </span>
                  {item.hint && <bdi className="truncate text-small text-muted">{item.hint}</bdi>}
                </MenuItem>
              ))}
            </MenuSection>
          )}
        </Menu>
      </Autocomplete>
    </div>
  )
}

function useGroups(typed: string, { places, commands, sources }: PaletteContents): FoundGroup[] {
  const words = useShellWords()
  const language = useLanguage()
  const may = useMay()
  const found = useFound(useDeferredValue(typed), sources)
  const both = (name: Place['name']) => `${useShellWords.in('fa').places[name]} ${useShellWords.in('en').places[name]}`
  const wanted = (text: string) => typed.trim() === '' || holds(text, typed)
  const doable: FoundGroup['items'] = [
    ...commands
      .filter(({ permission, label }) => (!permission || may(permission)) && wanted(`${label.fa} ${label.en}`))
      .map(({ id, label, icon: Icon, href }) => ({ id, href, label: label[language], icon: <Icon size={17} /> })),
    ...placesOpenTo(may, places)
      .filter(({ name }) => wanted(both(name)))
      .map(({ name, to, icon: Icon }) => ({ id: `to-${name}`, href: to, label: words.goTo(words.places[name]), icon: <Icon size={17} /> })),
  ]
  return [...found, { id: 'commands', title: words.commands, items: doable }].filter(({ items }) => items.length > 0)
}
