import { sessionRoutes, tokenRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { PasswordField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSecurityWords } from './messages.ts'

const empty = { current: '', next: '', endTokens: false }

interface PasswordFormProps {
  asksAboutTokens: boolean
  /** The way out, beside the button. */
  leave?: ReactNode
  onDone?: () => void
}

/** Changes one's own password. Who was made to has no token yet that could be asked about. */
export function PasswordForm({ asksAboutTokens, leave, onDone }: PasswordFormProps) {
  const words = useSecurityWords()
  const client = useQueryClient()
  const [given, setGiven] = useState(empty)
  const change = useWrite(sessionRoutes.changePassword, {
    onSuccess: () => {
      setGiven(empty)
      void client.invalidateQueries({ queryKey: [tokenRoutes.list.path] })
      toast({ text: words.changed })
      onDone?.()
    },
  })
  const field = (name: 'current' | 'next') => ({
    name,
    label: words[name],
    value: given[name],
    onChange: (value: string) => setGiven({ ...given, [name]: value }),
    problem: change.error?.byField[name],
  })
  return (
    <FormLayout
      className="max-w-md"
      onSubmit={() => change.mutate({ body: given })}
      failure={change.error}
      actions={
        <>
          <Button
            type="submit"
            variant={asksAboutTokens ? 'secondary' : 'primary'}
            pending={change.isPending}
            isDisabled={given.current === '' || given.next === ''}
          >
            {words.change}
          </Button>
          {leave}
        </>
      }
    >
      <PasswordField {...field('current')} autoComplete="current-password" />
      <PasswordField {...field('next')} hint={`${words.nextHint} ${words.othersEnd}`} autoComplete="new-password" />
      {asksAboutTokens && (
        <Checkbox isSelected={given.endTokens} onChange={(endTokens) => setGiven({ ...given, endTokens })} hint={words.endTokensHint}>
          {words.endTokens}
        </Checkbox>
      )}
    </FormLayout>
  )
}
