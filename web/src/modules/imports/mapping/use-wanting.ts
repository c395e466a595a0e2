import type { Mapping, Preview } from '../import.types.ts'
import { useMappingWords } from './messages.ts'
import { undecidedDates } from './roles.ts'

/** What a mapping still lacks before it can be tried, in sentences. */
export function useWanting(preview: Preview, mapping: Mapping): string[] {
  const words = useMappingWords()
  const { kind, columns } = mapping
  const lacks = [
    mapping.source.trim() === '' && words.needSource,
    !columns.number && words.needNumber,
    kind === 'event-log' && !columns.at && words.needAt,
    kind === 'event-log' && !columns.activity && words.needActivity,
    kind === 'ticket-table' && !columns.registeredAt && !columns.reportedAt && words.needMoment,
    ...undecidedDates(preview, mapping).map((column) => words.needFormat(column)),
  ]
  return lacks.filter((sentence) => sentence !== false)
}
