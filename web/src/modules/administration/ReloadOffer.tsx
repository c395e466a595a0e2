import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import type { ApiFailure } from '../../api/failure.ts'
import { Button } from '../../ui/Button.tsx'
import { toastFailure } from '../../ui/toast.tsx'
import { useSettingWords } from './messages.ts'

/** After somebody else has changed the same thing: their version is put into the form, in place of what was typed. */
export function ReloadOffer({ failure, onReload }: { failure: ApiFailure | null; onReload: () => Promise<void> }) {
  const words = useSettingWords()
  const [isPending, setPending] = useState(false)
  if (failure?.code !== 'changed-meanwhile') return null
  const reload = () => {
    setPending(true)
    onReload()
      .catch(toastFailure)
      .finally(() => setPending(false))
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <Button icon={<RefreshCw size={16} />} pending={isPending} onPress={reload}>
        {words.reload}
      </Button>
      <span className="text-small text-muted">{words.reloadHint}</span>
    </div>
  )
}
