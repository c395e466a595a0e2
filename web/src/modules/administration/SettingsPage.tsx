import { useState } from 'react'
import { Link } from 'react-aria-components'
import { useMay } from '../../api/session.ts'
import { classes, focusRing } from '../../ui/classes.ts'
import { Page } from '../../ui/Page.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { fitsSetting } from './fits-setting.ts'
import { useSettingWords } from './messages.ts'
import { sections } from './sections.ts'

/** Every page of settings that is open to the person, found by what it is about, in either language. */
export function SettingsPage() {
  const words = useSettingWords()
  const may = useMay()
  const [typed, setTyped] = useState('')
  const found = sections.filter(({ name, permission }) => (!permission || may(permission)) && fitsSetting(name, typed))
  const groups = (['mine', 'organisation'] as const).filter((group) => found.some((one) => one.group === group))
  return (
    <Page title={words.title}>
      <title>{words.title}</title>
      <SearchField label={words.search} value={typed} onChange={setTyped} autoFocus className="w-full max-w-xl" />
      {groups.map((group) => (
        <section key={group}>
          <h2 className="mb-2 text-small font-semibold text-muted">{words.groups[group]}</h2>
          <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
            {found
              .filter((one) => one.group === group)
              .map(({ name, to, icon: Icon }) => (
                <li key={name}>
                  <Link
                    href={to}
                    className={classes(
                      'flex h-full gap-3.5 rounded-card border border-line bg-surface p-4 transition-colors duration-100 data-hovered:border-accent-line data-hovered:bg-accent-soft',
                      focusRing,
                    )}
                  >
                    <span
                      aria-hidden="true"
                      className="grid size-10 shrink-0 place-items-center rounded-control bg-accent-soft text-accent-text"
                    >
                      <Icon size={20} />
                    </span>
                    <span className="min-w-0">
                      <span className="block font-semibold">{words.sections[name].title}</span>
                      <span className="block text-small text-muted">{words.sections[name].text}</span>
                    </span>
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
      {found.length === 0 && <p className="py-8 text-center text-muted">{words.nothing}</p>}
    </Page>
  )
}
