import { contract } from '@parvandeh/contract'
import { serve } from '../../platform/http/handlers.ts'
import type { ServedRoute } from '../../platform/http/handlers.ts'
import { exportRequests } from './lists/export-requests.ts'
import { listRequests } from './lists/list-requests.ts'
import { countList } from './lists/request-list.queries.ts'
import { showRequestByNumber } from './requests/show-request.ts'
import { answerCustomer } from './verbs/answer-customer.ts'
import { assignRequest } from './verbs/assign-request.ts'
import { attachDocument } from './verbs/attach-document.ts'
import { changeRequest } from './verbs/change-request.ts'
import { closeRequest } from './verbs/close-request.ts'
import { logAboutRequest } from './verbs/log-about-request.ts'
import { mergeRequests } from './verbs/merge-requests.ts'
import { referRequest } from './verbs/refer-request.ts'
import { registerRequest } from './verbs/register-request.ts'
import { reopenRequest } from './verbs/reopen-request.ts'
import { resolveRequest } from './verbs/resolve-request.ts'
import { resumeWork } from './verbs/resume-work.ts'
import { takeRequest } from './verbs/take-request.ts'
import { undoLast } from './verbs/undo-last.ts'
import { waitOn } from './verbs/wait-on.ts'

/** The endpoints of service requests. */
export const serviceRoutes = (): ServedRoute[] =>
  serve(contract.requests, {
    list: (context, { query }) => listRequests(context, query),
    count: (context, { query }) => countList(context, query),
    export: (context, { query }) => exportRequests(context, query),
    byNumber: (context, { params }) => showRequestByNumber(context, params.number),
    register: (context, { params, body }) => registerRequest(context, params.customerId, body),
    change: (context, { params, body }) => changeRequest(context, params, body),
    patch: (context, { params, body }) => changeRequest(context, params, body),
    undo: (context, { params, body }) => undoLast(context, params, body),
    take: (context, { params }) => takeRequest(context, params),
    assign: (context, { params, body }) => assignRequest(context, params, body),
    refer: (context, { params, body }) => referRequest(context, params, body),
    answer: (context, { params, body }) => answerCustomer(context, params, body),
    wait: (context, { params, body }) => waitOn(context, params, body),
    resume: (context, { params, body }) => resumeWork(context, params, body),
    resolve: (context, { params, body }) => resolveRequest(context, params, body),
    reopen: (context, { params, body }) => reopenRequest(context, params, body),
    close: (context, { params, body }) => closeRequest(context, params, body),
    merge: (context, { params, body }) => mergeRequests(context, params, body),
    attach: (context, { params, body }) => attachDocument(context, params, body),
    logInteraction: (context, { params, body }) => logAboutRequest(context, params, body),
  })
