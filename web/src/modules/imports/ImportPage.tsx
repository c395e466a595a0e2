import { importRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { query } from '../../api/query.ts'
import { useFormat } from '../../persian/format.ts'
import { Bidi } from '../../ui/Bidi.tsx'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { Page } from '../../ui/Page.tsx'
import { ErrorState, SkeletonLines } from '../../ui/states.tsx'
import { CustomersMappingSteps } from './customers/CustomersMappingForm.tsx'
import { CustomersProgress } from './customers/CustomersProgress.tsx'
import type { Import } from './import.types.ts'
import { ImportState, isRunning } from './ImportState.tsx'
import { LedgersMappingSteps } from './ledgers/LedgersMappingForm.tsx'
import { LedgersProgress } from './ledgers/LedgersProgress.tsx'
import { MappingSteps } from './mapping/MappingSteps.tsx'
import { useImportWords } from './messages.ts'
import { ImportProgress } from './progress/ImportProgress.tsx'

/** One import: how its columns are to be read until it starts, then how it goes and what it brought. */
export function ImportPage() {
  const words = useImportWords()
  const { importId } = useParams({ from: '/app/imports/$importId' })
  const shown = useQuery({
    ...query(importRoutes.show, { params: { importId } }),
    refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? 1500 : false),
  })
  const { data: one } = shown
  if (!one) {
    return (
      <Page title={words.title} above={<Breadcrumbs trail={[{ label: words.back, href: '/imports' }]} />}>
        {shown.error ? <ErrorState failure={shown.error} onRetry={() => void shown.refetch()} /> : <SkeletonLines lines={6} />}
      </Page>
    )
  }
  return <ImportInView one={one} />
}

const partsOf = {
  requests: { Mapping: MappingSteps, Progress: ImportProgress },
  customers: { Mapping: CustomersMappingSteps, Progress: CustomersProgress },
  ledgers: { Mapping: LedgersMappingSteps, Progress: LedgersProgress },
}

function ImportInView({ one }: { one: Import }) {
  const words = useImportWords()
  const format = useFormat()
  const navigate = useNavigate()
  const { remap } = useSearch({ from: '/app/imports/$importId' })
  const isMapping = one.state === 'uploaded' || (remap === true && one.can.start)
  const { id: importId } = one
  const { Mapping, Progress } = partsOf[one.kind]
  return (
    <Page
      title={<Bidi>{one.fileName}</Bidi>}
      aside={<ImportState state={one.state} />}
      subtitle={`${format.bytes(one.bytes)} · ${format.moment(one.createdAt)}`}
      above={<Breadcrumbs trail={[{ label: words.back, href: '/imports' }, { label: one.fileName }]} />}
    >
      <title>{one.fileName}</title>
      {isMapping ? (
        <Mapping one={one} onStarted={() => void navigate({ to: '/imports/$importId', params: { importId }, search: {}, replace: true })} />
      ) : (
        <Progress one={one} onRemap={() => void navigate({ to: '/imports/$importId', params: { importId }, search: { remap: true } })} />
      )}
    </Page>
  )
}
