import { Search, X } from 'lucide-react'
import { Button, Group, Input, SearchField as AriaSearchField, type SearchFieldProps as AriaSearchFieldProps } from 'react-aria-components'
import { classes, controlBox } from './classes.ts'
import { inputClass } from './TextField.tsx'
import { useUiWords } from './messages.ts'

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'className' | 'style' | 'children'> {
  /** What is searched; read aloud, and shown while the box is empty. */
  label: string
  placeholder?: string
  className?: string
}

/** A box to search in; Escape empties it. */
export function SearchField({ label, placeholder, className, ...rest }: SearchFieldProps) {
  const words = useUiWords()
  return (
    <AriaSearchField {...rest} aria-label={label} className={classes('group/search min-w-0', className)}>
      <Group className={classes(controlBox, 'flex items-center')}>
        <Search size={17} className="ms-3 shrink-0 text-faint" aria-hidden="true" />
        <Input placeholder={placeholder ?? label} className={classes(inputClass(), 'ps-2! [&::-webkit-search-cancel-button]:hidden')} />
        <Button
          aria-label={words.clear}
          className="me-1 grid size-7 cursor-pointer place-items-center rounded-control text-muted outline-none group-data-empty/search:invisible data-focus-visible:outline-2 data-focus-visible:outline-accent data-hovered:bg-hover"
        >
          <X size={15} />
        </Button>
      </Group>
    </AriaSearchField>
  )
}
