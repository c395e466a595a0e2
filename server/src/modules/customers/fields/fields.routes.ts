import { contract } from '@parvandeh/contract'
import { serve } from '../../../platform/http/handlers.ts'
import type { ServedRoute } from '../../../platform/http/handlers.ts'
import { addGroup, arrangeFields, changeGroup, removeGroup } from './arrange-fields.ts'
import { addField, changeField } from './define-field.ts'
import { showFieldCatalogue } from './field-catalogue.ts'
import { listFields } from './list-fields.ts'
import { fieldUse, removeField, restoreField } from './remove-field.ts'
import { applyStarterSet, showStarterSets } from './starter-sets.ts'

/** The endpoints of the fields of files: what there is, and the organisation's own. */
export const fieldRoutes = (): ServedRoute[] => [
  ...serve(contract.customerFields, { show: (context) => showFieldCatalogue(context) }),
  ...serve(contract.customFields, {
    list: (context) => listFields(context),
    add: (context, { body }) => addField(context, body),
    change: (context, { params, body }) => changeField(context, params.fieldId, body),
    use: (context, { params }) => fieldUse(context, params.fieldId),
    remove: (context, { params }) => removeField(context, params.fieldId),
    restore: (context, { params }) => restoreField(context, params.fieldId),
    arrange: (context, { body }) => arrangeFields(context, body),
    addGroup: (context, { body }) => addGroup(context, body),
    changeGroup: (context, { params, body }) => changeGroup(context, params.groupId, body),
    removeGroup: (context, { params }) => removeGroup(context, params.groupId),
    starterSets: (context) => showStarterSets(context),
    applyStarterSet: (context, { params }) => applyStarterSet(context, params.trade),
  }),
]
