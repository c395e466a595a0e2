import { useQuery } from '@tanstack/react-query'
import { CatchBoundary, type ErrorComponentProps, useLocation } from '@tanstack/react-router'
import { setPreferences, usePreferences } from '../i18n/preferences.ts'
import { Select } from '../ui/Select.tsx'
import type { Stories } from './story.ts'
import { useKitWords } from './messages.ts'

const files = import.meta.glob<{ stories: Stories }>('../**/*.stories.tsx')

/** Shows every component with its states, in development only; `/kit#buttons` those of one file alone. */
export function KitPage() {
  const words = useKitWords()
  const only = useLocation({ select: ({ hash }) => hash })
  const { data } = useQuery({
    queryKey: ['kit'],
    queryFn: () => Promise.all(Object.entries(files).map(async ([path, load]) => [path, (await load()).stories] as const)),
  })
  const shown = only === '' ? data : data?.filter(([path]) => nameOf(path) === only)
  return (
    <main className="mx-auto max-w-6xl p-4 md:p-8">
      <h1 className="text-display font-semibold">{words.title}</h1>
      <Preferences />
      {shown?.map(([path, stories]) => (
        <section key={path} id={nameOf(path)} className="mt-10">
          <h2 className="mb-4 border-b border-line pb-1 text-heading font-semibold">{nameOf(path)}</h2>
          <div className="grid gap-6">
            {Object.entries(stories).map(([name, Story]) => (
              <article key={name} className="min-w-0">
                <h3 className="mb-2 text-small text-muted">{name}</h3>
                <CatchBoundary getResetKey={() => name} errorComponent={Failed}>
                  <Story />
                </CatchBoundary>
              </article>
            ))}
          </div>
        </section>
      ))}
    </main>
  )
}

const nameOf = (path: string) => path.replace(/^.*\//, '').replace('.stories.tsx', '')

/** A story that cannot be drawn, in its place among the others. */
const Failed = ({ error }: ErrorComponentProps) => (
  <pre data-failed className="text-danger">
    {String(error)}
  </pre>
)

function Preferences() {
  const words = useKitWords()
  const { language, theme, density } = usePreferences()
  return (
    <div className="mt-4 grid max-w-xl grid-cols-3 gap-3">
      <Select label={words.language} value={language} onChange={(id) => setPreferences({ language: id })} options={words.languages} />
      <Select label={words.theme} value={theme} onChange={(id) => setPreferences({ theme: id })} options={words.themes} />
      <Select label={words.density} value={density} onChange={(id) => setPreferences({ density: id })} options={words.densities} />
    </div>
  )
}
