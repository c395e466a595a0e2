import { contract } from '@parvandeh/contract'
import { serve } from '../../platform/http/handlers.ts'
import type { ServedRoute } from '../../platform/http/handlers.ts'
import { showBehaviour } from './behaviour/show-behaviour.ts'
import { tagFile, untagFile } from './behaviour/tag-files.ts'
import { addNote, changeNote, removeNote } from './behaviour/write-note.ts'
import { showBusiness } from './business/show-business.ts'
import { addAccount, changeAccount, removeAccount, revealAccount } from './business/write-account.ts'
import { changeBusiness } from './business/write-business.ts'
import { classifyFile } from './classes/classify-by-hand.ts'
import { addScheme, changeScheme } from './classes/define-scheme.ts'
import { runScheme, showRun } from './classes/run-scheme.ts'
import { listSchemes, showClasses } from './classes/show-classes.ts'
import { addPlace, changePlace, mergePlace } from './places/edit-places.ts'
import { addKind, changeKind } from './relations/define-kind.ts'
import { readKinds } from './relations/kinds.queries.ts'
import { listRelations } from './relations/list-relations.ts'
import { changeRelation, relate, unrelate } from './relations/relate.ts'
import { showGraph } from './relations/show-graph.ts'
import { addTag } from './tags/add-tag.ts'
import { changeTag } from './tags/change-tag.ts'
import { listTags } from './tags/list-tags.ts'
import { mergeTag } from './tags/merge-tag.ts'

/** The endpoints of what is kept of a file beside its fields, and of the vocabularies of it. */
export const peopleRoutes = (): ServedRoute[] => [
  ...vocabularyRoutes(),
  ...behaviourRoutes(),
  ...relationRoutes(),
  ...businessRoutes(),
  ...classificationRoutes(),
]

const vocabularyRoutes = (): ServedRoute[] => [
  ...serve(contract.tags, {
    list: (context) => listTags(context),
    add: (context, { body }) => addTag(context, body),
    change: (context, { params, body }) => changeTag(context, params.tagId, body),
    merge: (context, { params, body }) => mergeTag(context, params.tagId, body),
  }),
  ...serve(contract.relationKinds, {
    list: async (context) => ({ kinds: await readKinds(context) }),
    add: (context, { body }) => addKind(context, body),
    change: (context, { params, body }) => changeKind(context, params.kindId, body),
  }),
  ...serve(contract.places, {
    add: (context, { body }) => addPlace(context, body),
    change: (context, { params, body }) => changePlace(context, params, body),
    merge: (context, { params, body }) => mergePlace(context, params, body),
  }),
]

const behaviourRoutes = (): ServedRoute[] =>
  serve(contract.behaviour, {
    show: (context, { params }) => showBehaviour(context, params.customerId),
    tag: (context, { params, body }) => tagFile(context, params.customerId, body),
    untag: (context, { params }) => untagFile(context, params.customerId, params.tagId),
    addNote: (context, { params, body }) => addNote(context, params.customerId, body),
    changeNote: (context, { params, body }) => changeNote(context, params.customerId, params.noteId, body),
    removeNote: (context, { params }) => removeNote(context, params.customerId, params.noteId),
  })

const relationRoutes = (): ServedRoute[] =>
  serve(contract.relations, {
    list: (context, { params }) => listRelations(context, params.customerId),
    add: (context, { params, body }) => relate(context, params.customerId, body),
    change: (context, { params, body }) => changeRelation(context, params.customerId, params.relationId, body),
    remove: (context, { params }) => unrelate(context, params.customerId, params.relationId),
    graph: (context, { params, query }) => showGraph(context, params.customerId, query.steps),
  })

const businessRoutes = (): ServedRoute[] =>
  serve(contract.business, {
    show: (context, { params }) => showBusiness(context, params.customerId),
    change: (context, { params, body }) => changeBusiness(context, params.customerId, body),
    addAccount: (context, { params, body }) => addAccount(context, params.customerId, body),
    changeAccount: (context, { params, body }) => changeAccount(context, params.customerId, params.accountId, body),
    removeAccount: (context, { params }) => removeAccount(context, params.customerId, params.accountId),
    reveal: (context, { params }) => revealAccount(context, params.customerId, params.accountId),
  })

const classificationRoutes = (): ServedRoute[] =>
  serve(contract.classification, {
    list: (context) => listSchemes(context),
    add: (context, { body }) => addScheme(context, body),
    change: (context, { params, body }) => changeScheme(context, params.schemeId, body),
    run: (context, { params }) => runScheme(context, params.schemeId),
    progress: (context, { params }) => showRun(context, params.schemeId),
    ofFile: (context, { params }) => showClasses(context, params.customerId),
    classify: (context, { params, body }) => classifyFile(context, params.customerId, params.schemeId, body),
  })
