import type { Permission } from '@parvandeh/contract'
import type { QueryKey } from '@tanstack/react-query'
import type { LucideIcon } from 'lucide-react'

/** Something found by the palette, and where it leads. */
export interface PaletteItem {
  id: string
  label: string
  hint?: string
  href: string
  /** What stands over it, where that is not the name of the place: by what it was found. */
  section?: string
}

interface PaletteRead {
  queryKey: QueryKey
  queryFn: (context: { signal: AbortSignal }) => Promise<PaletteItem[]>
}

/** A place where the palette looks as one types: customers, requests. */
export interface PaletteSource {
  name: 'customers' | 'requests' | 'documents' | 'segments' | 'settings'
  /** Needed to look there; left out, whoever signs in may. */
  permission?: Permission
  icon: LucideIcon
  /** The read for what was typed; at least two characters. */
  find: (typed: string) => PaletteRead
  /** What may have been meant, asked when little was found; at least three characters. */
  near?: (typed: string) => PaletteRead
}

/** Something to do from anywhere: in the palette, and under "add" in the top bar. */
export interface Command {
  id: string
  /** In both languages, so that either finds it. */
  label: { fa: string; en: string }
  icon: LucideIcon
  href: string
  permission?: Permission
}
