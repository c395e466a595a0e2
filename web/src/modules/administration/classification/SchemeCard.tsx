import { classificationRoutes } from '@parvandeh/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { query, useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Badge, StatusBadge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { toastFailure } from '../../../ui/toast.tsx'
import { ClassMark } from './ClassMark.tsx'
import { useClassificationWords } from './messages.ts'
import type { Scheme } from './scheme-form.ts'

/** A scheme with its classes in order and, of one by rule, how far the last run is. */
export function SchemeCard({ scheme, onEdit }: { scheme: Scheme; onEdit: () => void }) {
  const words = useClassificationWords()
  const { language } = useFormat()
  const nameOf = ({ name, nameEn }: { name: string; nameEn: string | null }) => (language === 'en' ? (nameEn ?? name) : name)
  return (
    <Card
      title={nameOf(scheme)}
      actions={
        <>
          <Badge>{words.by[scheme.by]}</Badge>
          {!scheme.active && <StatusBadge shape="dash">{words.outOfUse}</StatusBadge>}
          <Button size="small" variant="quiet" onPress={onEdit}>
            {words.edit}
          </Button>
        </>
      }
    >
      <ol className="flex flex-wrap gap-1.5">
        {scheme.classes
          .filter(({ active }) => active)
          .map((one) => (
            <li key={one.id}>
              <Badge tone="accent" icon={<ClassMark mark={one.mark} />}>
                {nameOf(one)}
              </Badge>
            </li>
          ))}
      </ol>
      <p className="mt-2 text-small text-muted">{words.accessClasses[scheme.accessClass]}</p>
      {scheme.by === 'rule' && scheme.active && <LastRun schemeId={scheme.id} />}
    </Card>
  )
}

const askAgainMilliseconds = 1500

function LastRun({ schemeId }: { schemeId: string }) {
  const words = useClassificationWords()
  const format = useFormat()
  const client = useQueryClient()
  const asked = query(classificationRoutes.progress, { params: { schemeId } })
  const { data } = useQuery({
    ...asked,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? askAgainMilliseconds : false),
  })
  const run = useWrite(classificationRoutes.run, {
    onSuccess: (begun) => client.setQueryData(asked.queryKey, begun),
    onError: toastFailure,
  })
  if (!data) return null
  const total = Math.max(data.total, data.checked)
  return (
    <div className="mt-3 border-t border-line pt-3">
      {data.state === 'running' ? (
        <ProgressBar
          label={words.running}
          share={total === 0 ? null : data.checked / total}
          value={words.runProgress(format.number(data.checked), format.number(total))}
        />
      ) : (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {data.endedAt && (
            <p className="min-w-0 flex-1 text-small text-muted">
              {words.ran(format.relative(data.endedAt), format.number(data.checked), format.number(data.changed))}
            </p>
          )}
          <Button size="small" icon={<RefreshCw size={15} />} pending={run.isPending} onPress={() => run.mutate({ params: { schemeId } })}>
            {words.run}
          </Button>
        </div>
      )}
    </div>
  )
}
