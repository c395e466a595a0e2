import { CircleAlert } from 'lucide-react'
import type { FormEvent, ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { useFormat } from '../persian/format.ts'
import { classes } from './classes.ts'
import { useUiWords } from './messages.ts'

interface FormLayoutProps {
  children: ReactNode
  onSubmit: () => void
  /** A failure of the last attempt; its field problems are counted, and shown by the fields themselves. */
  failure?: { title: string; detail?: string | undefined; problems: readonly { field: string; message: string }[] } | null
  /** Buttons at the foot, the main one first. */
  actions?: ReactNode
  className?: string
  id?: string
}

/** A form: what failed at its head, fields in a column, buttons at its foot. */
export function FormLayout({ children, onSubmit, failure, actions, className, id }: FormLayoutProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Form {...(id ? { id } : {})} onSubmit={submit} validationBehavior="aria" className={classes('flex min-w-0 flex-col gap-4', className)}>
      {failure && <FormFailure failure={failure} />}
      {children}
      {actions && <div className="mt-1 flex flex-wrap items-center gap-2">{actions}</div>}
    </Form>
  )
}

/** What went wrong, at the head of a form, read aloud as it appears. */
export function FormFailure({ failure }: { failure: NonNullable<FormLayoutProps['failure']> }) {
  const words = useUiWords()
  const format = useFormat()
  const { title, detail, problems } = failure
  return (
    <div
      role="alert"
      className="flex items-start gap-2.5 rounded-control border border-danger/40 bg-danger-soft px-3.5 py-2.5 text-body text-danger"
    >
      <CircleAlert size={18} className="mt-1 shrink-0" aria-hidden="true" />
      <div className="min-w-0">
        <p className="font-medium">{problems.length > 0 ? words.problemsTitle(format.number(problems.length)) : title}</p>
        {detail && <p className="text-small">{detail}</p>}
      </div>
    </div>
  )
}

/** Fields side by side where there is room; each at least as wide as a name. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,13rem),1fr))] items-start gap-x-4 gap-y-4">{children}</div>
}

/** A part of a long form under its own title. */
export function FormSection({ title, hint, children }: { title: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-4 [fieldset+&]:border-t [fieldset+&]:border-line [fieldset+&]:pt-4">
      <legend className="float-start -mb-1 w-full text-body font-semibold">
        {title}
        {hint && <span className="block text-small font-normal text-muted">{hint}</span>}
      </legend>
      {children}
    </fieldset>
  )
}
