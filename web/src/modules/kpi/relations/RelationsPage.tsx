import { testedRelationRoutes, type ResponseOf } from '@parvandeh/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { FlaskConical, Lock } from 'lucide-react'
import { useState } from 'react'
import { query, useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Page } from '../../../ui/Page.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toastFailure } from '../../../ui/toast.tsx'
import { useRelationWords } from './messages.ts'
import { RelationItem } from './RelationItem.tsx'

type Answer = ResponseOf<typeof testedRelationRoutes.list>
type Run = NonNullable<Answer['run']>

export interface RelationSearch {
  verdict?: 'accepted' | 'rejected' | undefined
  all?: true | undefined
}

const isUnderWay = (run: Run | null | undefined) => run?.state === 'waiting' || run?.state === 'working'

/** What fixed attributes go together with: tested in the background, told with its uncertainty, and judged by whoever knows. */
export function RelationsPage() {
  const words = useRelationWords()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/kpi/relations' })
  const { verdict = 'open', all } = search
  const list = useQuery({
    ...query(testedRelationRoutes.list, { query: { verdict, ...(all && { all: 'true' as const }) } }),
    refetchInterval: ({ state }) => (isUnderWay(state.data?.run) ? 1500 : false),
  })
  const change = (part: RelationSearch) => void navigate({ to: '/kpi/relations', search: { ...search, ...part }, replace: true })
  return (
    <Page title={words.title} subtitle={words.subtitle} actions={<Ask run={list.data?.run} />} narrow>
      <title>{words.title}</title>
      {list.data?.run && <RunLine run={list.data.run} />}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Segmented
          label={words.state}
          options={(['open', 'accepted', 'rejected'] as const).map((id) => ({ id, label: words.states[id] }))}
          value={verdict}
          onChange={(next) => change({ verdict: next === 'open' ? undefined : next })}
        />
        {verdict === 'open' && (
          <Checkbox isSelected={all === true} onChange={(shows) => change({ all: shows || undefined })}>
            {words.showAll}
          </Checkbox>
        )}
      </div>
      {list.error && <ErrorState failure={list.error} onRetry={() => void list.refetch()} />}
      <Card flush>
        {list.isPending && (
          <div className="p-4">
            <SkeletonLines lines={8} />
          </div>
        )}
        {list.data?.relations.length === 0 && (
          <EmptyState icon={<FlaskConical size={22} />} title={verdict === 'open' ? words.none : words.noneJudged}>
            {verdict === 'open' && words.noneText}
          </EmptyState>
        )}
        <ul className="divide-y divide-line">
          {list.data?.relations.map((relation) => (
            <RelationItem key={relation.id} relation={relation} rate={list.data.rate} />
          ))}
        </ul>
      </Card>
      {list.data && <Guarded guarded={list.data.guarded} />}
    </Page>
  )
}

function Ask({ run }: { run: Run | null | undefined }) {
  const words = useRelationWords()
  const refresh = useRefresh()
  const ask = useWrite(testedRelationRoutes.run, { onSuccess: refresh, onError: toastFailure })
  return (
    <Button
      variant={run ? 'secondary' : 'primary'}
      icon={<FlaskConical size={16} />}
      pending={ask.isPending || isUnderWay(run)}
      onPress={() => ask.mutate({})}
    >
      {run ? words.run : words.runFirst}
    </Button>
  )
}

function useRefresh(): () => void {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: [testedRelationRoutes.list.path] })
}

function RunLine({ run }: { run: Run }) {
  const words = useRelationWords()
  const format = useFormat()
  if (isUnderWay(run)) return <ProgressBar label={words.running} share={run.state === 'waiting' ? null : run.share} />
  if (run.state === 'failed') return <p className="text-small text-danger">{words.failed}</p>
  return (
    <p className="text-small text-muted">
      {words.lastRun(format.relative(run.endedAt ?? run.askedAt), format.number(run.files), format.number(run.tests))}
    </p>
  )
}

/** What is tested only for a reason. */
function Guarded({ guarded }: { guarded: Answer['guarded'] }) {
  const words = useRelationWords()
  const refresh = useRefresh()
  const guard = useWrite(testedRelationRoutes.guard, { onSuccess: refresh, onError: toastFailure })
  const [asked, setAsked] = useState<{ attribute: 'gender' | 'age'; reason: string } | null>(null)
  return (
    <Card title={words.guarded}>
      <p className="text-small text-muted">{words.guardedText}</p>
      <ul className="mt-2 flex flex-wrap gap-2">
        {guarded.map(({ attribute, allowed, reason }) => {
          const name = words.attributes[attribute]
          return (
            <li key={attribute} className="flex items-center gap-2">
              <Button
                size="small"
                icon={<Lock size={14} />}
                onPress={() => (allowed ? guard.mutate({ body: { attribute, allowed: false } }) : setAsked({ attribute, reason: '' }))}
              >
                {allowed ? words.forbid(name) : words.allow(name)}
              </Button>
              {allowed && reason && <span className="text-small text-muted">{reason}</span>}
            </li>
          )
        })}
      </ul>
      {asked && (
        <form
          className="mt-3 flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            if (asked.reason.trim() === '') return
            guard.mutate(
              { body: { attribute: asked.attribute, allowed: true, reason: asked.reason.trim() } },
              { onSuccess: () => setAsked(null) },
            )
          }}
        >
          <TextField
            autoFocus
            label={words.reason}
            maxLength={300}
            value={asked.reason}
            onChange={(reason) => setAsked({ ...asked, reason })}
            className="min-w-56 flex-1"
          />
          <Button type="submit" variant="primary" pending={guard.isPending}>
            {words.allowSave}
          </Button>
        </form>
      )}
    </Card>
  )
}
