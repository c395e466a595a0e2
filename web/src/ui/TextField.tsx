import { Eye, EyeOff } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import {
  Group,
  Input,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import { classes, controlBox } from './classes.ts'
import { fieldClass, FieldLabel, FieldNotes, type FieldWords } from './Field.tsx'
import { IconButton } from './IconButton.tsx'
import { useUiWords } from './messages.ts'

type Base = Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> & FieldWords

export interface TextFieldProps extends Base {
  placeholder?: string
  /** For what is Latin or digits by nature: phones, codes, e-mail. The text runs left to right, at the reading start. */
  ltr?: boolean
  prefix?: ReactNode
  suffix?: ReactNode
}

/** One line of text. */
export function TextField({ label, hint, problem, hideLabel, className, placeholder, ltr, prefix, suffix, ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} isInvalid={Boolean(problem)} className={fieldClass(className)}>
      <FieldLabel label={label} isRequired={rest.isRequired} hideLabel={hideLabel} />
      <Group className={classes(controlBox, 'flex items-center')}>
        {prefix && <span className="ps-3 text-muted">{prefix}</span>}
        <Input placeholder={placeholder} dir={ltr ? 'ltr' : undefined} className={inputClass(ltr)} />
        {suffix && <span className="pe-2 text-small text-muted">{suffix}</span>}
      </Group>
      <FieldNotes hint={hint} problem={problem} />
    </AriaTextField>
  )
}

/** The bare input inside a control box. A left-to-right value in a right-to-left page still begins where the eye does. */
export function inputClass(ltr?: boolean): string {
  return classes(
    'min-w-0 flex-1 self-stretch bg-transparent px-3 text-body outline-none disabled:cursor-not-allowed',
    ltr && 'in-[[dir=rtl]]:text-end',
  )
}

/** A password, hidden until the person asks to see it. */
export function PasswordField(props: Omit<TextFieldProps, 'type' | 'ltr' | 'suffix'>) {
  const words = useUiWords()
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <TextField
      {...props}
      ltr
      type={shown ? 'text' : 'password'}
      suffix={
        <IconButton
          size="small"
          className="-me-1"
          label={shown ? words.hidePassword : words.showPassword}
          icon={<Icon size={17} />}
          onPress={() => setShown(!shown)}
        />
      }
    />
  )
}

export interface TextAreaProps extends Base {
  placeholder?: string
  rows?: number
}

/** Several lines of text; grows with what is typed. */
export function TextArea({ label, hint, problem, hideLabel, className, placeholder, rows = 3, ...rest }: TextAreaProps) {
  return (
    <AriaTextField {...rest} isInvalid={Boolean(problem)} className={fieldClass(className)}>
      <FieldLabel label={label} isRequired={rest.isRequired} hideLabel={hideLabel} />
      <AriaTextArea
        rows={rows}
        placeholder={placeholder}
        className={classes(controlBox, 'max-h-96 field-sizing-content resize-y px-3 py-1.5', rowsClass[rows] ?? 'min-h-24!')}
      />
      <FieldNotes hint={hint} problem={problem} />
    </AriaTextField>
  )
}

const rowsClass: Record<number, string> = { 2: 'min-h-16!', 3: 'min-h-24!', 4: 'min-h-30!', 6: 'min-h-44!', 8: 'min-h-56!' }
