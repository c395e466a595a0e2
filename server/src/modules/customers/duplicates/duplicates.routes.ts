import { contract } from '@parvandeh/contract'
import { serve } from '../../../platform/http/handlers.ts'
import type { ServedRoute } from '../../../platform/http/handlers.ts'
import { decide } from './decide-pair.ts'
import { listPairs } from './list-pairs.ts'
import { listMerges } from './merge/list-merges.ts'
import { mergeFiles } from './merge/merge-files.ts'
import { showTwoFiles } from './merge/show-two-files.ts'
import { undoMerge } from './merge/undo-merge.ts'
import { controlScan, showScan } from './scan/start-scan.ts'
import { readSettings } from './settings.queries.ts'
import { changeSettings } from './settings.ts'

/** The endpoints of duplicate files: finding, deciding, merging and taking merges back. */
export const duplicateRoutes = (): ServedRoute[] =>
  serve(contract.duplicates, {
    list: (context, { query }) => listPairs(context, query),
    show: (context, { params }) => showTwoFiles(context, params.customerId, params.otherId),
    decide: (context, { params, body }) => decide(context, params.customerId, params.otherId, body),
    merge: (context, { params, body }) => mergeFiles(context, params.customerId, body),
    merges: (context, { params, query }) => listMerges(context, params.customerId, query),
    undoMerge: (context, { params }) => undoMerge(context, params.customerId, params.mergeId),
    scan: (context) => showScan(context),
    startScan: (context, { body }) => controlScan(context, body),
    settings: (context) => readSettings(context),
    changeSettings: (context, { body }) => changeSettings(context, body),
  })
