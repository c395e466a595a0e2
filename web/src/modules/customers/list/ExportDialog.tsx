import { customerRoutes, exportRoutes, mostExportedAtOnce } from '@parvandeh/contract'
import { foldSpaced } from '@parvandeh/contract/persian'
import type { CallOf, CustomerExportFormat } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { addressOf } from '../../../api/call.ts'
import { query, useWrite } from '../../../api/query.ts'
import { defineMessages } from '../../../i18n/messages.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { useFormat } from '../../../persian/format.ts'
import { Button, buttonClass } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { toastFailure } from '../../../ui/toast.tsx'
import { en } from './export-messages.en.ts'
import { fa } from './export-messages.fa.ts'

const useExportWords = defineMessages(fa, en)

type Filters = NonNullable<CallOf<typeof customerRoutes.export>['query']>
type Which = 'shown' | 'all' | 'chosen'

interface ExportDialogProps {
  filters: Filters
  count: { count: number; more: boolean } | undefined
  /** Keys of the columns in view. */
  shown: readonly string[]
  onClose: () => void
}

/** How the list is taken out: as which file, with which columns; what is in it and how many, before it is taken. */
export function ExportDialog({ filters, count, shown, onClose }: ExportDialogProps) {
  const words = useExportWords()
  const format = useFormat()
  const [kind, setKind] = useState<CustomerExportFormat>('xlsx')
  const [which, setWhich] = useState<Which>('shown')
  const [chosen, setChosen] = useState<readonly string[]>(shown)
  const isCards = kind === 'vcard4' || kind === 'vcard3'
  const isLarge = count !== undefined && (count.more || count.count > mostExportedAtOnce)
  const columns = isCards || which === 'all' ? [] : which === 'shown' ? shown : chosen
  const lacks = !isCards && which === 'chosen' && chosen.length === 0
  const asked = { filters, kind, columns, isLarge, lacks, onClose }
  return (
    <Dialog
      title={words.title}
      size="medium"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      renderActions={() => <Take {...asked} />}
    >
      <div className="flex flex-col gap-5">
        {count && (
          <p className="font-medium">
            {count.more ? words.countMore(format.number(count.count)) : words.count(format.number(count.count))}
          </p>
        )}
        <RadioGroup
          label={words.format}
          options={(['xlsx', 'csv', 'vcard4', 'vcard3'] as const).map((id) => ({ id, ...words.formats[id] }))}
          value={kind}
          onChange={setKind}
        />
        {!isCards && (
          <div className="flex flex-col gap-3">
            <Segmented
              showLabel
              label={words.which}
              options={(['shown', 'all', 'chosen'] as const).map((id) => ({ id, label: words.whichOptions[id] }))}
              value={which}
              onChange={setWhich}
            />
            {which === 'chosen' && <ColumnChoice chosen={chosen} onChange={setChosen} />}
          </div>
        )}
        {isLarge && <p className="rounded-control bg-accent-soft px-3 py-2 text-small text-accent-text">{words.background}</p>}
        <p className="text-small text-muted">{words.rights}</p>
      </div>
    </Dialog>
  )
}

interface TakeProps {
  filters: Filters
  kind: CustomerExportFormat
  columns: readonly string[]
  isLarge: boolean
  /** No column is chosen. */
  lacks: boolean
  onClose: () => void
}

/** At once, or in the background where it is large. */
function Take({ filters, kind, columns, isLarge, lacks, onClose }: TakeProps) {
  const words = useExportWords()
  const navigate = useNavigate()
  const start = useWrite(exportRoutes.start, {
    onSuccess: () => {
      onClose()
      void navigate({ to: '/exports' })
    },
    onError: toastFailure,
  })
  if (lacks) return <span className="text-small text-caution">{words.none}</span>
  if (isLarge) {
    const body = { list: 'customers' as const, filters: filters as never, format: kind, columns: [...columns] }
    return (
      <Button variant="primary" icon={<Download size={16} />} pending={start.isPending} onPress={() => start.mutate({ body })}>
        {words.takeLater}
      </Button>
    )
  }
  const query = { ...filters, format: kind, ...(columns.length > 0 && { columns: columns.join(',') }) }
  return (
    <a href={addressOf(customerRoutes.export, { query })} download className={buttonClass('primary')} onClick={() => setTimeout(onClose)}>
      <Download size={16} aria-hidden="true" />
      {words.take}
    </a>
  )
}

/** Columns in the order in which they are ticked. */
function ColumnChoice({ chosen, onChange }: { chosen: readonly string[]; onChange: (keys: readonly string[]) => void }) {
  const words = useExportWords()
  const language = useLanguage()
  const [sought, setSought] = useState('')
  const { data } = useQuery({ ...query(exportRoutes.columns), staleTime: 60_000 })
  const columns = (data?.columns ?? []).filter(({ header }) => foldSpaced(header[language]).includes(foldSpaced(sought)))
  return (
    <div className="flex flex-col gap-2">
      {(data?.columns.length ?? 0) > 12 && <SearchField label={words.search} value={sought} onChange={setSought} />}
      <div className="grid max-h-64 grid-cols-1 overflow-y-auto rounded-control border border-line px-3 py-1 sm:grid-cols-2">
        {columns.map(({ key, header }) => (
          <Checkbox
            key={key}
            isSelected={chosen.includes(key)}
            onChange={(isOn) => onChange(isOn ? [...chosen, key] : chosen.filter((one) => one !== key))}
          >
            {header[language]}
          </Checkbox>
        ))}
      </div>
    </div>
  )
}
