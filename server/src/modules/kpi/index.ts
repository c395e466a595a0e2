export { kpiRoutes } from './kpi.routes.ts'
