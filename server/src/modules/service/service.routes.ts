import { contract } from '@parvandeh/contract'
import type { Context } from '../../platform/context.ts'
import { serve } from '../../platform/http/handlers.ts'
import type { ServedRoute } from '../../platform/http/handlers.ts'
import { applyToRequests } from './bulk/apply-to-requests.ts'
import { previewRequests } from './bulk/preview-requests.ts'
import { exportRequests } from './lists/export-requests.ts'
import { listRequests } from './lists/list-requests.ts'
import { countList } from './lists/request-list.queries.ts'
import type { RequestKey } from './requests/request.queries.ts'
import { showRequest, showRequestByNumber } from './requests/show-request.ts'
import type { RequestRow } from './service.tables.ts'
import { similarRequests } from './similar/similar-requests.ts'
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
export const serviceRoutes = (): ServedRoute[] => [...requestRoutes(), ...similarRoutes(), ...bulkRoutes()]

const similarRoutes = () => serve(contract.similarRequests, { list: (context, { params }) => similarRequests(context, params) })

const bulkRoutes = () =>
  serve(contract.requestBulk, {
    preview: (context, { body }) => previewRequests(context, body),
    apply: (context, { body }) => applyToRequests(context, body),
  })

/** What a verb made of a request is shown to whoever did it. */
const shown =
  <Body>(verb: (context: Context, key: RequestKey, body: Body) => Promise<RequestRow>) =>
  async (context: Context, { params, body }: { params: RequestKey; body: Body }) =>
    showRequest(context, await verb(context, params, body))

const requestRoutes = () =>
  serve(contract.requests, {
    list: (context, { query }) => listRequests(context, query),
    count: (context, { query }) => countList(context, query),
    export: (context, { query }) => exportRequests(context, query),
    byNumber: (context, { params }) => showRequestByNumber(context, params.number),
    register: (context, { params, body }) => registerRequest(context, params.customerId, body),
    change: shown(changeRequest),
    patch: shown(changeRequest),
    undo: shown(undoLast),
    take: shown(takeRequest),
    assign: shown(assignRequest),
    refer: shown(referRequest),
    answer: shown(answerCustomer),
    wait: shown(waitOn),
    resume: shown(resumeWork),
    resolve: shown(resolveRequest),
    reopen: shown(reopenRequest),
    close: shown(closeRequest),
    merge: shown(mergeRequests),
    attach: shown(attachDocument),
    logInteraction: shown(logAboutRequest),
  })
