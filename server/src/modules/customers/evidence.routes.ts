import { contract } from '@parvandeh/contract'
import { serve } from '../../platform/http/handlers.ts'
import type { ServedRoute } from '../../platform/http/handlers.ts'
import { addRule, changeRule, dropRule, showRules } from './consistency/change-rules.ts'
import { countContradictions, listContradictions } from './consistency/list-contradictions.ts'
import { settleContradiction } from './consistency/settle-contradiction.ts'
import { confirmValue } from './provenance/confirm-value.ts'
import { doubtValue } from './provenance/doubt-value.ts'
import { restoreValue } from './provenance/restore-value.ts'
import { showHistory } from './provenance/show-history.ts'
import { showProvenance } from './provenance/show-provenance.ts'
import { showTrust } from './trust/show-trust.ts'

/** The endpoints of where values come from, of what contradicts itself, and of trust. */
export const evidenceRoutes = (): ServedRoute[] => [...provenanceRoutes(), ...consistencyRoutes()]

const provenanceRoutes = (): ServedRoute[] =>
  serve(contract.provenance, {
    show: (context, { params }) => showProvenance(context, params.customerId),
    history: (context, { params }) => showHistory(context, params.customerId, params.field),
    confirm: (context, { params, body }) => confirmValue(context, params.customerId, body),
    doubt: (context, { params, body }) => doubtValue(context, params.customerId, body),
    restore: (context, { params, body }) => restoreValue(context, params.customerId, body),
  })

const consistencyRoutes = (): ServedRoute[] =>
  serve(contract.consistency, {
    list: (context, { query }) => listContradictions(context, query),
    count: (context, { query }) => countContradictions(context, query),
    settle: (context, { params, body }) => settleContradiction(context, params.customerId, params.contradictionId, body),
    rules: (context) => showRules(context),
    addRule: (context, { body }) => addRule(context, body),
    changeRule: (context, { params, body }) => changeRule(context, params.ruleId, body),
    removeRule: (context, { params }) => dropRule(context, params.ruleId),
    trust: (context, { params }) => showTrust(context, params.customerId),
  })
