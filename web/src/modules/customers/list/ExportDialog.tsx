import { customerExportFormats, customerRoutes, exportRoutes, mostExportedAtOnce } from '@parvandeh/contract'
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
import { FormFailure } from '../../../ui/FormLayout.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
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
  const navigate = useNavigate()
  const [kind, setKind] = useState<CustomerExportFormat>('xlsx')
  const [which, setWhich] = useState<Which>('shown')
  const [chosen, setChosen] = useState<readonly string[]>(shown)
  const isCards = kind === 'vcard4' || kind === 'vcard3'
  const isLarge = count !== undefined && (count.more || count.count > mostExportedAtOnce)
  const columns = isCards || which === 'all' ? [] : which === 'shown' ? shown : chosen
  const lacks = !isCards && which === 'chosen' && chosen.length === 0
  const start = useWrite(exportRoutes.start, {
    onSuccess: () => {
      onClose()
      void navigate({ to: '/exports' })
    },
  })
  const href = addressOf(customerRoutes.export, {
    query: { ...filters, format: kind, ...(columns.length > 0 && { columns: columns.join(',') }) },
  })
  return (
    <Dialog
      title={words.title}
      size="medium"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      renderActions={() =>
        isLarge ? (
          <Button
            variant="primary"
            icon={<Download size={16} />}
            pending={start.isPending}
            isDisabled={lacks}
            onPress={() => start.mutate({ body: { list: 'customers', filters: filters as never, format: kind, columns: [...columns] } })}
          >
            {words.takeLater}
          </Button>
        ) : lacks ? (
          <span className="text-small text-caution">{words.none}</span>
        ) : (
          <a href={href} download className={buttonClass('primary')} onClick={onClose}>
            <Download size={16} aria-hidden="true" />
            {words.take}
          </a>
        )
      }
    >
      <div className="flex flex-col gap-5">
        {start.error && <FormFailure failure={start.error} />}
        {count && (
          <p className="font-medium">
            {count.more ? words.countMore(format.number(count.count)) : words.count(format.number(count.count))}
          </p>
        )}
        <RadioGroup
          label={words.format}
          options={customerExportFormats.toSorted((a) => (a === 'xlsx' ? -1 : 0)).map((id) => ({ id, ...words.formats[id] }))}
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
