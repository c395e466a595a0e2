import type { Option } from '../ui/OptionList.tsx'

/** Something by which a list is narrowed: one out of some values, named in words. */
export interface Filter {
  key: string
  label: string
  options: readonly Option[]
  /** The value in force; null where it narrows nothing. */
  value: string | null
  onChange: (value: string | null) => void
}

/** «وضعیت: باز»: a filter in force, in words. */
export function filterSaid({ label, options, value }: Filter): { label: string; said: string } | null {
  if (value === null) return null
  return { label, said: options.find(({ id }) => id === value)?.label ?? '…' }
}
