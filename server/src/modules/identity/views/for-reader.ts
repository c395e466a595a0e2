import type { Context } from '../../../platform/context.ts'
import type { StoredView } from './views.queries.ts'

/**
 * What the module that asks conditions tells of them: by its text, each as the reader may read it, and whether they can
 * ask it. One that is no condition is left out.
 */
export type ReadConditions = (context: Context, texts: readonly string[]) => Promise<ReadonlyMap<string, { text: string; isOpen: boolean }>>

/** A view as the reader finds it; `usable`: whether they can ask what its condition asks. */
export type FoundView = StoredView & { usable: boolean }

/**
 * The views that the reader is told of. One whose condition asks about a field out of their sight is not among them: its
 * words would tell of the field. Its owner alone still finds it, without the values, as one that cannot be used.
 */
export async function viewsForReader(context: Context, read: ReadConditions, views: readonly StoredView[]): Promise<FoundView[]> {
  const conditions = await read(
    context,
    views.flatMap((view) => whereOf(view) ?? []),
  )
  return views.flatMap((view): FoundView[] => {
    const where = whereOf(view)
    if (where === undefined) return [{ ...view, usable: true }]
    const { isOpen, text } = conditions.get(where) ?? { isOpen: false, text: '' }
    if (!isOpen && view.ownerId !== context.actor.personId) return []
    return [{ ...view, usable: isOpen, search: { ...view.search, where: text } }]
  })
}

const whereOf = ({ search }: StoredView): string | undefined => (typeof search['where'] === 'string' ? search['where'] : undefined)
