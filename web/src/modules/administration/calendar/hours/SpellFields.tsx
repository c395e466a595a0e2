import { X } from 'lucide-react'
import { TimeField } from '../../../../ui/date/TimeField.tsx'
import { IconButton } from '../../../../ui/IconButton.tsx'
import type { Spell } from '../calendar.types.ts'
import { useCalendarWords } from '../messages.ts'
import { endsNextDay } from './week.ts'

interface SpellFieldsProps {
  /** Which day it is of, for the names of the fields. */
  name: string
  spell: Spell
  onChange: (spell: Spell) => void
  onRemove: () => void
}

/** A shift: from, to. A clock has no 24:00; midnight at the end is typed as 00:00 and means the same. */
export function SpellFields({ name, spell, onChange, onRemove }: SpellFieldsProps) {
  const words = useCalendarWords()
  const clock = (time: string) => (time === '24:00' ? '00:00' : time)
  return (
    <span className="flex items-center gap-1.5">
      <TimeField
        hideLabel
        label={words.starts(name)}
        value={clock(spell.from)}
        onChange={(from) => from && onChange({ ...spell, from })}
        className="w-20"
      />
      <span className="text-small text-muted">{words.to}</span>
      <TimeField
        hideLabel
        label={words.ends(name)}
        value={clock(spell.to)}
        onChange={(to) => to && onChange({ ...spell, to })}
        className="w-20"
      />
      {endsNextDay(spell) && <span className="text-caption text-muted">{words.nextDay}</span>}
      <IconButton size="small" label={words.removeSpell(name)} icon={<X size={15} />} onPress={onRemove} />
    </span>
  )
}
