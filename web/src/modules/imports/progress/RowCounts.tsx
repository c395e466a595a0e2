import { importRoutes } from '@parvandeh/contract'
import { Download, TriangleAlert } from 'lucide-react'
import { addressOf } from '../../../api/call.ts'
import { useFormat } from '../../../persian/format.ts'
import { buttonClass } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { classes } from '../../../ui/classes.ts'
import type { Import } from '../import.types.ts'
import { useProgressWords } from './messages.ts'

/** What became of the rows, and the file that says why some were refused. */
export function RowCounts({ one }: { one: Import }) {
  const words = useProgressWords()
  const format = useFormat()
  const counts = [
    { name: words.counts.read, count: one.rowsRead },
    { name: words.counts.loaded, count: one.rowsLoaded },
    { name: words.counts.known, count: one.rowsKnown, hint: words.knownHint },
    { name: words.counts.refused, count: one.rowsRefused, isBad: one.rowsRefused > 0 },
  ]
  return (
    <Card title={words.rows}>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4">
        {counts.map(({ name, count, hint, isBad }) => (
          <div key={name} title={hint}>
            <dt className="text-small text-muted">{name}</dt>
            <dd className={classes('text-title font-semibold', isBad && 'text-caution', count === 0 && 'font-normal text-faint')}>
              {format.number(count)}
            </dd>
          </div>
        ))}
      </dl>
      {one.rowsRefused > 0 && (
        <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-3 rounded-control bg-caution-soft px-4 py-3">
          <TriangleAlert size={18} aria-hidden="true" className="shrink-0 text-caution" />
          <div className="min-w-52 flex-1">
            <p className="font-medium text-caution">{words.errorsTitle(format.number(one.rowsRefused))}</p>
            <p className="text-small text-muted">{words.errorsText}</p>
          </div>
          <a href={addressOf(importRoutes.errors, { params: { importId: one.id } })} download className={buttonClass('secondary', 'small')}>
            <Download size={15} aria-hidden="true" />
            {words.download}
          </a>
        </div>
      )}
    </Card>
  )
}
