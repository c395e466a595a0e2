import { Ban, CheckCircle2, Circle, CircleAlert, CircleDot, Clock, type LucideIcon, Minus, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'

export type Tone = 'neutral' | 'accent' | 'positive' | 'caution' | 'danger' | 'notice'

const tones: Record<Tone, string> = {
  neutral: 'bg-hover text-muted',
  accent: 'bg-accent-soft text-accent-text',
  positive: 'bg-positive-soft text-positive',
  caution: 'bg-caution-soft text-caution',
  danger: 'bg-danger-soft text-danger',
  notice: 'bg-notice-soft text-notice',
}

/** The colour of a tone for text on a plain ground. */
export const toneText: Record<Tone, string> = {
  neutral: 'text-muted',
  accent: 'text-accent-text',
  positive: 'text-positive',
  caution: 'text-caution',
  danger: 'text-danger',
  notice: 'text-notice',
}

interface BadgeProps {
  children: ReactNode
  tone?: Tone
  icon?: ReactNode
}

/** A word or a count in a small plate. */
export function Badge({ children, tone = 'neutral', icon }: BadgeProps) {
  return (
    <span
      className={classes(
        'inline-flex max-w-full items-center gap-1 rounded-[0.375rem] px-1.75 text-small leading-6 font-medium whitespace-nowrap',
        tones[tone],
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  )
}

/** The shapes a status may have. Each is told apart without its colour. */
export type Shape = 'ring' | 'dot' | 'clock' | 'check' | 'alert' | 'warning' | 'stop' | 'dash'

const shapes: Record<Shape, LucideIcon> = {
  ring: Circle,
  dot: CircleDot,
  clock: Clock,
  check: CheckCircle2,
  alert: CircleAlert,
  warning: TriangleAlert,
  stop: Ban,
  dash: Minus,
}

/** A status: a shape and a word, so that the colour is never alone. */
export function StatusBadge({ shape, children, tone = 'neutral' }: { shape: Shape; children: ReactNode; tone?: Tone }) {
  const Icon = shapes[shape]
  return (
    <Badge tone={tone} icon={<Icon size={14} strokeWidth={2.25} className="shrink-0" aria-hidden="true" />}>
      {children}
    </Badge>
  )
}
