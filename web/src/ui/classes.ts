/** Joins class names and leaves out what is absent. */
export const classes = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ')

/** The ring around what the keyboard has reached. */
export const focusRing = 'outline-none data-focus-visible:outline-2 data-focus-visible:outline-offset-2 data-focus-visible:outline-accent'

/** The box in which a person types or picks. */
export const controlBox = [
  'min-h-control w-full min-w-0 rounded-control border border-line-strong bg-surface text-body text-text',
  'transition-[border-color,box-shadow] duration-100',
  'data-hovered:border-muted data-disabled:cursor-not-allowed data-disabled:opacity-50',
  'data-focused:border-accent data-focused:outline-2 data-focused:-outline-offset-1 data-focused:outline-accent',
  'data-focus-within:border-accent data-focus-within:outline-2 data-focus-within:-outline-offset-1 data-focus-within:outline-accent',
  'data-invalid:border-danger data-invalid:data-focused:outline-danger data-invalid:data-focus-within:outline-danger',
].join(' ')

/** A surface that floats over the page: lists, menus, pickers. */
export const floating = 'rounded-card bg-raised text-text shadow-floating outline-none data-entering:animate-[appear_120ms_ease-out]'

/** One row of a list that floats: an option, a command. */
export const floatingRow = [
  'flex min-h-control-small cursor-default items-center gap-2 rounded-control px-2.5 py-1 text-body text-text outline-none select-none',
  'data-focused:bg-hover data-selected:font-medium data-disabled:opacity-45',
].join(' ')
