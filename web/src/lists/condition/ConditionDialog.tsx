import type { Condition } from '@parvandeh/contract'
import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ConditionBuilder, useConditionDraft } from './ConditionBuilder.tsx'
import type { ConditionSource } from './condition-source.types.ts'
import { newLine } from './draft.rules.ts'
import { useConditionWords } from './messages.ts'

interface ConditionDialogProps {
  source: ConditionSource
  value: Condition | null
  /** A field that a line is begun with. */
  begin?: string | undefined
  onChange: (condition: Condition | null) => void
  onClose: () => void
  /** Stands at the foot beside the buttons: how many fit, and what else can be done with the condition. */
  renderAside?: ((condition: Condition | null) => ReactNode) | undefined
}

/** The filters of a list as a whole, in words, with groups. Nothing is asked of the list until it is applied. */
export function ConditionDialog({ source, value, begin, onChange, onClose, renderAside }: ConditionDialogProps) {
  const words = useConditionWords()
  const field = source.fields.find(({ key }) => key === begin)
  const added = field?.operators[0] ? newLine(field.key, field.operators[0]) : value === null ? newLine('', 'equals') : undefined
  const { draft, setDraft, condition } = useConditionDraft(source, value, added)
  return (
    <Dialog
      isOpen
      size="large"
      title={words.title}
      onOpenChange={(open) => !open && onClose()}
      renderActions={(close) => (
        <>
          <Button
            variant="primary"
            onPress={() => {
              onChange(condition)
              close()
            }}
          >
            {words.apply}
          </Button>
          <Button onPress={close}>{words.cancel}</Button>
          <span className="flex-1" />
          {renderAside?.(condition)}
        </>
      )}
    >
      <p className="pb-3 text-small text-muted">{words.intro}</p>
      <ConditionBuilder takesFocus source={source} draft={draft} onChange={setDraft} />
    </Dialog>
  )
}
