import { useState } from 'react'
import type { ApiFailure } from '../../../api/failure.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useSignInWords } from './messages.ts'
import { useSaid } from './said.ts'

interface SecondStepProps {
  failure: ApiFailure | null
  isPending: boolean
  onSubmit: (given: { code: string; remember: boolean }) => void
  onLeave: () => void
}

/** The second step of signing in: the password was right, and a code is asked for. */
export function SecondStep({ failure, isPending, onSubmit, onLeave }: SecondStepProps) {
  const words = useSignInWords()
  const said = useSaid(failure)
  const [code, setCode] = useState('')
  const [remember, setRemember] = useState(false)
  return (
    <>
      <h1 className="mb-2 text-center text-heading font-semibold">{words.codeTitle}</h1>
      <p className="mb-4 text-center text-muted">{words.codeText}</p>
      <Card>
        <FormLayout
          onSubmit={() => onSubmit({ code, remember })}
          failure={said}
          actions={
            <>
              <Button type="submit" variant="primary" pending={isPending} isDisabled={code.trim() === ''} className="flex-1">
                {words.signIn}
              </Button>
              <Button onPress={onLeave}>{words.back}</Button>
            </>
          }
        >
          <TextField
            label={words.code}
            name="code"
            autoComplete="one-time-code"
            ltr
            autoFocus
            maxLength={40}
            value={code}
            onChange={setCode}
          />
          <Checkbox isSelected={remember} onChange={setRemember} hint={words.rememberHint}>
            {words.remember}
          </Checkbox>
        </FormLayout>
      </Card>
    </>
  )
}
