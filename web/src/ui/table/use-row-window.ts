import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'
import { usePreferences } from '../../i18n/preferences.ts'
import { useIsPrinting } from '../printing.ts'

/** What stands in the body of the table: a line by its place, or room for lines that are not in sight. */
export type Part = { line: number } | { gap: number; before: number }

interface RowWindowOptions {
  region: RefObject<HTMLElement | null>
  count: number
  keyOf: (line: number) => string
  /** The line that has the keyboard: it stays in the page wherever one scrolls, or the focus would be lost. */
  pinned: number
  isOn: boolean
}

const usualHeights = { comfortable: 43, compact: 35 }
const beyondSight = 12

/**
 * Which lines of a long table stand in the page: those in sight and some around them. On paper, and where it is
 * switched off, all of them.
 */
export function useRowWindow({ region, count, keyOf, pinned, isOn }: RowWindowOptions) {
  const { density } = usePreferences()
  const isPrinting = useIsPrinting()
  const isPartial = isOn && !isPrinting
  // It hands out functions whose answers change: nothing here is remembered by them.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count,
    enabled: isPartial,
    getScrollElement: () => region.current,
    estimateSize: () => usualHeights[density],
    overscan: beyondSight,
    getItemKey: keyOf,
    scrollPaddingStart: 40,
    // What is first shown before the region has been measured.
    initialRect: { width: 1000, height: 800 },
    rangeExtractor: (range: Range) => withPinned(defaultRangeExtractor(range), pinned),
  })
  const parts = isPartial ? partsOf(virtual.getVirtualItems(), virtual.getTotalSize()) : everyLine(count)
  return {
    parts,
    measure: isPartial ? virtual.measureElement : undefined,
    reveal: (line: number) => isPartial && virtual.scrollToIndex(line, { align: 'auto' }),
    last: isPartial ? (virtual.range?.endIndex ?? 0) : count - 1,
  }
}

function withPinned(lines: number[], pinned: number): number[] {
  if (pinned < 0 || lines.includes(pinned)) return lines
  return [...lines, pinned].sort((one, other) => one - other)
}

function partsOf(items: readonly { index: number; start: number; end: number }[], total: number): Part[] {
  const parts: Part[] = []
  let reached = 0
  for (const { index, start, end } of items) {
    if (start > reached) parts.push({ gap: start - reached, before: index })
    parts.push({ line: index })
    reached = end
  }
  if (total > reached) parts.push({ gap: total - reached, before: -1 })
  return parts
}

const everyLine = (count: number): Part[] => Array.from({ length: count }, (_, line) => ({ line }))
