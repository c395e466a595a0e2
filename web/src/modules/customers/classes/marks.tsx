import type { classMarks } from '@parvandeh/contract'
import { Circle, Diamond, Flag, Heart, type LucideIcon, Minus, Shield, Square, Star, Triangle } from 'lucide-react'

type Mark = (typeof classMarks)[number]

const icons: Record<Mark, LucideIcon> = {
  star: Star,
  circle: Circle,
  square: Square,
  triangle: Triangle,
  diamond: Diamond,
  flag: Flag,
  heart: Heart,
  shield: Shield,
  minus: Minus,
}

/** The mark of a class: a shape, told apart without a colour. */
export function ClassMark({ mark, size = 14 }: { mark: Mark; size?: number }) {
  const Icon = icons[mark]
  return <Icon size={size} strokeWidth={2.25} className="shrink-0" aria-hidden="true" />
}
