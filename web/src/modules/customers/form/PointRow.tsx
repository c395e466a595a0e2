import { accessKinds } from '@parvandeh/contract'
import { ChevronDown, Star, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { classes } from '../../../ui/classes.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextArea, TextField } from '../../../ui/TextField.tsx'
import { useCustomerWords } from '../messages.ts'
import { Doubted } from './Doubted.tsx'
import { useFormWords } from './messages.ts'
import { PointDetails } from './PointDetails.tsx'
import { useForm } from './use-customer-form.ts'
import { pointField, type PointValues } from './values.ts'

interface PointRowProps {
  point: PointValues
  onMain: () => void
  onRemove: () => void
  autoFocus: boolean
}

/** One way of reaching the customer: kind, value and label in a line, the rest on demand. */
export function PointRow({ point, onMain, onRemove, autoFocus }: PointRowProps) {
  const words = useFormWords()
  const shared = useCustomerWords()
  const { setPoint } = useForm()
  const [isOpen, setOpen] = useState(false)
  const kinds = accessKinds.map((id) => ({ id, label: shared.accessKinds[id] }))
  return (
    <li className="rounded-card border border-line bg-surface p-3">
      <div className="flex flex-wrap items-start gap-2">
        <Select
          hideLabel
          label={words.pointKind}
          options={kinds}
          value={point.kind}
          onChange={(kind) => setPoint(point.key, { kind })}
          className="w-36 max-sm:flex-1"
        />
        <PointValue point={point} autoFocus={autoFocus} />
        <TextField
          hideLabel
          label={words.pointLabel}
          placeholder={words.pointLabelPlaceholder}
          maxLength={200}
          value={point.label}
          onChange={(label) => setPoint(point.key, { label })}
          className="w-36 max-sm:order-2 max-sm:w-full"
        />
        <div className="flex items-center">
          <IconButton
            label={point.primary ? words.isMain : words.makeMain}
            icon={<Star size={17} className={point.primary ? 'fill-current text-accent-text' : undefined} />}
            onPress={onMain}
          />
          <IconButton
            label={isOpen ? words.hideDetails : words.details}
            aria-expanded={isOpen}
            icon={<ChevronDown size={17} className={classes('transition-transform duration-100', isOpen && 'rotate-180')} />}
            onPress={() => setOpen(!isOpen)}
          />
          <IconButton label={words.removePoint} icon={<Trash2 size={16} />} onPress={onRemove} />
        </div>
      </div>
      <PointDetails point={point} isOpen={isOpen} />
    </li>
  )
}

function PointValue({ point, autoFocus }: { point: PointValues; autoFocus: boolean }) {
  const words = useFormWords()
  const { setPoint, leave, problems } = useForm()
  const field = pointField(point.key)
  const isText = point.kind === 'address'
  const isNumber = point.kind === 'mobile' || point.kind === 'phone' || point.kind === 'fax'
  const common = {
    hideLabel: true,
    label: words.pointValue[point.kind],
    placeholder: words.pointValue[point.kind],
    maxLength: 500,
    autoFocus,
    autoComplete: 'off',
    value: point.value,
    onChange: (value: string) => setPoint(point.key, { value }),
    onBlur: () => leave(field),
    problem: problems[field],
  }
  return (
    <Doubted
      field={field}
      className="min-w-0 flex-1 basis-52 max-sm:order-1 max-sm:basis-full"
      onSuggestion={(postalCode) => setPoint(point.key, { postalCode })}
    >
      {isText ? (
        <TextArea {...common} rows={2} />
      ) : (
        <TextField {...common} ltr inputMode={isNumber ? 'tel' : point.kind === 'email' ? 'email' : 'text'} />
      )}
    </Doubted>
  )
}
