import type { Ineligibility, OpinionRow } from './types.ts'

/**
 * For each row, why it says nothing about an employee, or undefined where it does. Eligible: at least one contact and a
 * share above 0 in the window, not given by the employee judged, and the last answer on its episode.
 */
export function classifyOpinions(rows: readonly OpinionRow[]): Array<Ineligibility | undefined> {
  const last = lastAnswers(rows)
  return rows.map((opinion) => {
    if (opinion.episode !== undefined && last.get(opinion.episode) !== opinion) return 'superseded'
    if (judgesOneself(opinion)) return 'own-answer'
    return hasContact(opinion) ? undefined : 'no-contact'
  })
}

const hasContact = (opinion: OpinionRow): boolean => opinion.contacts >= 1 && opinion.exposure.some(({ share }) => share > 0)

const judgesOneself = (opinion: OpinionRow): boolean =>
  opinion.respondentEmployee !== undefined && opinion.exposure.some(({ employee }) => employee === opinion.respondentEmployee)

function lastAnswers(rows: readonly OpinionRow[]): Map<string, OpinionRow> {
  const last = new Map<string, OpinionRow>()
  for (const opinion of rows) {
    if (opinion.episode === undefined) continue
    const known = last.get(opinion.episode)
    if (!known || isLater(opinion, known)) last.set(opinion.episode, opinion)
  }
  return last
}

/** At the same moment the answer with the more recent contact counts, then the lower one: never the order of the rows. */
function isLater(opinion: OpinionRow, known: OpinionRow): boolean {
  const when = (opinion.answeredAt ?? 0) - (known.answeredAt ?? 0)
  if (when !== 0) return when > 0
  const contact = opinion.daysSinceContact - known.daysSinceContact
  return contact === 0 ? opinion.rating < known.rating : contact < 0
}
