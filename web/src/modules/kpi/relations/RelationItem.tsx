import { testedRelationRoutes } from '@parvandeh/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Check, TriangleAlert, Undo2, X } from 'lucide-react'
import { useState } from 'react'
import { useDirectory } from '../../../api/directory.ts'
import { customerRoutes } from '@parvandeh/contract'
import { query, useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { EffectDrawing } from './EffectDrawing.tsx'
import { useRelationWords } from './messages.ts'
import { extremesOf, type Relation, strengthOf } from './relation.rules.ts'

/** What a relation's attribute and groups are called. */
function useNames(relation: Relation) {
  const words = useRelationWords()
  const format = useFormat()
  const { data: places } = useQuery({
    ...query(customerRoutes.places),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: relation.attribute === 'provinceId',
  })
  const provinces = new Map(places?.provinces.map(({ id, name }) => [String(id), name]))
  const { attribute, attributeName } = relation
  return {
    attribute: attributeName ?? words.attributes[attribute as keyof typeof words.attributes] ?? attribute,
    behaviour: words.behaviours[relation.behaviour],
    group: ({ key, name }: Relation['groups'][number]) =>
      name ??
      (attribute === 'provinceId' ? provinces.get(key) : undefined) ??
      words.groups[key as keyof typeof words.groups] ??
      format.digits(key),
    mean: (mean: number) => {
      if (relation.behaviour === 'purchased-per-month') return format.money(Math.round(mean))
      return relation.behaviour.endsWith('share') ? format.percent(mean) : format.decimal(mean, 2)
    },
  }
}

/** One relation: what was seen together, how strongly, how sure, in which groups; and what an expert holds of it. */
export function RelationItem({ relation, rate }: { relation: Relation; rate: number }) {
  const words = useRelationWords()
  const format = useFormat()
  const names = useNames(relation)
  const extremes = extremesOf(relation)
  // A sign stands before its number in a line of either direction.
  const signed = (value: number) => `\u2066${format.decimal(value, 2)}\u2069`
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 flex-[1_1_14rem] font-medium">{words.pair(names.attribute, names.behaviour)}</span>
        <Badge tone={relation.q < rate ? 'accent' : 'neutral'}>
          {relation.q < rate ? words.strength[strengthOf(relation)] : words.byChance}
        </Badge>
        <EffectDrawing relation={relation} />
      </div>
      {extremes && (
        <p>
          {words.compared(names.group(extremes[0]), names.mean(extremes[0].mean), names.group(extremes[1]), names.mean(extremes[1].mean))}
        </p>
      )}
      <p className="text-caption text-muted">
        {[
          words.n(format.number(relation.n)),
          words.interval(signed(relation.low), signed(relation.high)),
          words.falseShare(relation.q < 0.0001 ? words.lessThan(format.percent(0.0001, 2)) : format.percent(relation.q, 2)),
          relation.method === 'permutation' ? words.byPermutation : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {relation.groups.length > 2 && (
        <details className="text-small text-muted">
          <summary className="cursor-pointer">{words.details}</summary>
          <ul className="mt-1 columns-2 gap-6 max-sm:columns-1">
            {relation.groups
              .toSorted((a, b) => b.mean - a.mean)
              .map((group) => (
                <li key={group.key}>{words.groupLine(names.group(group), format.number(group.n), names.mean(group.mean))}</li>
              ))}
          </ul>
        </details>
      )}
      <Judgement relation={relation} />
    </li>
  )
}

function Judgement({ relation }: { relation: Relation }) {
  const words = useRelationWords()
  const client = useQueryClient()
  const [note, setNote] = useState<string | null>(null)
  const judge = useWrite(testedRelationRoutes.judge, {
    onError: toastFailure,
    onSuccess: () => void client.invalidateQueries({ queryKey: [testedRelationRoutes.list.path] }),
  })
  const params = { relationId: relation.id }
  const say = (verdict: 'accepted' | 'rejected' | null, version = relation.version) =>
    judge.mutate(
      { params, body: { verdict, note: note?.trim() || null, version } },
      {
        onSuccess: (after) =>
          toast({
            text: words.saved,
            ...(verdict !== null && { onUndo: () => judge.mutate({ params, body: { verdict: null, version: after.version } }) }),
          }),
      },
    )
  if (relation.verdict !== null) return <Judged relation={relation} isPending={judge.isPending} onTakeBack={() => say(null)} />
  return (
    <div className="flex flex-wrap items-end gap-1.5">
      {note !== null && (
        <TextField
          autoFocus
          label={words.note}
          placeholder={words.notePlaceholder}
          maxLength={300}
          value={note}
          onChange={setNote}
          className="min-w-56 flex-1"
        />
      )}
      <Button size="small" icon={<Check size={15} />} pending={judge.isPending} onPress={() => say('accepted')}>
        {words.accept}
      </Button>
      <Button size="small" icon={<X size={15} />} pending={judge.isPending} onPress={() => say('rejected')}>
        {words.reject}
      </Button>
      {note === null && (
        <Button size="small" variant="quiet" onPress={() => setNote('')}>
          {words.note}
        </Button>
      )}
    </div>
  )
}

function Judged({ relation, isPending, onTakeBack }: { relation: Relation; isPending: boolean; onTakeBack: () => void }) {
  const words = useRelationWords()
  const format = useFormat()
  const { personName } = useDirectory()
  return (
    <div className="flex flex-col gap-1 text-small">
      {relation.changed && (
        <p className="flex items-center gap-1.5 text-caution">
          <TriangleAlert size={15} aria-hidden="true" />
          {words.changed}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2 text-muted">
        <span>{words.judgedBy(personName(relation.judgedBy) ?? '', relation.judgedAt ? format.date(relation.judgedAt) : '')}</span>
        {relation.note && <bdi>{words.noteSaid(relation.note)}</bdi>}
        <Button size="small" variant="quiet" icon={<Undo2 size={14} />} pending={isPending} onPress={onTakeBack}>
          {words.takeBack}
        </Button>
      </div>
    </div>
  )
}
