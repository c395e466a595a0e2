import { classificationRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { Layers, Plus } from 'lucide-react'
import { useState } from 'react'
import { query } from '../../../api/query.ts'
import type { ConditionSource } from '../../../lists/condition/condition-source.types.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import { useClassificationWords } from './messages.ts'
import type { Scheme } from './scheme-form.ts'
import { SchemeCard } from './SchemeCard.tsx'
import { SchemePanel } from './SchemePanel.tsx'

/** The schemes of classification, their classes and rules, and the last run of each. */
export function ClassificationPage({ source }: { source: ConditionSource }) {
  const words = useClassificationWords()
  const { data, error, refetch } = useQuery(query(classificationRoutes.list))
  const [edited, setEdited] = useState<Scheme | 'new' | null>(null)
  const add = (
    <Button variant="primary" icon={<Plus size={16} />} onPress={() => setEdited('new')}>
      {words.add}
    </Button>
  )
  return (
    <SettingsFrame section="classification" actions={add}>
      {error && <ErrorState failure={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={6} />}
      {data?.schemes.length === 0 && (
        <EmptyState icon={<Layers size={22} />} title={words.emptyTitle} action={add}>
          {words.emptyText}
        </EmptyState>
      )}
      <div className="grid items-start gap-gap lg:grid-cols-2">
        {data?.schemes.map((scheme) => (
          <SchemeCard key={scheme.id} scheme={scheme} onEdit={() => setEdited(scheme)} />
        ))}
      </div>
      {edited && <SchemePanel scheme={edited === 'new' ? null : edited} source={source} onClose={() => setEdited(null)} />}
    </SettingsFrame>
  )
}
