import { calendarRoutes } from '@parvandeh/contract'
import { addDays } from '@parvandeh/contract/persian'
import { useQueryClient } from '@tanstack/react-query'
import { CalendarClock, Plus } from 'lucide-react'
import { useState } from 'react'
import { useWrite } from '../../../../api/query.ts'
import { useFormat } from '../../../../persian/format.ts'
import { Button } from '../../../../ui/Button.tsx'
import { FormFailure } from '../../../../ui/FormLayout.tsx'
import { EmptyState } from '../../../../ui/states.tsx'
import { toast } from '../../../../ui/toast.tsx'
import type { Owner, Rule } from '../calendar.types.ts'
import { useCalendarWords } from '../messages.ts'
import { RuleCard } from './RuleCard.tsx'

interface HoursPartProps {
  owner: Owner
  rules: readonly Rule[]
  /** Those of the organisation, to begin from where there are none. */
  above: readonly Rule[]
  canChange: boolean
}

const byStart = (rules: readonly Rule[]) => rules.toSorted((left, right) => (left.validFrom < right.validFrom ? 1 : -1))

/** The weekly hours of one owner, each set from the date on which it takes effect; the newest first. */
export function HoursPart({ owner, rules, above, canChange }: HoursPartProps) {
  const words = useCalendarWords()
  const format = useFormat()
  const [given, setGiven] = useState(() => byStart(rules))
  const save = useSave()
  const today = format.today()
  const inForce = given.find(({ validFrom, validTo }) => validFrom <= today && (validTo === null || today < validTo))
  const isChanged = JSON.stringify(given) !== JSON.stringify(byStart(rules))
  const add = () => {
    const { week = Array.from({ length: 7 }, () => []) } = given[0] ?? byStart(above)[0] ?? {}
    setGiven([{ validFrom: addDays(today, 1), validTo: null, week }, ...given])
  }
  return (
    <div className="flex flex-col gap-gap">
      {save.error && <FormFailure failure={save.error} />}
      {given.length === 0 && (
        <div className="rounded-card border border-line bg-surface">
          <EmptyState
            compact
            icon={<CalendarClock size={22} />}
            title={words.inherits}
            action={canChange && <Button onPress={add}>{words.ownHours}</Button>}
          />
        </div>
      )}
      {given.length > 0 && canChange && (
        <Button icon={<Plus size={16} />} onPress={add} className="self-start">
          {words.addRule}
        </Button>
      )}
      {given.map((rule, index) => (
        <RuleCard
          key={index}
          rule={rule}
          isInForce={rule === inForce}
          canChange={canChange}
          onChange={(changed) => setGiven(given.map((one, place) => (place === index ? changed : one)))}
          onRemove={() => setGiven(given.filter((_, place) => place !== index))}
        />
      ))}
      {isChanged && (
        <div className="sticky bottom-0 z-5 flex flex-wrap items-center gap-2 rounded-card border border-line bg-raised px-4 py-3 shadow-raised max-md:bottom-16">
          <Button variant="primary" pending={save.isPending} onPress={() => save.mutate({ body: { ...owner, rules: given } })}>
            {words.save}
          </Button>
          <Button onPress={() => setGiven(byStart(rules))}>{words.undo}</Button>
        </div>
      )}
    </div>
  )
}

function useSave() {
  const words = useCalendarWords()
  const client = useQueryClient()
  return useWrite(calendarRoutes.setRules, {
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: [calendarRoutes.show.path] })
      toast({ text: words.saved })
    },
  })
}
