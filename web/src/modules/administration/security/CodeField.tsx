import { TextField } from '../../../ui/TextField.tsx'

interface CodeFieldProps {
  label: string
  hint?: string
  value: string
  onChange: (value: string) => void
  autoFocus?: boolean
}

/** Where a one-time code is typed: phones offer digits for it, and the code of a message or app where they can. */
export function CodeField({ hint, ...rest }: CodeFieldProps) {
  return <TextField {...rest} {...(hint ? { hint } : {})} ltr name="code" autoComplete="one-time-code" inputMode="text" maxLength={40} />
}
