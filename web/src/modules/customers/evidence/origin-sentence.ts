import { useDirectory } from '../../../api/directory.ts'
import { useFormat } from '../../../persian/format.ts'
import { useEvidenceWords } from './messages.ts'
import type { Origin } from './origins.ts'

/** A name stands by itself in a line of either direction. */
const isolated = (name: string | undefined): string | undefined => (name === undefined ? undefined : `\u2068${name}\u2069`)

type Told = Omit<Origin, 'field' | 'older'>

/** «از تماس ۱۲ مهر ۱۴۰۵ با زهرا امینی»: where a value comes from, in words. */
export function useOriginSentence() {
  const words = useEvidenceWords()
  const format = useFormat()
  const { personName } = useDirectory()
  return ({ kind, contact, row, recordedAt, recordedBy }: Told): string => {
    if (kind === null) return words.sources.unknown
    const who = isolated(personName(contact?.personId ?? null))
    if (contact && who !== undefined) return (kind === 'call' ? words.callWith : words.messageWith)(format.date(contact.at), who)
    const when = format.date(contact?.at ?? recordedAt)
    const by = isolated(personName(recordedBy))
    const source = kind === 'import' ? words.sources.import(when, row === null ? null : format.number(row)) : words.sources[kind](when)
    return by === undefined ? source : `${source}${words.comma}${words.writtenBy(by)}`
  }
}

/** Who stands by a value, or doubts it, and how sure one is of it. */
export function useStandingSentence() {
  const words = useEvidenceWords()
  const format = useFormat()
  const { personName } = useDirectory()
  return ({ confirmed, doubted, confidence }: Told): string => {
    if (doubted) return words.doubtedBy(isolated(personName(doubted.by)) ?? null, doubted.note)
    if (confirmed) return words.confirmedBy(isolated(personName(confirmed.by)) ?? null, format.date(confirmed.at))
    return words.confidence(format.percent(confidence))
  }
}
