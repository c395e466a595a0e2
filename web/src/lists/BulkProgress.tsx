import { type BulkView, failures } from '@parvandeh/contract'
import { useLanguage } from '../i18n/language.tsx'
import { useFormat } from '../persian/format.ts'
import { Button } from '../ui/Button.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { Result } from './BulkResult.tsx'
import { useListsWords } from './messages.ts'
import { isUnderWay, type useBulkVerbs } from './use-bulk.ts'

/** How far a change of many rows has come; at its end, or where it stopped, what came of it. */
export function BulkProgress({ view }: { view: BulkView }) {
  const words = useListsWords().bulk
  const language = useLanguage()
  if (isUnderWay(view)) return <BulkMeter view={view} />
  return (
    <div className="flex flex-col gap-3">
      {view.state === 'stopped' && (
        <>
          <BulkMeter view={view} />
          {view.stoppedBy && <p className="text-caution">{words.stoppedBecause(failures[view.stoppedBy][language])}</p>}
        </>
      )}
      <Result view={view} />
    </div>
  )
}

/** The bar alone. */
export function BulkMeter({ view, label }: { view: BulkView; label?: string }) {
  const words = useListsWords().bulk
  const format = useFormat()
  const isBack = view.state === 'undoing'
  const notPutBack = view.notPutBack.reduce((sum, { count }) => sum + count, 0)
  const [done, total] = isBack ? [view.putBack + notPutBack, view.changed] : [view.done, view.total]
  const said = isBack ? words.undoing : view.state === 'stopped' ? words.stopped : words.applying
  return (
    <ProgressBar
      label={label ?? said}
      share={total === 0 ? 1 : done / total}
      value={
        isBack || view.isExact
          ? words.working(format.number(done), format.number(total))
          : words.workingAbout(format.number(done), format.number(total))
      }
    />
  )
}

interface BulkButtonsProps {
  view: BulkView
  verbs: ReturnType<typeof useBulkVerbs>
  close: () => void
}

/** What can be done with a change from here: let it go on unseen, stop it, go on with it, put it back. */
export function BulkButtons({ view: { can, state }, verbs, close }: BulkButtonsProps) {
  const words = useListsWords().bulk
  return (
    <>
      {can.goOn && (
        <Button variant="primary" isDisabled={verbs.isPending} onPress={verbs.goOn}>
          {words.goOn}
        </Button>
      )}
      <Button variant={can.goOn ? 'secondary' : 'primary'} onPress={close}>
        {state === 'working' || state === 'undoing' ? words.leaveIt : words.close}
      </Button>
      {can.stop && (
        <Button isDisabled={verbs.isPending} onPress={verbs.stop}>
          {words.stop}
        </Button>
      )}
      {can.undo && (
        <Button isDisabled={verbs.isPending} onPress={verbs.undo}>
          {words.undoAll}
        </Button>
      )}
    </>
  )
}
