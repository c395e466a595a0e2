import { useDirectory } from '../../../api/directory.ts'
import { useSession } from '../../../api/session.ts'
import { type Density, type Language, setPreferences, type Theme, usePreferences } from '../../../i18n/preferences.ts'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { useSecurityWords } from '../security/messages.ts'
import { PasswordForm } from '../security/PasswordForm.tsx'
import { SecondFactorCard } from '../security/SecondFactorCard.tsx'
import { SessionsCard } from '../security/SessionsCard.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import { useMeWords } from './messages.ts'
import { Tokens } from './Tokens.tsx'

/** What is one's own: password and second factor, sessions, tokens, and how the interface looks. */
export function MePage() {
  const security = useSecurityWords()
  return (
    <SettingsFrame section="me" narrow>
      <WhoIAm />
      <Looks />
      <Card title={security.password}>
        <PasswordForm asksAboutTokens />
      </Card>
      <SecondFactorCard />
      <SessionsCard />
      <Tokens />
    </SettingsFrame>
  )
}

function WhoIAm() {
  const words = useMeWords()
  const { person } = useSession()
  const { unitName } = useDirectory()
  if (!person) return null
  return (
    <Card title={words.who}>
      <Facts
        columns={2}
        facts={[
          { term: words.facts.name, value: <Bidi>{person.name}</Bidi> },
          { term: words.facts.username, value: person.username ? <Bidi ltr>{person.username}</Bidi> : '—' },
          { term: words.facts.unit, value: unitName(person.unitId) ?? words.noUnit },
          { term: words.facts.roles, value: <Bidi>{person.roles.join(' · ') || '—'}</Bidi> },
        ]}
      />
      <p className="mt-3 text-small text-muted">{words.whoHint}</p>
    </Card>
  )
}

/** A language is named in itself. */
const languageNames = { fa: 'فارسی', en: 'English' }

function Looks() {
  const words = useMeWords()
  const { language, theme, density } = usePreferences()
  const options = <Id extends string>(names: Record<Id, string>) => (Object.keys(names) as Id[]).map((id) => ({ id, label: names[id] }))
  return (
    <Card title={words.appearance}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Segmented<Language>
          showLabel
          label={words.language}
          options={options(languageNames)}
          value={language}
          onChange={(next) => setPreferences({ language: next })}
        />
        <Segmented<Density>
          showLabel
          label={words.density}
          options={options(words.densities)}
          value={density}
          onChange={(next) => setPreferences({ density: next })}
        />
        <Segmented<Theme>
          showLabel
          label={words.theme}
          options={options(words.themes)}
          value={theme}
          onChange={(next) => setPreferences({ theme: next })}
        />
      </div>
      <p className="mt-3 text-small text-muted">{words.appearanceHint}</p>
    </Card>
  )
}
