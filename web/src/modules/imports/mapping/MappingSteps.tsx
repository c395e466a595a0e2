import { importRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { query } from '../../../api/query.ts'
import { Card } from '../../../ui/Card.tsx'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import type { Import } from '../import.types.ts'
import { Discard } from '../progress/ImportActions.tsx'
import { FilePreview } from './FilePreview.tsx'
import { MappingForm } from './MappingForm.tsx'
import { useMappingWords } from './messages.ts'

/** What the file looks like, and below it how it is to be read. */
export function MappingSteps({ one, onStarted }: { one: Import; onStarted: () => void }) {
  const words = useMappingWords()
  const preview = useQuery({ ...query(importRoutes.preview, { params: { importId: one.id } }), staleTime: Number.POSITIVE_INFINITY })
  if (preview.error) {
    return (
      <Card>
        <ErrorState failure={preview.error} onRetry={() => void preview.refetch()}>
          {one.can.discard && (
            <div className="mt-3">
              <Discard one={one} />
            </div>
          )}
        </ErrorState>
      </Card>
    )
  }
  if (!preview.data) {
    return (
      <Card title={words.reading}>
        <SkeletonLines lines={8} />
      </Card>
    )
  }
  return (
    <>
      <FilePreview preview={preview.data} />
      <MappingForm one={one} preview={preview.data} onStarted={onStarted} />
    </>
  )
}
