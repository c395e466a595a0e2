import { contract } from '@parvandeh/contract'
import { serve } from '../../../platform/http/handlers.ts'
import type { ServedRoute } from '../../../platform/http/handlers.ts'
import { offerFields } from '../fields/field-catalogue.ts'
import { changeSegment, createSegment, removeSegment, restoreSegment } from './keep-segment.ts'
import { segmentField } from './segment-field.queries.ts'
import { addMembers, takeMembers } from './members.ts'
import { listSegments, segmentHistory, showSegment } from './show-segments.ts'
import { sizeOfCondition, sizeOfSegment } from './size-of-segment.ts'

/** The endpoints of segments, and the field by which conditions ask for them. */
export function segmentRoutes(): ServedRoute[] {
  offerFields([segmentField])
  return serve(contract.segments, {
    list: (context) => listSegments(context),
    show: (context, { params }) => showSegment(context, params.segmentId),
    create: (context, { body }) => createSegment(context, body),
    change: (context, { params, body }) => changeSegment(context, params.segmentId, body),
    remove: (context, { params }) => removeSegment(context, params.segmentId),
    restore: (context, { params }) => restoreSegment(context, params.segmentId),
    size: (context, { params }) => sizeOfSegment(context, params.segmentId),
    measure: (context, { body }) => sizeOfCondition(context, body.condition),
    history: (context, { params, query }) => segmentHistory(context, params.segmentId, query),
    add: (context, { params, body }) => addMembers(context, params.segmentId, body),
    take: (context, { params, body }) => takeMembers(context, params.segmentId, body),
  })
}
