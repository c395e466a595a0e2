import { useFormat } from '../../../persian/format.ts'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { useCustomerWords } from '../messages.ts'
import type { File } from './CompareTable.tsx'
import { useDuplicateWords } from './messages.ts'

interface JoiningPointsProps {
  stays: File
  joins: File
  leave: readonly string[]
  onLeave: ((ids: string[]) => void) | undefined
}

/** Ways of access of both, side by side in the file that stays; those of the other can be left out. */
export function JoiningPoints({ stays, joins, leave, onLeave }: JoiningPointsProps) {
  const words = useDuplicateWords()
  const { accessKinds } = useCustomerWords()
  const format = useFormat()
  const known = new Set(stays.accessPoints.map(({ display }) => display))
  const coming = joins.accessPoints.filter(({ display }) => !known.has(display))
  if (stays.accessPoints.length + coming.length === 0) return null
  const text = ({ kind, display }: File['accessPoints'][number]) => (
    <span className="min-w-0 wrap-anywhere">
      <span className="text-muted">{accessKinds[kind]}: </span>
      <Bidi ltr={kind !== 'address'}>{format.digits(display)}</Bidi>
    </span>
  )
  return (
    <section className="mt-5">
      <h2 className="font-semibold">{words.merge.points}</h2>
      <p className="mb-2 text-small text-muted">{words.merge.pointsText}</p>
      <ul className="flex flex-col gap-1.5">
        {stays.accessPoints.map((point) => (
          <li key={point.id} className="flex gap-2 ps-7">
            {text(point)}
          </li>
        ))}
        {coming.map((point) => (
          <li key={point.id}>
            <Checkbox
              isSelected={!leave.includes(point.id)}
              isDisabled={onLeave === undefined}
              onChange={(comes) => onLeave?.(comes ? leave.filter((id) => id !== point.id) : [...leave, point.id])}
            >
              {text(point)}
            </Checkbox>
          </li>
        ))}
      </ul>
    </section>
  )
}
