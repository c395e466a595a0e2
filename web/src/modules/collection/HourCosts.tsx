import { completenessRoutes, fieldCostRoutes } from '@parvandeh/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Clock, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useDirectory } from '../../api/directory.ts'
import { query, useWrite } from '../../api/query.ts'
import { Button } from '../../ui/Button.tsx'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FormLayout } from '../../ui/FormLayout.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { MoneyField } from '../../ui/MoneyField.tsx'
import { toast } from '../../ui/toast.tsx'
import { useCollectionWords } from './messages.ts'

interface Cost {
  unitId: string | null
  rials: number | null
}

/** What an hour of work costs, of the organisation and of units that differ. */
export function HourCosts() {
  const words = useCollectionWords()
  const [isOpen, setOpen] = useState(false)
  const { data } = useQuery({ ...query(completenessRoutes.hourCosts), enabled: isOpen })
  return (
    <>
      <Button icon={<Clock size={16} />} onPress={() => setOpen(true)}>
        {words.hourCost}
      </Button>
      {isOpen && data && <CostsDialog costs={data.costs} onClose={() => setOpen(false)} />}
    </>
  )
}

function CostsDialog({ costs, onClose }: { costs: readonly Cost[]; onClose: () => void }) {
  const words = useCollectionWords()
  const client = useQueryClient()
  const [given, setGiven] = useState<Cost[]>(
    costs.some(({ unitId }) => unitId === null) ? [...costs] : [{ unitId: null, rials: null }, ...costs],
  )
  const save = useWrite(completenessRoutes.setHourCosts, {
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: [fieldCostRoutes.list.path] })
      void client.invalidateQueries({ queryKey: [completenessRoutes.hourCosts.path] })
      toast({ text: words.costSaved })
      onClose()
    },
  })
  const said = given.flatMap(({ unitId, rials }) => (rials === null ? [] : [{ unitId, rials }]))
  return (
    <Dialog isOpen onOpenChange={(open) => !open && onClose()} title={words.hourCost}>
      <FormLayout
        failure={save.error}
        onSubmit={() => save.mutate({ body: { costs: said } })}
        actions={
          <>
            <Button type="submit" variant="primary" pending={save.isPending}>
              {words.save}
            </Button>
            <Button onPress={onClose}>{words.cancel}</Button>
          </>
        }
      >
        <p className="text-muted">{words.hourCostHint}</p>
        <CostRows given={given} onChange={setGiven} />
        <AddUnit given={given} onAdd={(unitId) => setGiven([...given, { unitId, rials: null }])} />
      </FormLayout>
    </Dialog>
  )
}

/** A line for the organisation, and one for each unit whose hour costs another sum. */
function CostRows({ given, onChange }: { given: readonly Cost[]; onChange: (costs: Cost[]) => void }) {
  const words = useCollectionWords()
  const { units } = useDirectory()
  const nameOf = (unitId: string | null) => units.find(({ id }) => id === unitId)?.name ?? words.organisation
  return given.map(({ unitId, rials }, place) => (
    <div key={unitId ?? ''} className="flex items-start gap-2">
      <MoneyField
        className="flex-1"
        label={nameOf(unitId)}
        value={rials}
        minimum={0}
        onChange={(next) => onChange(given.map((one, index) => (index === place ? { ...one, rials: next } : one)))}
      />
      {unitId !== null && (
        <IconButton
          className="mt-6"
          label={words.remove}
          icon={<X size={16} />}
          onPress={() => onChange(given.filter((_, index) => index !== place))}
        />
      )}
    </div>
  ))
}

function AddUnit({ given, onAdd }: { given: readonly Cost[]; onAdd: (unitId: string) => void }) {
  const words = useCollectionWords()
  const { units } = useDirectory()
  const [isAdding, setAdding] = useState(false)
  if (!isAdding)
    return (
      <div>
        <Button size="small" icon={<Plus size={15} />} onPress={() => setAdding(true)}>
          {words.addUnit}
        </Button>
      </div>
    )
  return (
    <ComboBox
      autoFocus
      label={words.addUnit}
      options={units.filter(({ id }) => given.every(({ unitId }) => unitId !== id)).map(({ id, name }) => ({ id, label: name }))}
      value={null}
      onChange={(unitId) => {
        if (unitId) onAdd(unitId)
        setAdding(false)
      }}
    />
  )
}
