import { weekdayNames } from '@parvandeh/contract/persian'
import { ArrowDownToLine, Plus } from 'lucide-react'
import { useLanguage } from '../../../../i18n/language.tsx'
import { useFormat } from '../../../../persian/format.ts'
import { Bidi } from '../../../../ui/Bidi.tsx'
import { IconButton } from '../../../../ui/IconButton.tsx'
import type { Spell, Week } from '../calendar.types.ts'
import { useCalendarWords } from '../messages.ts'
import { SpellFields } from './SpellFields.tsx'
import { copyDown, nextSpell } from './week.ts'

interface WeekEditorProps {
  week: Week
  canChange: boolean
  onChange: (week: Week) => void
}

/** The days of a week from Saturday, each with its shifts; a day without one is a weekend. */
export function WeekEditor({ week, canChange, onChange }: WeekEditorProps) {
  const language = useLanguage()
  return (
    <ul className="divide-y divide-line">
      {weekdayNames[language].map((name, index) => (
        <li key={name} className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1.5 py-1.5">
          <span className="w-24 font-medium max-sm:order-first">{name}</span>
          <DayOfWeek
            name={name}
            spells={week[index] ?? []}
            canChange={canChange}
            onChange={(spells) => onChange(week.map((own, place) => (place === index ? spells : own)))}
            onCopyDown={index < 5 ? () => onChange(copyDown(week, index)) : undefined}
          />
        </li>
      ))}
    </ul>
  )
}

interface DayOfWeekProps {
  name: string
  spells: readonly Spell[]
  canChange: boolean
  onChange: (spells: Spell[]) => void
  onCopyDown: (() => void) | undefined
}

function DayOfWeek({ name, spells, canChange, onChange, onCopyDown }: DayOfWeekProps) {
  const words = useCalendarWords()
  const format = useFormat()
  if (!canChange) {
    if (spells.length === 0) return <span className="text-faint">{words.off}</span>
    return <Bidi>{spells.map(({ from, to }) => `${format.digits(from)} ${words.to} ${format.digits(to)}`).join(' · ')}</Bidi>
  }
  return (
    <>
      {spells.length === 0 && <span className="text-faint">{words.off}</span>}
      {spells.map((spell, index) => (
        <SpellFields
          key={index}
          name={name}
          spell={spell}
          onChange={(changed) => onChange(spells.map((one, place) => (place === index ? changed : one)))}
          onRemove={() => onChange(spells.filter((_, place) => place !== index))}
        />
      ))}
      {/* On a phone beside the name of the day, so that the shifts have the whole line below. */}
      <span className="flex max-sm:order-first max-sm:ms-auto">
        {spells.length < 6 && (
          <IconButton
            size="small"
            label={words.addSpell(name)}
            icon={<Plus size={16} />}
            onPress={() => onChange([...spells, nextSpell(spells)])}
          />
        )}
        {onCopyDown && spells.length > 0 && (
          <IconButton size="small" label={words.copyDown(name)} icon={<ArrowDownToLine size={16} />} onPress={onCopyDown} />
        )}
      </span>
    </>
  )
}
