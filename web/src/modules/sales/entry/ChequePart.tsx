import { useState } from 'react'
import { useDirectory } from '../../../api/directory.ts'
import { useFormat } from '../../../persian/format.ts'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useSalesWords } from '../messages.ts'
import type { EntryDetails } from '../sales.types.ts'
import { ChequeStateBadge } from '../signs.tsx'
import { useEntryWords } from './messages.ts'
import { MoveChequeDialog } from './MoveChequeDialog.tsx'

/** A cheque: where it is now, what is printed on it, and what became of it. */
export function ChequePart({ details: { entry, chequeStory } }: { details: EntryDetails }) {
  const words = useEntryWords()
  const { states } = useSalesWords()
  const format = useFormat()
  const { personName } = useDirectory()
  const [isMoving, setMoving] = useState(false)
  const { cheque } = entry
  if (!cheque) return null
  const printed = [
    [words.bank, [cheque.bank, cheque.branch].filter(Boolean).join('، ')],
    [words.serial, format.digits(cheque.serial)],
    ...(cheque.sayadId ? [[words.sayad, format.digits(cheque.sayadId.replaceAll(/(\d{4})(?=\d)/gu, '$1 '))]] : []),
    ...(cheque.holder ? [[words.holder, cheque.holder]] : []),
  ]
  return (
    <section>
      <div className="flex flex-wrap items-center gap-3">
        <h3 className="font-semibold">{words.story}</h3>
        <ChequeStateBadge state={cheque.state} />
        {entry.can.moveCheque && (
          <Button size="small" onPress={() => setMoving(true)}>
            {words.move}
          </Button>
        )}
      </div>
      <p className="mt-1 flex flex-wrap gap-x-5 text-small">
        {printed.map(([label, value]) => (
          <span key={label}>
            <span className="text-muted">{label}:</span> <Bidi>{value}</Bidi>
          </span>
        ))}
      </p>
      <ol className="mt-2 flex flex-col gap-1 border-s-2 border-line ps-3">
        {chequeStory.map(({ state, day, at, personId, note }) => (
          <li key={at} className="text-small">
            <span className="font-medium">{states[state]}</span>
            <span className="text-muted">
              {' '}
              · {format.day(day)} · {personName(personId) ?? words.someone}
            </span>
            {note && <bdi className="block text-muted">{note}</bdi>}
          </li>
        ))}
      </ol>
      {isMoving && <MoveChequeDialog cheque={{ ...cheque, ...entry }} onClose={() => setMoving(false)} />}
    </section>
  )
}
