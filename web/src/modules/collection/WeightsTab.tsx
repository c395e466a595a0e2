import { completenessRoutes, type ResponseOf } from '@parvandeh/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { query, useWrite } from '../../api/query.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useFormat } from '../../persian/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { FormFailure } from '../../ui/FormLayout.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { ErrorState, SkeletonLines } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { useCollectionWords } from './messages.ts'

type Weights = ResponseOf<typeof completenessRoutes.weights>
const route = completenessRoutes.weights

/** How much each field counts, by kind of customer. */
export function WeightsTab() {
  const { data, error, refetch } = useQuery({
    ...query(route),
    refetchInterval: ({ state }) => (state.data?.work ? 1500 : false),
  })
  if (error) return <ErrorState failure={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonLines lines={8} />
  return <WeightsForm key={data.version} weights={data} />
}

const nameOf = (kind: string, key: string) => `${kind} ${key}`

function WeightsForm({ weights }: { weights: Weights }) {
  const words = useCollectionWords()
  const format = useFormat()
  const client = useQueryClient()
  const [given, setGiven] = useState<Record<string, number | null>>({})
  const save = useWrite(completenessRoutes.setWeights, {
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: [route.path] })
      toast({ text: words.weightsSaved })
    },
  })
  const all = weights.kinds.flatMap(({ kind, fields }) =>
    fields.map(({ key, weight }) => ({ kind, key, weight: given[nameOf(kind, key)] ?? weight })),
  )
  return (
    <form
      className="flex flex-col gap-gap pt-4"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ body: { weights: all, version: weights.version } })
      }}
    >
      <p className="max-w-prose text-muted">{words.weightsText}</p>
      {save.error && <FormFailure failure={save.error} />}
      {weights.work && (
        <ProgressBar
          label={words.working}
          share={weights.work.total === 0 ? null : weights.work.done / weights.work.total}
          value={words.workedOf(format.number(weights.work.done), format.number(weights.work.total))}
        />
      )}
      <WeightCards weights={weights} given={given} onGive={(name, weight) => setGiven({ ...given, [name]: weight })} />
      <div>
        <Button type="submit" variant="primary" pending={save.isPending}>
          {words.saveWeights}
        </Button>
      </div>
    </form>
  )
}

interface WeightCardsProps {
  weights: Weights
  given: Readonly<Record<string, number | null>>
  onGive: (name: string, weight: number | null) => void
}

/** The weight of each field, for persons and for organisations. */
function WeightCards({ weights, given, onGive }: WeightCardsProps) {
  const words = useCollectionWords()
  const language = useLanguage()
  return (
    <div className="grid items-start gap-gap lg:grid-cols-2">
      {weights.kinds.map(({ kind, fields }) => (
        <Card key={kind} title={words.kinds[kind]}>
          <ul className="flex flex-col">
            {fields.map(({ key, label, weight }) => (
              <li key={key} className="flex items-center justify-between gap-4 border-b border-line py-1">
                <span>{label[language]}</span>
                <NumberField
                  hideLabel
                  className="w-20"
                  label={label[language]}
                  minimum={0}
                  maximum={10}
                  value={given[nameOf(kind, key)] ?? weight}
                  onChange={(next) => onGive(nameOf(kind, key), next)}
                />
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </div>
  )
}
