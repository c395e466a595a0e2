import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { classes } from './classes.ts'
import { useUiWords } from './messages.ts'

export interface FieldWords {
  label: string
  /** What to type and why it is asked; shown under the control. */
  hint?: ReactNode
  /** What is wrong with the value and how to mend it; its presence marks the field. */
  problem?: string | undefined
  isRequired?: boolean
  /** Keeps the label for screen readers only, where the place itself says what the field is. */
  hideLabel?: boolean
  className?: string
}

/** The layout every field shares: a column of label, control, and what is said under it. */
export const fieldClass = (className?: string) => classes('group/field flex min-w-0 flex-col gap-1', className)

/** The name of a field; the required ones carry a word, not a lone star. */
export function FieldLabel({ label, isRequired, hideLabel }: Pick<FieldWords, 'label' | 'isRequired' | 'hideLabel'>) {
  const words = useUiWords()
  return (
    <Label className={classes('text-small font-medium text-muted select-none', hideLabel && 'sr-only')}>
      {label}
      {/* The space is not for looks alone: without it Persian letters join across the two elements. */}
      {isRequired && (
        <>
          {' '}
          <span className="ms-0.5 text-caption font-normal text-faint">{words.required}</span>
        </>
      )}
    </Label>
  )
}

/** What stands under a control: its problem where there is one, else its hint. */
export function FieldNotes({ hint, problem }: Pick<FieldWords, 'hint' | 'problem'>) {
  return (
    <>
      {hint && !problem && (
        <Text slot="description" className="text-small text-muted">
          {hint}
        </Text>
      )}
      <FieldError className="flex items-start gap-1.5 text-small text-danger">
        {({ validationErrors }) => (
          <>
            <CircleAlert size={15} className="mt-0.75 shrink-0" aria-hidden="true" />
            <span>{problem ?? validationErrors.join(' ')}</span>
          </>
        )}
      </FieldError>
    </>
  )
}
