import { accessRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useDirectory } from '../../../api/directory.ts'
import { query } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import type { Access } from './access.types.ts'
import { FieldsRead } from './FieldsRead.tsx'
import { GrantList } from './GrantList.tsx'
import { useAccessWords } from './messages.ts'
import { TryAccess } from './TryAccess.tsx'

/** What one person can see and do, and which of their roles each right comes from. */
export function AccessPage() {
  const words = useAccessWords()
  const { personId } = useParams({ from: '/app/settings/people/$personId/access' })
  const { data, error, isPending, refetch } = useQuery(query(accessRoutes.access, { params: { personId } }))
  return (
    <SettingsFrame section="people" page={{ title: words.title, text: words.subtitle }}>
      {error && <ErrorState failure={error} onRetry={() => void refetch()} />}
      {isPending && (
        <Card>
          <SkeletonLines lines={8} />
        </Card>
      )}
      {data && (
        <div className="grid grid-cols-1 items-start gap-gap xl:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="flex min-w-0 flex-col gap-gap">
            <Summary access={data} />
            <GrantList grants={data.grants} />
            <FieldsRead classes={data.fieldClasses} />
          </div>
          <TryAccess personId={personId} />
        </div>
      )}
    </SettingsFrame>
  )
}

function Summary({ access: { name, active, roles, unitId, unitIds, sights } }: { access: Access }) {
  const words = useAccessWords()
  const format = useFormat()
  const { unitName } = useDirectory()
  const below = unitIds.flatMap((id) => unitName(id) ?? [])
  const count = (n: number, most: number) => (n > most ? words.atLeast(format.number(most)) : format.number(n))
  // Where even the seen are too many to be counted, the whole says nothing more.
  const told = ({ seen, all, most }: Access['sights'][number]) =>
    seen > most ? count(seen, most) : words.ofAll(count(seen, most), count(all, most))
  return (
    <Card>
      {!active && <p className="mb-3 rounded-control bg-caution-soft px-3 py-2 text-small text-caution">{words.inactive}</p>}
      <Facts
        columns={2}
        facts={[
          { term: words.name, value: <bdi>{name}</bdi> },
          { term: words.roles, value: <Bidi>{roles.join(' · ') || words.noRoles}</Bidi> },
          { term: words.unit, value: <bdi>{unitName(unitId) ?? words.noUnit}</bdi> },
          ...(below.length > 1 ? [{ term: words.reaches, value: <bdi>{below.join(words.separator)}</bdi> }] : []),
        ]}
      />
      <h2 className="mt-4 mb-1 border-t border-line pt-3 text-small text-muted">{words.seen}</h2>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-4">
        {sights.map((sight) => (
          <div key={sight.kind}>
            <dt className="text-small text-muted">{words.sights[sight.kind]}</dt>
            <dd className="font-semibold">{told(sight)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
