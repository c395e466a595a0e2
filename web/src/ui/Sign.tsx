import type { LucideIcon } from 'lucide-react'
import { classes } from './classes.ts'

interface SignProps {
  icon: LucideIcon
  label: string
  tone?: 'faint' | 'caution'
}

/** A small sign in a line of text; its name is read out, and shown on hover. */
export function Sign({ icon: Icon, label, tone = 'faint' }: SignProps) {
  return (
    <span title={label} className={classes('inline-flex shrink-0', tone === 'faint' ? 'text-faint' : 'text-caution')}>
      <Icon size={15} aria-hidden="true" />
      <span className="sr-only">{label}</span>
    </span>
  )
}
