import { LockKeyhole } from 'lucide-react'
import type { ReactNode } from 'react'
import { useMay } from '../../api/session.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { Page } from '../../ui/Page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useSettingWords } from './messages.ts'
import { type SectionName, sections } from './sections.ts'

interface SettingsFrameProps {
  section: SectionName
  /** A page below that of the section: its own title and text. */
  page?: { title: string; text: string }
  aside?: ReactNode
  actions?: ReactNode
  narrow?: boolean
  children: ReactNode
}

/** The frame of one page of settings: what it changes and for whom, and the way back. It says so when it is not open. */
export function SettingsFrame({ section, page, aside, actions, narrow = false, children }: SettingsFrameProps) {
  const words = useSettingWords()
  const may = useMay()
  const within = words.sections[section]
  const { title, text } = page ?? within
  const home = sections.find(({ name }) => name === section)
  const needed = home?.permission
  const isOpen = !needed || may(needed)
  return (
    <Page
      title={title}
      subtitle={text}
      aside={aside}
      actions={isOpen ? actions : undefined}
      narrow={narrow}
      above={
        <Breadcrumbs
          trail={[
            { label: words.title, href: '/settings' },
            ...(page && home ? [{ label: within.title, href: home.to }] : []),
            { label: title },
          ]}
        />
      }
    >
      <title>{title}</title>
      {isOpen ? (
        children
      ) : (
        <EmptyState icon={<LockKeyhole size={22} />} title={words.refusedTitle}>
          {words.refusedText}
        </EmptyState>
      )}
    </Page>
  )
}
