import { duplicateRoutes, type ResponseOf } from '@parvandeh/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { query, useWrite } from '../../../api/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { SkeletonLines } from '../../../ui/states.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { useDuplicateWords } from './messages.ts'

const levels = ['0.8', '0.9', '0.97'] as const
type Level = (typeof levels)[number]
type Settings = ResponseOf<typeof duplicateRoutes.settings>

/** From which likelihood on pairs are shown, and whether what is the same throughout is merged by itself. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const words = useDuplicateWords()
  const client = useQueryClient()
  const asked = query(duplicateRoutes.settings)
  const { data } = useQuery(asked)
  const [changed, setChanged] = useState<Partial<Settings>>({})
  const save = useWrite(duplicateRoutes.changeSettings, {
    onSuccess: (settings) => {
      client.setQueryData(asked.queryKey, settings)
      void client.invalidateQueries({ queryKey: [duplicateRoutes.list.path] })
      toast({ text: words.settings.saved })
      onClose()
    },
    onError: toastFailure,
  })
  const settings = data && { ...data, ...changed }
  return (
    <Dialog
      title={words.settings.title}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      renderActions={() => (
        <Button variant="primary" pending={save.isPending} onPress={() => settings && save.mutate({ body: settings })}>
          {words.settings.save}
        </Button>
      )}
    >
      {!settings && <SkeletonLines lines={5} />}
      {settings && <SettingsForm settings={settings} onChange={(change) => setChanged((before) => ({ ...before, ...change }))} />}
    </Dialog>
  )
}

export function SettingsForm({ settings, onChange }: { settings: Settings; onChange: (change: Partial<Settings>) => void }) {
  const words = useDuplicateWords()
  return (
    <div className="flex flex-col gap-5">
      <RadioGroup<Level>
        label={words.settings.threshold}
        hint={words.settings.thresholdHint}
        options={levels.map((id) => ({ id, label: words.settings.levels[id] }))}
        value={levels.find((one) => Number(one) === settings.threshold) ?? null}
        onChange={(id) => onChange({ threshold: Number(id) })}
      />
      <Switch isSelected={settings.automatic} onChange={(automatic) => onChange({ automatic })} hint={words.settings.automaticHint}>
        {words.settings.automatic}
      </Switch>
    </div>
  )
}
