export { kpiReactions, kpiSchedules } from './kpi.reactions.ts'
export { kpiRoutes } from './kpi.routes.ts'
export { keepSheets } from './sheets/keep-sheets.ts'
export { sheetsBehind } from './sheets/state.queries.ts'
