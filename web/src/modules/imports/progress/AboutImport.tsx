import { useDirectory } from '../../../api/directory.ts'
import { useFormat } from '../../../persian/format.ts'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import type { Import } from '../import.types.ts'
import { useMappingWords } from '../mapping/messages.ts'
import { useProgressWords } from './messages.ts'

/** Where the file comes from and how it is read. */
export function AboutImport({ one }: { one: Import }) {
  const { about, facts } = useProgressWords()
  const { kinds } = useMappingWords()
  const format = useFormat()
  const { personName } = useDirectory()
  const { mapping, customerMapping } = one
  const known = [
    (mapping ?? customerMapping) && { term: facts.source, value: <Bidi>{(mapping ?? customerMapping)?.source}</Bidi> },
    mapping && { term: facts.kind, value: kinds[mapping.kind].label },
    mapping && { term: facts.zone, value: <Bidi ltr>{mapping.zone}</Bidi> },
    one.mappingName && { term: facts.mapping, value: <Bidi>{one.mappingName}</Bidi> },
    one.createdBy && { term: facts.by, value: personName(one.createdBy) },
    one.finishedAt && { term: facts.finished, value: format.moment(one.finishedAt) },
  ].filter((fact) => fact !== null && fact !== '' && fact !== undefined)
  return (
    <Card title={about}>
      <Facts facts={known} />
    </Card>
  )
}
