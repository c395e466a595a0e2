import { roleRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useDirectory } from '../../../api/directory.ts'
import { query } from '../../../api/query.ts'
import { useMay } from '../../../api/session.ts'
import { useFormat } from '../../../persian/format.ts'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Facts } from '../../../ui/Card.tsx'
import { SidePanel } from '../../../ui/Dialog.tsx'
import type { Entry } from './entry.types.ts'
import { type Change, changesBetween } from './changes.ts'
import { useAuditWords } from './messages.ts'

/** One line of the trail in full: who, when, from where, and each field before and after. */
export function EntryPanel({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const words = useAuditWords()
  const format = useFormat()
  const actions: Record<string, string> = words.actions
  const subjects: Record<string, string> = words.subjects
  const changes = changesBetween(entry.before, entry.after)
  const facts = [
    { term: words.columns.who, value: <Bidi>{entry.actorName ?? words.system}</Bidi> },
    { term: words.columns.at, value: format.moment(entry.at) },
    { term: words.columns.subject, value: subjects[entry.subjectType] ?? entry.subjectType },
    ...(entry.address ? [{ term: words.columns.address, value: <Bidi ltr>{entry.address}</Bidi> }] : []),
    ...(entry.subjectId
      ? [
          {
            term: words.subjectId,
            value: (
              <Bidi ltr className="font-mono text-caption break-all">
                {entry.subjectId}
              </Bidi>
            ),
          },
        ]
      : []),
  ]
  return (
    <SidePanel isOpen wide onOpenChange={(open) => !open && onClose()} title={actions[entry.action] ?? <Bidi ltr>{entry.action}</Bidi>}>
      <Facts columns={2} facts={facts} />
      <div className="mt-5 border-t border-line pt-4">
        {changes.length === 0 ? <p className="text-muted">{entry.erased ? words.erased : words.nothing}</p> : <Changes changes={changes} />}
      </div>
    </SidePanel>
  )
}

function Changes({ changes }: { changes: readonly Change[] }) {
  const words = useAuditWords()
  const fields: Record<string, string> = words.fields
  const write = useWrite()
  return (
    <table className="w-full table-fixed text-small">
      <thead>
        <tr className="text-muted">
          {[words.field, words.before, words.after].map((name) => (
            <th key={name} scope="col" className="pb-1.5 text-start font-medium first:w-1/4">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after }) => (
          <tr key={field} className="border-t border-line align-top">
            <th scope="row" className="py-2 pe-3 text-start font-medium break-words">
              {field === '' ? words.everyChange : (fields[field] ?? <Bidi ltr>{field}</Bidi>)}
            </th>
            <td className="py-2 pe-3 break-words whitespace-pre-wrap text-muted">
              <bdi>{write(before)}</bdi>
            </td>
            <td className="py-2 break-words whitespace-pre-wrap">
              <bdi>{write(after)}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A kept value for a reader: names for ids, dates in the calendar of the language, structures line by line. */
function useWrite(): (value: unknown) => string {
  const words = useAuditWords()
  const format = useFormat()
  const may = useMay()
  const { personName, unitName, branches } = useDirectory()
  const roles = useQuery({ ...query(roleRoutes.list), enabled: may('identity.manage') }).data?.roles ?? []
  const nameOf = (id: string) =>
    personName(id) ?? unitName(id) ?? roles.find((one) => one.id === id)?.name ?? branches.find((one) => one.id === id)?.name
  const write = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return words.absent
    if (typeof value === 'boolean') return value ? words.yes : words.no
    if (typeof value === 'number') return format.number(value)
    if (typeof value === 'string') {
      if (/^[0-9a-f-]{36}$/.test(value)) return nameOf(value) ?? value
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return format.day(value)
      if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(value)) return format.moment(value)
      return value
    }
    if (Array.isArray(value)) return value.length === 0 ? words.absent : value.map(write).join('\n')
    const fields: Record<string, string> = words.fields
    return Object.entries(value)
      .map(([key, inner]) => `${fields[key] ?? key}: ${write(inner)}`)
      .join('\n')
  }
  return write
}
