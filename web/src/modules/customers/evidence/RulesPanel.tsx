import { consistencyRoutes, type ResponseOf } from '@parvandeh/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { query, useWrite } from '../../../api/query.ts'
import { useMay } from '../../../api/session.ts'
import { useFormat } from '../../../persian/format.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { SidePanel } from '../../../ui/Dialog.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { AddRule } from './AddRule.tsx'
import { useRuleWords } from './ContradictionItem.tsx'
import { useEvidenceWords } from './messages.ts'

type Rule = ResponseOf<typeof consistencyRoutes.rules>['rules'][number]

/** The rules in a panel at the side, read once it is open. */
export function RulesPanel({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (open: boolean) => void }) {
  const words = useEvidenceWords()
  return (
    <SidePanel title={words.rulesTitle} isOpen={isOpen} onOpenChange={onOpenChange}>
      <Rules />
    </SidePanel>
  )
}

/** The rules, each with its switch; whoever defines them adds and removes their own. */
export function Rules() {
  const words = useEvidenceWords()
  const may = useMay()
  const [isAdding, setAdding] = useState(false)
  // While files are looked through the figure moves by itself.
  const rules = useQuery({
    ...query(consistencyRoutes.rules),
    refetchInterval: ({ state }) => (state.data?.rules.some(({ looking }) => looking !== null) ? 3000 : false),
  })
  const mayDefine = may('customers.consistency')
  return (
    <div className="flex flex-col gap-4">
      <p className="text-muted">{words.rulesText}</p>
      {rules.error && <ErrorState failure={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.isPending && <SkeletonLines lines={6} />}
      <ul className="divide-y divide-line">
        {rules.data?.rules.map((rule) => (
          <RuleRow key={rule.id} rule={rule} mayDefine={mayDefine} />
        ))}
      </ul>
      {mayDefine && !isAdding && (
        <Button icon={<Plus size={16} />} onPress={() => setAdding(true)} className="self-start">
          {words.addRule}
        </Button>
      )}
      {isAdding && <AddRule onDone={() => setAdding(false)} />}
    </div>
  )
}

function RuleRow({ rule, mayDefine }: { rule: Rule; mayDefine: boolean }) {
  const words = useEvidenceWords()
  const format = useFormat()
  const client = useQueryClient()
  const { name, question } = useRuleWords(rule)
  const refresh = () => void client.invalidateQueries({ queryKey: [consistencyRoutes.rules.path] })
  const change = useWrite(consistencyRoutes.changeRule, { onSuccess: refresh, onError: toastFailure })
  const remove = useWrite(consistencyRoutes.removeRule, {
    onError: toastFailure,
    onSuccess: () => {
      toast({ text: words.ruleRemoved })
      refresh()
    },
  })
  const params = { ruleId: rule.id }
  return (
    <li className="flex items-start gap-2 py-2.5">
      <div className="min-w-0 flex-1">
        <Switch
          isSelected={rule.active}
          isDisabled={!mayDefine || change.isPending}
          onChange={(active) => change.mutate({ params, body: { active, version: rule.version } })}
          hint={question}
        >
          {name}
        </Switch>
        <p className="ms-12 flex flex-wrap items-center gap-2 text-caption text-muted">
          <Badge>{words.severities[rule.severity]}</Badge>
          {rule.builtIn === null && words.own}
          {rule.looking && <span aria-live="polite">{words.looking(format.number(rule.looking.files))}</span>}
        </p>
      </div>
      {mayDefine && rule.builtIn === null && (
        <IconButton size="small" label={words.removeRule(name)} icon={<Trash2 size={15} />} onPress={() => remove.mutate({ params })} />
      )}
    </li>
  )
}
