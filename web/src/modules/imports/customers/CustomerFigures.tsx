import type { CustomerCounts } from '@parvandeh/contract'
import type { ReactNode } from 'react'
import { useFormat } from '../../../persian/format.ts'
import { Card } from '../../../ui/Card.tsx'
import { classes } from '../../../ui/classes.ts'
import { useCustomerImportWords } from './messages.ts'

const shown = ['created', 'updated', 'same', 'repeated', 'skipped', 'ambiguous', 'refused', 'doubtful'] as const
const delicate: readonly string[] = ['ambiguous', 'refused', 'doubtful']

interface CustomerFiguresProps {
  title: string
  text?: string
  counts: CustomerCounts
  children?: ReactNode
}

/** What became, or would become, of the rows, figure by figure. */
export function CustomerFigures({ title, text, counts, children }: CustomerFiguresProps) {
  const words = useCustomerImportWords()
  const format = useFormat()
  return (
    <Card title={title}>
      {text && <p className="mb-3 text-muted">{text}</p>}
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
        {shown.map((name) => {
          const count = counts[name]
          return (
            <div key={name} className="flex min-w-0 flex-col-reverse">
              <dt className="text-small text-muted">{words.figures[name]}</dt>
              <dd
                className={classes(
                  'text-display font-semibold',
                  count === 0 ? 'font-normal! text-faint' : delicate.includes(name) && 'text-caution',
                )}
              >
                {format.number(count)}
              </dd>
            </div>
          )
        })}
      </dl>
      {children && <div className="mt-5 flex flex-wrap items-center gap-2 border-t border-line pt-4">{children}</div>}
    </Card>
  )
}
