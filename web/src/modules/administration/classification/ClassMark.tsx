import { Circle, Diamond, Flag, Heart, type LucideIcon, Minus, Shield, Square, Star, Triangle } from 'lucide-react'
import type { Mark } from './scheme-form.ts'

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
export function ClassMark({ mark }: { mark: Mark }) {
  const Icon = icons[mark]
  return <Icon size={15} strokeWidth={2.25} className="shrink-0" aria-hidden="true" />
}
