import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMay } from '../../api/session.ts'
import { Page } from '../../ui/Page.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { type CollectionTab, tabs } from './collection-search.ts'
import { CostsTab } from './CostsTab.tsx'
import { useCollectionWords } from './messages.ts'
import { OverviewTab } from './OverviewTab.tsx'
import { ProgrammesTab } from './programmes/ProgrammesTab.tsx'
import { WeightsTab } from './WeightsTab.tsx'

/** How complete files are, what is being collected, what that takes, and what counts. */
export function CollectionPage() {
  const words = useCollectionWords()
  const navigate = useNavigate()
  const may = useMay()
  const { tab = 'overview', ...search } = useSearch({ from: '/app/completeness' })
  const parts: Record<CollectionTab, { content: React.ReactNode; open: boolean }> = {
    overview: { content: <OverviewTab />, open: true },
    programmes: { content: <ProgrammesTab />, open: true },
    costs: { content: <CostsTab />, open: may('kpi.read') },
    weights: { content: <WeightsTab />, open: may('customers.fields') },
  }
  return (
    <Page title={words.title}>
      <title>{words.title}</title>
      <Tabs
        label={words.title}
        selected={parts[tab].open ? tab : 'overview'}
        onSelect={(id) => void navigate({ to: '/completeness', search: { ...search, tab: id }, replace: true })}
        tabs={tabs.filter((id) => parts[id].open).map((id) => ({ id, label: words.tabs[id], content: parts[id].content }))}
      />
    </Page>
  )
}
