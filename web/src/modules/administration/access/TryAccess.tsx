import { accessRoutes, customerRoutes, permissions, requestRoutes } from '@parvandeh/contract'
import { digitsFor } from '@parvandeh/contract/persian'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { call } from '../../../api/call.ts'
import { useDirectory } from '../../../api/directory.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { StatusBadge } from '../../../ui/Badge.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import type { Tried } from './access.types.ts'
import { useAccessWords } from './messages.ts'
import { RoleNames } from './RoleNames.tsx'

type Kind = 'customer' | 'request'

/** Choose a customer or a request, to be told whether the person sees it and may change it, and why or why not. */
export function TryAccess({ personId }: { personId: string }) {
  const words = useAccessWords()
  const [kind, setKind] = useState<Kind>('customer')
  const [chosen, setChosen] = useState<string | null>(null)
  const change = (next: Kind) => {
    setKind(next)
    setChosen(null)
  }
  return (
    <Card title={words.try} className="xl:sticky xl:top-18">
      <p className="mb-3 text-small text-muted">{words.tryHint}</p>
      <div className="flex flex-col gap-3">
        <Segmented<Kind>
          label={words.try}
          options={(['customer', 'request'] as const).map((id) => ({ id, label: words.tryKinds[id] }))}
          value={kind}
          onChange={change}
        />
        <Picker key={kind} kind={kind} value={chosen} onChange={setChosen} />
        {chosen !== null && <Answer key={chosen} personId={personId} kind={kind} record={chosen} />}
      </div>
    </Card>
  )
}

function Picker({ kind, value, onChange }: { kind: Kind; value: string | null; onChange: (id: string | null) => void }) {
  const words = useAccessWords()
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed.trim())
  const language = useLanguage()
  const found = useQuery({
    queryKey: ['try-access', kind, sought],
    enabled: sought.length >= 2,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      if (kind === 'customer') {
        const { rows } = await call(customerRoutes.search, { query: { q: sought, limit: 8 } }, signal)
        return rows.map(({ customerId, displayName, code }) => ({ id: customerId, label: displayName, hint: digitsFor(language, code) }))
      }
      const { rows } = await call(requestRoutes.list, { query: { q: sought, limit: 8 } }, signal)
      return rows.map(({ number, subject }) => ({ id: number, label: subject, hint: digitsFor(language, number) }))
    },
  })
  return (
    <ComboBox
      label={words.which}
      hint={words.whichHint}
      options={found.data ?? []}
      value={value}
      onChange={onChange}
      onSearch={setTyped}
      isPending={found.isFetching}
      emptyText={sought.length < 2 ? words.typeMore : undefined}
    />
  )
}

function Answer({ personId, kind, record }: { personId: string; kind: Kind; record: string }) {
  const words = useAccessWords()
  const { unitName, personName } = useDirectory()
  const { data, error } = useQuery({
    queryKey: ['try-access', personId, kind, record],
    queryFn: ({ signal }) =>
      kind === 'customer'
        ? call(accessRoutes.tryCustomer, { params: { personId, fileId: record } }, signal)
        : call(accessRoutes.tryRequest, { params: { personId, number: record } }, signal),
  })
  if (error) return <ErrorState failure={error} />
  if (!data) return <SkeletonLines lines={3} />
  return (
    <div role="status" className="flex flex-col gap-3 border-t border-line pt-3">
      <VerdictLine act="read" verdict={data.read} />
      <VerdictLine act="write" verdict={data.write} />
      <Facts
        columns={2}
        facts={[
          { term: words.unit, value: <bdi>{unitName(data.unitId) ?? words.noUnit}</bdi> },
          { term: words.owner, value: <bdi>{personName(data.ownerId) ?? words.nobody}</bdi> },
        ]}
      />
    </div>
  )
}

function VerdictLine({ act, verdict }: { act: 'read' | 'write'; verdict: Tried['read'] }) {
  const words = useAccessWords()
  const language = useLanguage()
  const { permission, allowed, reason, roles } = verdict
  return (
    <div>
      <StatusBadge shape={allowed ? 'check' : 'stop'} tone={allowed ? 'positive' : 'danger'}>
        {words.verdicts[act][allowed ? 'yes' : 'no']}
      </StatusBadge>
      <p className="mt-1 text-small">
        {words.reasons[reason]} {reason === 'no-permission' && permissions[permission][language]}
      </p>
      {roles.length > 0 && <RoleNames roles={roles} />}
    </div>
  )
}
