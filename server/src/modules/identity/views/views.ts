import { undoWindowSeconds } from '@parvandeh/contract'
import type { BodyOf, ListName, SavedView, contract } from '@parvandeh/contract'
import { foldForStorage } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { newId } from '../../../platform/ids.ts'
import { laidOver } from '../../../platform/laid-over.ts'
import { ownId } from '../access/own-id.ts'
import { writeAudit } from '../audit/audit.queries.ts'
import { checkSearch } from './check-search.ts'
import { viewsForReader } from './for-reader.ts'
import type { FoundView, ReadConditions } from './for-reader.ts'
import { countOwnViews, findView, forgetRemoved, insertView, markRemoved, readViews, updateView, writeDefault } from './views.queries.ts'
import type { StoredView } from './views.queries.ts'

const [mostShown, mostKept] = [300, 50]

/** One's own views of a list, and those that others share. */
export async function listViews(context: Context, read: ReadConditions, list: ListName) {
  const views = await viewsForReader(context, read, await readViews(context, list, mostShown))
  return { views: views.map((view) => present(context, view)), canShareWithAll: mayManage(context) }
}

/** Keeps a view under a name. To show it to everyone is for those who manage the organisation. */
export async function createView(context: Context, read: ReadConditions, body: BodyOf<typeof contract.views.create>): Promise<SavedView> {
  const ownerId = ownId(context)
  checkSearch(context, body.list, body.search)
  if (body.audience === 'all' && !mayManage(context)) throw new AppError('not-permitted')
  if ((await countOwnViews(context, body.list)) >= mostKept) throw new AppError('too-many-views')
  const view = { ...body, name: foldForStorage(body.name), id: newId(context.now), ownerId }
  await insertView(context, view)
  await audit(context, 'created', view.id, { after: body })
  return present(context, await requireView(context, read, view.id))
}

/** Changes a view, by whoever may, from the version that they saw. */
export async function changeView(
  context: Context,
  read: ReadConditions,
  viewId: string,
  { version, ...given }: BodyOf<typeof contract.views.change>,
): Promise<SavedView> {
  const before = await requireOwnView(context, read, viewId)
  if (before.removedAt) throw new AppError('not-found')
  const kept = keptOf(before)
  const after = laidOver(kept, { ...given, name: given.name && foldForStorage(given.name) })
  if (given.search) checkSearch(context, before.list, after.search)
  if (after.audience === 'all' && before.audience !== 'all' && !mayManage(context)) throw new AppError('not-permitted')
  if (!(await updateView(context, { ...after, id: viewId, version }))) throw new AppError('changed-meanwhile')
  await audit(context, 'changed', viewId, { before: kept, after })
  return present(context, await toldOf(context, read, { ...before, ...after, version: version + 1, updatedAt: context.now }))
}

/** Removes a view from everyone's list; for a while it can be put back. */
export async function removeView(context: Context, read: ReadConditions, viewId: string): Promise<void> {
  const view = await requireOwnView(context, read, viewId)
  if (view.removedAt) throw new AppError('not-found')
  await markRemoved(context, viewId, context.now)
  await forgetRemoved(context, view.ownerId, new Date(context.now.getTime() - undoWindowSeconds * 1000))
  await audit(context, 'removed', viewId, { before: keptOf(view) })
}

/** Puts a removed view back. */
export async function restoreView(context: Context, read: ReadConditions, viewId: string): Promise<SavedView> {
  const view = await requireOwnView(context, read, viewId)
  if (!view.removedAt) return present(context, await requireView(context, read, viewId))
  if (context.now.getTime() - view.removedAt.getTime() > undoWindowSeconds * 1000) throw new AppError('undo-too-late')
  await markRemoved(context, viewId, null)
  await audit(context, 'restored', viewId, { after: keptOf(view) })
  return present(context, await requireView(context, read, viewId))
}

/** With which view a list opens for the actor; null: as it comes. */
export async function setDefaultView(context: Context, read: ReadConditions, list: ListName, viewId: string | null): Promise<void> {
  const personId = ownId(context)
  if (viewId !== null) {
    const view = await requireView(context, read, viewId)
    if (view.removedAt || view.list !== list) throw new AppError('not-found')
  }
  await writeDefault(context, personId, list, viewId)
  await audit(context, 'made-default', viewId, { after: { list } })
}

/** A view that the reader is told of, as they may read it; also one that was removed. */
async function requireView(context: Context, read: ReadConditions, viewId: string): Promise<FoundView> {
  return toldOf(context, read, await findView(context, viewId))
}

async function toldOf(context: Context, read: ReadConditions, view: StoredView | undefined): Promise<FoundView> {
  const [told] = await viewsForReader(context, read, view ? [view] : [])
  if (!told) throw new AppError('not-found')
  return told
}

/** A view that the actor may change, as it is kept: their own, or a shared one where they manage the organisation. */
async function requireOwnView(context: Context, read: ReadConditions, viewId: string): Promise<StoredView> {
  if (!mayChange(context, await requireView(context, read, viewId))) throw new AppError('not-permitted')
  const view = await findView(context, viewId)
  if (!view) throw new AppError('not-found')
  return view
}

const mayManage = ({ actor }: Context): boolean => actor.grants['identity.manage'] !== undefined
const mayChange = (context: Context, { ownerId }: Pick<StoredView, 'ownerId'>): boolean =>
  ownerId === context.actor.personId || mayManage(context)

const present = (context: Context, { removedAt: _, ...view }: FoundView): SavedView => ({
  ...view,
  updatedAt: view.updatedAt.toISOString(),
  mine: view.ownerId === context.actor.personId,
  can: { change: mayChange(context, view) },
})

const keptOf = ({ name, audience, search, columns, group }: StoredView) => ({ name, audience, search, columns, group })

const audit = (context: Context, verb: string, viewId: string | null, parts: { before?: unknown; after?: unknown }) =>
  writeAudit(context, { action: `view.${verb}`, subjectType: 'view', subjectId: viewId, ...parts })
