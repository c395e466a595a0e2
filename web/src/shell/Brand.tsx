import { classes } from '../ui/classes.ts'
import { useShellWords } from './messages.ts'

/** The mark of the product and its name. */
export function Brand({ nameHidden = false, large = false }: { nameHidden?: boolean; large?: boolean }) {
  const words = useShellWords()
  return (
    <span className="inline-flex items-center gap-2.5">
      <img src="/icon.svg" alt={nameHidden ? words.product : ''} className={classes('shrink-0', large ? 'size-11' : 'size-7')} />
      {!nameHidden && <span className={classes('font-bold', large ? 'text-display' : 'text-title')}>{words.product}</span>}
    </span>
  )
}
