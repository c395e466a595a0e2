import { unitRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { Building2, MapPin, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { query } from '../../../api/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import { BranchDialog } from './BranchDialog.tsx'
import { useUnitWords } from './messages.ts'
import type { Branch, EditedUnit } from './unit.types.ts'
import { UnitDialog } from './UnitDialog.tsx'
import { UnitTree } from './UnitTree.tsx'

/** The tree of units and the branches they belong to. */
export function UnitsPage() {
  const words = useUnitWords()
  const list = useQuery(query(unitRoutes.list))
  const [edited, setEdited] = useState<EditedUnit | null>(null)
  const add = () => setEdited({ id: null, parentId: null })
  return (
    <SettingsFrame
      section="units"
      actions={
        <Button variant="primary" icon={<Plus size={17} />} onPress={add}>
          {words.addUnit}
        </Button>
      }
    >
      {list.error && <ErrorState failure={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && (
        <Card>
          <SkeletonLines lines={6} />
        </Card>
      )}
      {list.data && (
        <div className="grid grid-cols-1 items-start gap-gap lg:grid-cols-[minmax(0,1fr)_20rem]">
          <Card title={words.units} flush>
            {list.data.units.length === 0 ? (
              <EmptyState compact icon={<Building2 size={22} />} title={words.units}>
                {words.noUnits}
              </EmptyState>
            ) : (
              <UnitTree units={list.data} onEdit={setEdited} />
            )}
          </Card>
          <Branches branches={list.data.branches} />
        </div>
      )}
      {edited && list.data && <UnitDialog units={list.data} edited={edited} onClose={() => setEdited(null)} />}
    </SettingsFrame>
  )
}

function Branches({ branches }: { branches: readonly Branch[] }) {
  const words = useUnitWords()
  const [edited, setEdited] = useState<Branch | 'new' | null>(null)
  return (
    <Card
      title={words.branches}
      actions={
        <Button size="small" icon={<Plus size={15} />} onPress={() => setEdited('new')}>
          {words.addBranch}
        </Button>
      }
    >
      <p className="mb-2 text-small text-muted">{branches.length === 0 ? words.noBranches : words.branchesHint}</p>
      <ul>
        {branches.map((branch) => (
          <li key={branch.id} className="flex min-h-row items-center gap-2 border-t border-line">
            <MapPin size={16} aria-hidden="true" className="shrink-0 text-faint" />
            <span className="min-w-0 flex-1 truncate">
              <bdi>{branch.name}</bdi>
            </span>
            <IconButton size="small" label={words.renameBranch} icon={<Pencil size={15} />} onPress={() => setEdited(branch)} />
          </li>
        ))}
      </ul>
      {edited !== null && <BranchDialog branch={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Card>
  )
}
