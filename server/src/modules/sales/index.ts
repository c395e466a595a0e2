export { sweepDue } from './accounts/sweep-due.ts'
export { salesReactions } from './sales.reactions.ts'
export { salesRoutes } from './sales.routes.ts'
