export { kpiReactions, kpiSchedules } from './kpi.reactions.ts'
export { kpiRoutes } from './kpi.routes.ts'
