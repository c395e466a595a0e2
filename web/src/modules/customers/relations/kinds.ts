import { type RelationKind, relationKindRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { query } from '../../../api/query.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import type { Language } from '../../../i18n/preferences.ts'

type Side = 'a' | 'b'

/** What whoever stands on this side of a relation is to the other. */
export const nameOfSide = (kind: RelationKind, side: Side, language: Language): string =>
  side === 'a' ? (language === 'fa' ? kind.aFa : kind.aEn) : language === 'fa' ? kind.bFa : kind.bEn

export const acrossFrom = (side: Side): Side => (side === 'a' ? 'b' : 'a')

/** The kinds of relation with their names in the language in force. */
export function useKinds() {
  const language = useLanguage()
  const { data } = useQuery({ ...query(relationKindRoutes.list), staleTime: 5 * 60_000 })
  const kinds = data?.kinds ?? []
  const byId = new Map(kinds.map((kind) => [kind.id, kind]))
  return {
    kinds,
    /** What the file across is to this one, which stands on the side. */
    acrossName: (kindId: string, side: Side): string => {
      const kind = byId.get(kindId)
      return kind ? nameOfSide(kind, acrossFrom(side), language) : ''
    },
  }
}
