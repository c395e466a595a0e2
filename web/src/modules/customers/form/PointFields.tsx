import { Lock, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { FormSection } from '../../../ui/FormLayout.tsx'
import { Menu, MenuItem, MenuTrigger } from '../../../ui/Menu.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useCustomerWords } from '../messages.ts'
import { useFormWords } from './messages.ts'
import { PointRow } from './PointRow.tsx'
import { useForm } from './use-customer-form.ts'
import { type AccessKind, emptyPoint, type PointValues } from './values.ts'

/** Numbers to call rival to be the main one together; the other kinds each among themselves. */
const rivalry = (kind: AccessKind) => (kind === 'mobile' || kind === 'phone' ? 'call' : kind)

function withMain(points: readonly PointValues[], chosen: PointValues): PointValues[] {
  return points.map((point) => {
    if (point.key === chosen.key) return { ...point, primary: !chosen.primary }
    return rivalry(point.kind) === rivalry(chosen.kind) ? { ...point, primary: false } : point
  })
}

/** The ways of reaching the customer, as rows that can be added and taken away. */
export function PointFields({ focus }: { focus: string | undefined }) {
  const words = useFormWords()
  const shared = useCustomerWords()
  const { values, set, withheld } = useForm()
  const [added, setAdded] = useState<string | null>(focus === 'accessPoints' ? (values.points[0]?.key ?? null) : null)
  const { points } = values
  const add = (kind: AccessKind) => {
    const isFirst = !points.some((point) => rivalry(point.kind) === rivalry(kind))
    const point = { ...emptyPoint(kind), primary: isFirst }
    setAdded(point.key)
    set({ points: [...points, point] })
  }
  const remove = (point: PointValues) => {
    set({ points: points.filter(({ key }) => key !== point.key) })
    if (point.value.trim() !== '') toast({ text: words.pointRemoved(shared.accessKinds[point.kind]), onUndo: () => set({ points }) })
  }
  return (
    <FormSection title={words.sections.reach} hint={words.sections.reachHint}>
      {withheld.has('accessPoints') ? (
        <p className="flex items-center gap-2 text-muted">
          <Lock size={15} aria-hidden="true" />
          {shared.noAccess}
        </p>
      ) : (
        <>
          {points.length === 0 && <p className="text-muted">{words.noPoints}</p>}
          <ul className="flex flex-col gap-2.5">
            {points.map((point) => (
              <PointRow
                key={point.key}
                point={point}
                autoFocus={point.key === added}
                onMain={() => set({ points: withMain(points, point) })}
                onRemove={() => remove(point)}
              />
            ))}
          </ul>
          <AddPoints onAdd={add} />
        </>
      )}
    </FormSection>
  )
}

function AddPoints({ onAdd }: { onAdd: (kind: AccessKind) => void }) {
  const words = useFormWords()
  const { accessKinds } = useCustomerWords()
  const plus = <Plus size={15} />
  return (
    <div className="flex flex-wrap gap-2">
      {(['mobile', 'phone', 'email', 'address'] as const).map((kind) => (
        <Button key={kind} size="small" icon={plus} onPress={() => onAdd(kind)}>
          {{ mobile: words.addMobile, phone: words.addPhone, email: words.addEmail, address: words.addAddress }[kind]}
        </Button>
      ))}
      <MenuTrigger>
        <Button size="small" icon={plus}>
          {words.addOther}
        </Button>
        <Menu placement="bottom start">
          {(['social', 'website', 'fax'] as const).map((kind) => (
            <MenuItem key={kind} id={kind} onAction={() => onAdd(kind)}>
              {accessKinds[kind]}
            </MenuItem>
          ))}
        </Menu>
      </MenuTrigger>
    </div>
  )
}
