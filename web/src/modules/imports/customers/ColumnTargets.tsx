import { useFormat } from '../../../persian/format.ts'
import { Segmented } from '../../../ui/Segmented.tsx'
import { Bidi } from '../../../ui/Bidi.tsx'
import { classes } from '../../../ui/classes.ts'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { DateFormatField } from '../mapping/DateFormatField.tsx'
import { useMappingWords } from '../mapping/messages.ts'
import { Step } from '../mapping/Step.tsx'
import type { CustomersPartProps, CustomersPreview } from './customer-import.types.ts'
import { useCustomerImportWords } from './messages.ts'
import { targetGroups, withTarget } from './targets.ts'
import { useOwnFields } from './use-own-fields.ts'

/** Each column of the file with some of its values, and where in a file it belongs. */
export function ColumnTargets(props: CustomersPartProps) {
  const words = useCustomerImportWords()
  const { preview } = props
  return (
    <Step number={1} title={words.columnsTitle} hint={words.columnsHint}>
      {preview.remembered !== null && (
        <p className="mb-3 rounded-control bg-accent-soft px-3 py-2 text-small text-accent-text">{words.remembered(preview.remembered)}</p>
      )}
      <ul className="divide-y divide-line rounded-control border border-line">
        {preview.columns.map((column) => (
          <ColumnRow key={column.name} {...props} column={column} />
        ))}
      </ul>
    </Step>
  )
}

function ColumnRow({ column, mapping, preview, onChange, problems }: CustomersPartProps & { column: CustomersPreview['columns'][number] }) {
  const words = useCustomerImportWords()
  const options = useTargetOptions()
  const index = mapping.columns.findIndex((one) => one.column === column.name)
  const to = mapping.columns[index]?.to ?? null
  const own = useOwnFields().find(({ key }) => key === to)
  return (
    <li
      className={classes(
        'grid items-start gap-x-4 gap-y-1.5 px-3 py-2 sm:grid-cols-[minmax(0,1fr)_minmax(12rem,20rem)]',
        to === null && 'bg-sunken',
      )}
    >
      <div className="min-w-0 pt-1">
        <p className={classes('truncate font-medium', to === null && 'text-muted')} title={column.name}>
          <Bidi>{column.name}</Bidi>
        </p>
        <Samples column={column} />
      </div>
      <div className="flex min-w-0 flex-col gap-2">
        <ComboBox
          hideLabel
          label={`${words.target}: ${column.name}`}
          options={options}
          value={to}
          onChange={(target) => onChange({ columns: withTarget(mapping, preview, column.name, target) })}
          placeholder={words.leaveOut}
          problem={index === -1 ? undefined : problems[`columns.${index}`]}
        />
        {own?.type === 'money' && (
          <Segmented
            label={words.moneyUnit(column.name)}
            options={(['rial', 'toman'] as const).map((id) => ({ id, label: words.moneyUnits[id] }))}
            value={mapping.moneyUnits[column.name] ?? ''}
            onChange={(unit) => unit !== '' && onChange({ moneyUnits: { ...mapping.moneyUnits, [column.name]: unit } })}
          />
        )}
        {problems[`moneyUnits.${column.name}`] && <p className="text-small text-danger">{problems[`moneyUnits.${column.name}`]}</p>}
        {(to === 'birthDate' || own?.type === 'date') && (
          <DateFormatField
            column={column}
            mapping={{ dateFormats: mapping.dateFormats, zone: 'Asia/Tehran' }}
            onChange={({ dateFormats }) => onChange({ dateFormats })}
            problem={problems[`dateFormats.${column.name}`]}
          />
        )}
      </div>
    </li>
  )
}

function Samples({ column }: { column: CustomersPreview['columns'][number] }) {
  const words = useMappingWords()
  const format = useFormat()
  const samples = column.common.slice(0, 3).map(({ value }) => value)
  return (
    <p className="truncate text-small text-muted">
      {samples.length === 0 ? words.none : <Bidi>{samples.join(' · ')}</Bidi>}
      {column.emptyShare >= 0.005 && samples.length > 0 && (
        <span className="ms-2 text-faint">{words.emptyShare(format.percent(column.emptyShare))}</span>
      )}
    </p>
  )
}

function useTargetOptions() {
  const words = useCustomerImportWords()
  const own = useOwnFields()
  const builtIn = (Object.entries(targetGroups) as [keyof typeof targetGroups, readonly (keyof typeof words.targets)[]][]).flatMap(
    ([group, targets]) => targets.map((id) => ({ id: id as string, label: words.targets[id], hint: words.groups[group] })),
  )
  return [...builtIn, ...own.map(({ key, name }) => ({ id: key, label: name, hint: words.groups.own }))]
}
