import { type CallOf, classificationRoutes, type customerBulkRoutes, tagRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { Layers, Tag, TagsIcon, Trash2 } from 'lucide-react'
import { query } from '../../../api/query.ts'
import { useMay } from '../../../api/session.ts'
import type { BulkVerb } from '../../../lists/bulk.types.ts'
import { useFormat } from '../../../persian/format.ts'
import { useLeavingWords } from './messages.ts'

type Change = NonNullable<CallOf<typeof customerBulkRoutes.preview>['body']>['change']

/** What can be done to many files beside setting their fields: tagging, classifying, removing. */
export function useFileVerbs(): { verbs: BulkVerb[]; changeOf: (verb: string, value: string | null) => Change | undefined } {
  const words = useLeavingWords()
  const { language } = useFormat()
  const may = useMay()
  const { data: vocabulary } = useQuery(query(tagRoutes.list))
  const { data: defined } = useQuery(query(classificationRoutes.list))
  const tags = (vocabulary?.tags ?? [])
    .filter(({ active, mergedInto }) => active && mergedInto === null)
    .map(({ id, name, nameEn }) => ({ id, label: language === 'en' && nameEn ? nameEn : name }))
  const classes = (defined?.schemes ?? [])
    .filter(({ active, by }) => active && by === 'hand')
    .flatMap((scheme) =>
      scheme.classes
        .filter(({ active }) => active)
        .map((one) => ({ id: `${scheme.id} ${one.id}`, label: `${nameIn(scheme, language)}: ${nameIn(one, language)}` })),
    )
  const reasons = Object.entries(words.removeReasons).map(([id, label]) => ({ id, label }))
  return {
    verbs: [
      ...(tags.length > 0
        ? [
            { key: 'tag', label: words.tags, icon: Tag, options: tags },
            { key: 'untag', label: words.untag, icon: TagsIcon, options: tags },
          ]
        : []),
      ...(classes.length > 0 ? [{ key: 'classify', label: words.classify, icon: Layers, options: classes }] : []),
      ...(may('customers.delete') ? [{ key: 'remove', label: words.removeMany, icon: Trash2, options: reasons }] : []),
    ],
    changeOf: (verb, value) => {
      if (verb === 'tag' || verb === 'untag') return { act: 'tag', tagId: value ?? '', on: verb === 'tag' }
      if (verb === 'remove') return { act: 'remove', reason: words.removeReasons[value as 'test'] ?? words.remove }
      if (verb !== 'classify') return undefined
      const [schemeId = '', classId = ''] = (value ?? '').split(' ')
      return { act: 'classify', schemeId, classId }
    },
  }
}

const nameIn = ({ name, nameEn }: { name: string; nameEn: string | null }, language: string): string =>
  language === 'en' && nameEn ? nameEn : name
