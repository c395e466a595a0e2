import { fieldCatalogueRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { CircleAlert, Plus, X } from 'lucide-react'
import { newKey } from '../../../api/new-key.ts'
import { query } from '../../../api/query.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useClassificationWords } from './messages.ts'
import type { LeafValues, RuleValues } from './scheme-form.ts'
import { ValueField } from './ValueField.tsx'

interface RuleFieldsProps {
  rule: RuleValues
  problem: string | undefined
  onChange: (rule: RuleValues) => void
}

/** Which files are of a class, as conditions one under another, joined by all or any. */
export function RuleFields({ rule, problem, onChange }: RuleFieldsProps) {
  const words = useClassificationWords()
  const setLeaf = (key: string, part: Partial<LeafValues>) =>
    onChange({ ...rule, leaves: rule.leaves.map((leaf) => (leaf.key === key ? { ...leaf, ...part } : leaf)) })
  const add = () => onChange({ ...rule, leaves: [...rule.leaves, { key: newKey(), field: null, is: null, value: undefined }] })
  if (rule.nested)
    return (
      <div className="mt-3 flex flex-wrap items-center gap-2 border-t border-line pt-3 text-small text-muted">
        {words.nested}
        <Button size="small" onPress={() => onChange({ joined: 'all', leaves: [], nested: null })}>
          {words.startAnew}
        </Button>
      </div>
    )
  return (
    <div role="group" aria-label={words.rule} className="mt-3 flex flex-col gap-2.5 border-t border-line pt-3">
      {rule.leaves.length === 0 && <p className="text-small text-muted">{words.noRule}</p>}
      {rule.leaves.length > 1 && (
        <Select
          className="w-56"
          label={words.joinedLabel}
          options={(['all', 'any'] as const).map((id) => ({ id, label: words.joined[id] }))}
          value={rule.joined}
          onChange={(joined) => onChange({ ...rule, joined })}
        />
      )}
      {rule.leaves.map((leaf) => (
        <LeafFields
          key={leaf.key}
          leaf={leaf}
          onChange={(part) => setLeaf(leaf.key, part)}
          onRemove={() => onChange({ ...rule, leaves: rule.leaves.filter(({ key }) => key !== leaf.key) })}
        />
      ))}
      {problem && (
        <p role="alert" className="flex items-start gap-1.5 text-small text-danger">
          <CircleAlert size={15} aria-hidden="true" className="mt-1 shrink-0" />
          {problem}
        </p>
      )}
      <Button size="small" variant="quiet" className="self-start" icon={<Plus size={15} />} onPress={add}>
        {words.addCondition}
      </Button>
    </div>
  )
}

interface LeafFieldsProps {
  leaf: LeafValues
  onChange: (part: Partial<LeafValues>) => void
  onRemove: () => void
}

function LeafFields({ leaf, onChange, onRemove }: LeafFieldsProps) {
  const words = useClassificationWords()
  const language = useLanguage()
  const { data } = useQuery({ ...query(fieldCatalogueRoutes.show), staleTime: 60_000 })
  const groups = new Map(data?.groups.map((group) => [group.key, group.label[language]]))
  const fields = (data?.fields ?? []).filter(({ operators, group }) => operators.length > 0 && group !== 'classes')
  const field = fields.find(({ key }) => key === leaf.field)
  return (
    <div className="flex flex-wrap items-start gap-2">
      <ComboBox
        hideLabel
        label={words.field}
        placeholder={words.field}
        className="w-48 max-sm:w-full"
        options={fields.map(({ key, label, group }) => ({ id: key, label: label[language], hint: groups.get(group) }))}
        value={leaf.field}
        onChange={(key) => {
          const chosen = fields.find((one) => one.key === key)
          onChange({ field: key, is: chosen?.operators[0] ?? null, value: undefined })
        }}
      />
      {field && (
        <Select
          hideLabel
          label={words.operator}
          className="w-48 max-sm:w-full"
          options={field.operators.map((id) => ({ id, label: words.operators[id] }))}
          value={leaf.is}
          onChange={(is) => onChange({ is, value: undefined })}
        />
      )}
      {field && leaf.is && <ValueField field={field} is={leaf.is} value={leaf.value} onChange={(value) => onChange({ value })} />}
      <IconButton size="small" label={words.removeCondition} icon={<X size={15} />} onPress={onRemove} />
    </div>
  )
}
