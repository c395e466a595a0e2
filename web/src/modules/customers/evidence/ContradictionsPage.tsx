import { consistencyRoutes, severities } from '@parvandeh/contract'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ListChecks, Scale, SearchX } from 'lucide-react'
import { useState } from 'react'
import { useDirectory } from '../../../api/directory.ts'
import { pages, query, rowsOf } from '../../../api/query.ts'
import { FilterChips } from '../../../lists/FilterChips.tsx'
import type { Filter } from '../../../lists/filter.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { MorePages } from '../../../ui/MorePages.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { ContradictionItem } from './ContradictionItem.tsx'
import type { ContradictionSearch } from './contradiction-search.ts'
import { useEvidenceWords } from './messages.ts'
import { RulesPanel } from './RulesPanel.tsx'

/** The desk of contradictions: what in files does not agree, for somebody to decide. */
export function ContradictionsPage() {
  const words = useEvidenceWords()
  const search = useSearch({ from: '/app/contradictions' })
  const [showsRules, setShowsRules] = useState(false)
  return (
    <Page
      narrow
      title={words.title}
      subtitle={words.subtitle}
      actions={
        <Button icon={<ListChecks size={16} />} onPress={() => setShowsRules(true)}>
          {words.rules}
        </Button>
      }
    >
      <title>{words.title}</title>
      <Narrowing search={search} />
      <Found search={search} />
      <RulesPanel isOpen={showsRules} onOpenChange={setShowsRules} />
    </Page>
  )
}

function Narrowing({ search }: { search: ContradictionSearch }) {
  const words = useEvidenceWords()
  const navigate = useNavigate()
  const change = (part: ContradictionSearch) => void navigate({ to: '/contradictions', search: { ...search, ...part }, replace: true })
  const filters = useFilters(search, change)
  return (
    <div className="flex flex-wrap items-center gap-2.5">
      <Segmented
        label={words.state}
        options={(['open', 'settled'] as const).map((id) => ({ id, label: words.states[id] }))}
        value={search.state ?? 'open'}
        onChange={(state) => change({ state: state === 'settled' ? 'settled' : undefined } as ContradictionSearch)}
      />
      <FilterChips
        filters={filters}
        onClear={() => void navigate({ to: '/contradictions', search: search.state ? { state: search.state } : {}, replace: true })}
      />
    </div>
  )
}

function useFilters(search: ContradictionSearch, change: (part: ContradictionSearch) => void): Filter[] {
  const words = useEvidenceWords()
  const { activePeople, units } = useDirectory()
  const { data } = useQuery(query(consistencyRoutes.rules))
  const narrow = (key: keyof ContradictionSearch) => (value: string | null) => change({ [key]: value ?? undefined })
  const rules = data?.rules.map(({ id, builtIn, name }) => ({ id, label: builtIn ? words.builtIn[builtIn].name : name })) ?? []
  return [
    {
      key: 'severity',
      label: words.severity,
      options: severities.map((id) => ({ id, label: words.severityShort[id] })),
      value: search.severity ?? null,
      onChange: narrow('severity'),
    },
    { key: 'ruleId', label: words.rule, options: rules, value: search.ruleId ?? null, onChange: narrow('ruleId') },
    {
      key: 'ownerId',
      label: words.responsible,
      options: activePeople.map(({ id, name }) => ({ id, label: name })),
      value: search.ownerId ?? null,
      onChange: narrow('ownerId'),
    },
    {
      key: 'unitId',
      label: words.unit,
      options: units.map(({ id, name }) => ({ id, label: name })),
      value: search.unitId ?? null,
      onChange: narrow('unitId'),
    },
  ]
}

function Found({ search }: { search: ContradictionSearch }) {
  const words = useEvidenceWords()
  const format = useFormat()
  const { state = 'open', ...narrowed } = search
  const asked = { ...narrowed, state: state === 'settled' ? ('settled' as const) : ('open' as const) }
  const list = useInfiniteQuery(pages(consistencyRoutes.list, { query: asked }))
  const { data: counted } = useQuery(query(consistencyRoutes.count, { query: asked }))
  const rows = rowsOf(list.data)
  if (list.error) return <ErrorState failure={list.error} onRetry={() => void list.refetch()} />
  const isFiltered = Object.keys(narrowed).length > 0
  return (
    <Card flush>
      {list.isPending && (
        <div className="p-4">
          <SkeletonLines lines={8} />
        </div>
      )}
      {list.data && rows.length === 0 && (
        <EmptyState icon={isFiltered ? <SearchX size={22} /> : <Scale size={22} />} title={isFiltered ? words.noneSuch : words.noneOpen}>
          {!isFiltered && state === 'open' && words.noneOpenText}
        </EmptyState>
      )}
      <ul className="divide-y divide-line">
        {rows.map((one) => (
          <ContradictionItem key={`${one.customerId} ${one.id}`} one={one} />
        ))}
      </ul>
      <MorePages
        hasMore={list.hasNextPage}
        isPending={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
        {...(counted && rows.length > 0 && { said: words.count(format.number(counted.count), counted.more) })}
      />
    </Card>
  )
}
