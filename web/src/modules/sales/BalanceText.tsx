import { useFormat } from '../../persian/format.ts'
import { Bidi } from '../../ui/Bidi.tsx'
import { classes } from '../../ui/classes.ts'
import { useSalesWords } from './messages.ts'

/** A balance as people say it: how much, and who owes whom. */
export function BalanceText({ balance, large = false }: { balance: number; large?: boolean }) {
  const words = useSalesWords()
  const format = useFormat()
  const side = balance > 0 ? words.owes : balance < 0 ? words.owed : words.even
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-1.5">
      <span className={classes('font-semibold', large && 'text-heading')}>
        <Bidi>{format.money(Math.abs(balance))}</Bidi>
      </span>
      <span className={classes('text-small', balance > 0 ? 'text-caution' : balance < 0 ? 'text-notice' : 'text-muted')}>{side}</span>
    </span>
  )
}
