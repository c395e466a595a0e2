import { useFormat } from '../../../persian/format.ts'
import { Card } from '../../../ui/Card.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import type { Import } from '../import.types.ts'
import { isRunning } from '../ImportState.tsx'
import { AboutImport } from './AboutImport.tsx'
import { ImportActions } from './ImportActions.tsx'
import { useProgressWords } from './messages.ts'
import { ResultFigures } from './ResultFigures.tsx'
import { RowCounts } from './RowCounts.tsx'
import { Standstill } from './Standstill.tsx'
import { Steps } from './Steps.tsx'

/** How an import goes: its steps, its counts, why it stands still, and in the end what it brought. */
export function ImportProgress({ one, onRemap }: { one: Import; onRemap: () => void }) {
  return (
    <div className="grid grid-cols-1 items-start gap-gap lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-gap">
        {isRunning(one) && <Running one={one} />}
        <Standstill one={one} onRemap={onRemap} />
        {one.result && <ResultFigures result={one.result} />}
        {one.rowsRead > 0 && one.state !== 'discarded' && <RowCounts one={one} />}
      </div>
      <AboutImport one={one} />
    </div>
  )
}

function Running({ one }: { one: Import }) {
  const words = useProgressWords()
  const format = useFormat()
  const { state, rowsRead, rowsLoaded, progress } = one
  // A packed file is taken in faster than its rows are read out: at its end the rest cannot be foretold.
  const share = progress === 1 ? null : progress
  const said =
    state === 'loading'
      ? words.rowsLoaded(format.number(rowsLoaded), format.number(rowsRead - one.rowsRefused - one.rowsKnown))
      : words.rowsRead(format.number(rowsRead))
  return (
    <Card>
      <div className="flex flex-col gap-5">
        <Steps state={one.state} />
        <ProgressBar label={state === 'loading' ? words.loading : words.reading} share={share} value={said} />
        <p className="text-small text-muted">{words.quiet}</p>
        <ImportActions one={one} />
      </div>
    </Card>
  )
}
