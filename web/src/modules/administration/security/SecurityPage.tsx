import { secondFactorPolicies, secondFactorRoutes } from '@parvandeh/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { query, useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSettingWords } from '../messages.ts'
import { SettingsFrame } from '../SettingsFrame.tsx'
import { useSecurityWords } from './messages.ts'

type Policy = (typeof secondFactorPolicies)[number]

/** What the organisation asks of everybody who signs in. */
export function SecurityPage() {
  return (
    <SettingsFrame section="security" narrow>
      <SecondFactorPolicy />
    </SettingsFrame>
  )
}

function SecondFactorPolicy() {
  const words = useSecurityWords()
  const format = useFormat()
  const { save } = useSettingWords()
  const client = useQueryClient()
  const state = useQuery(query(secondFactorRoutes.policy))
  const [chosen, setChosen] = useState<Policy | null>(null)
  const set = useWrite(secondFactorRoutes.setPolicy, {
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [secondFactorRoutes.policy.path] })
      setChosen(null)
      toast({ text: words.policySaved })
    },
  })
  if (state.error) return <ErrorState failure={state.error} onRetry={() => void state.refetch()} />
  const policy = chosen ?? state.data?.policy ?? null
  return (
    <Card title={words.factor}>
      {state.isPending && <SkeletonLines lines={4} />}
      {state.data && (
        <FormLayout
          onSubmit={() => policy && set.mutate({ body: { policy } })}
          failure={set.error}
          actions={
            <Button type="submit" variant="primary" pending={set.isPending} isDisabled={policy === state.data.policy}>
              {save}
            </Button>
          }
        >
          <RadioGroup
            label={words.policyTitle}
            options={secondFactorPolicies.map((id) => ({ id, label: words.policies[id], hint: words.policyHints[id] }))}
            value={policy}
            onChange={setChosen}
            hint={words.policyHint}
          />
          <p className="text-small text-muted">
            {words.policyCount(format.number(state.data.withSecondFactor), format.number(state.data.people))}
          </p>
        </FormLayout>
      )}
    </Card>
  )
}
