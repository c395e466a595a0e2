import { catalogueRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { query } from '../../../api/query.ts'
import { useMay } from '../../../api/session.ts'
import { useFormat } from '../../../persian/format.ts'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { FormSection } from '../../../ui/FormLayout.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { MoneyField } from '../../../ui/MoneyField.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useSalesWords } from '../messages.ts'
import { type DraftLine, totalOfLine } from './draft.rules.ts'
import { useEntryWords } from './messages.ts'

interface LinesProps {
  lines: readonly DraftLine[]
  onChange: (lines: DraftLine[]) => void
  problems: Partial<Record<string, string>>
  isAsked: boolean
}

/** The lines of an invoice, where somebody wants them: its amount is then their sum. */
export function InvoiceLines({ lines, onChange, problems, isAsked }: LinesProps) {
  const words = useEntryWords()
  const may = useMay()
  const { data } = useQuery({ ...query(catalogueRoutes.show), enabled: may('catalogue.read') })
  const products = (data?.products ?? []).filter(({ active }) => active).map(({ id, name }) => ({ id, label: name }))
  const change = (key: number, some: Partial<DraftLine>) => onChange(lines.map((line) => (line.key === key ? { ...line, ...some } : line)))
  const add = () =>
    onChange([
      ...lines,
      {
        key: Math.max(0, ...lines.map(({ key }) => key)) + 1,
        productId: null,
        title: '',
        quantity: 1,
        unitPrice: null,
        discount: null,
        tax: null,
      },
    ])
  return (
    <FormSection title={words.lines}>
      {lines.map((line, place) => (
        <Line
          key={line.key}
          line={line}
          products={products}
          onChange={(some) => change(line.key, some)}
          onRemove={() => onChange(lines.filter(({ key }) => key !== line.key))}
          problem={(field) => problems[`lines.${place}.${field}`]}
          isAsked={isAsked}
        />
      ))}
      <div>
        <Button size="small" icon={<Plus size={15} />} onPress={add}>
          {words.addLine}
        </Button>
      </div>
    </FormSection>
  )
}

interface LineProps {
  line: DraftLine
  products: readonly { id: string; label: string }[]
  onChange: (some: Partial<DraftLine>) => void
  onRemove: () => void
  problem: (field: string) => string | undefined
  isAsked: boolean
}

function Line({ line, products, onChange, onRemove, problem, isAsked }: LineProps) {
  const words = useEntryWords()
  const { needed } = useSalesWords()
  const format = useFormat()
  const unnamed = isAsked && line.productId === null && !line.title.trim()
  return (
    <div className="flex flex-col gap-3 rounded-control border border-line p-3">
      <div className="grid items-start gap-3 sm:grid-cols-[2fr_2fr_1fr_auto]">
        <ComboBox label={words.product} options={products} value={line.productId} onChange={(productId) => onChange({ productId })} />
        <TextField
          label={words.lineTitle}
          value={line.title}
          onChange={(title) => onChange({ title })}
          problem={problem('title') ?? (unnamed ? needed : undefined)}
          maxLength={300}
        />
        <NumberField
          label={words.quantity}
          value={line.quantity}
          onChange={(quantity) => onChange({ quantity })}
          decimals={3}
          minimum={0}
          problem={problem('quantity') ?? (isAsked && !line.quantity ? needed : undefined)}
        />
        <IconButton label={words.removeLine} icon={<X size={16} />} onPress={onRemove} className="mt-6" />
      </div>
      <div className="grid items-start gap-3 sm:grid-cols-3">
        <MoneyField
          label={words.unitPrice}
          value={line.unitPrice}
          onChange={(unitPrice) => onChange({ unitPrice })}
          problem={problem('unitPrice') ?? (isAsked && line.unitPrice === null ? needed : undefined)}
        />
        <MoneyField
          label={words.discount}
          value={line.discount}
          onChange={(discount) => onChange({ discount })}
          problem={problem('discount')}
        />
        <MoneyField label={words.tax} value={line.tax} onChange={(tax) => onChange({ tax })} problem={problem('tax')} />
      </div>
      <p className="text-small text-muted">
        {words.total}: <Bidi className="font-medium text-text">{format.money(totalOfLine(line))}</Bidi>
      </p>
    </div>
  )
}
