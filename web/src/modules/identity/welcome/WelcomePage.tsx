import { Building2, PlayCircle } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { EntryFrame } from '../../../shell/EntryFrame.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DemoStart } from './DemoStart.tsx'
import { useWelcomeWords } from './messages.ts'
import { SetUpForm } from './SetUpForm.tsx'

/** The first page of a new installation. */
export function WelcomePage() {
  const words = useWelcomeWords()
  const [settingUp, setSettingUp] = useState(false)
  if (settingUp) {
    return (
      <EntryFrame title={words.setUpTitle}>
        <h1 className="sr-only">{words.setUpTitle}</h1>
        <SetUpForm onBack={() => setSettingUp(false)} />
      </EntryFrame>
    )
  }
  return (
    <EntryFrame title={words.title} wide>
      <h1 className="text-center text-display font-semibold">{words.title}</h1>
      <p className="mx-auto mt-2 mb-6 max-w-xl text-center text-balance text-muted">{words.subtitle}</p>
      <div className="grid gap-4 md:grid-cols-2">
        <Choice icon={<PlayCircle size={24} />} title={words.demoTitle} text={words.demoText}>
          <DemoStart />
        </Choice>
        <Choice icon={<Building2 size={24} />} title={words.ownTitle} text={words.ownText}>
          <Button className="w-full" onPress={() => setSettingUp(true)}>
            {words.ownButton}
          </Button>
        </Choice>
      </div>
    </EntryFrame>
  )
}

function Choice({ icon, title, text, children }: { icon: ReactNode; title: string; text: string; children: ReactNode }) {
  return (
    <section className="flex flex-col rounded-card border border-line bg-surface p-6">
      <div className="mb-3 grid size-11 place-items-center rounded-control bg-accent-soft text-accent-text" aria-hidden="true">
        {icon}
      </div>
      <h2 className="text-title font-semibold">{title}</h2>
      <p className="mt-1 mb-5 flex-1 text-muted">{text}</p>
      {children}
    </section>
  )
}
