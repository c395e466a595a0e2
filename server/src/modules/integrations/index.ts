export { importFile } from './imports/import-file.ts'
export { resumeInterrupted } from './imports/run/run-import.ts'
export { integrationsReactions } from './integrations.reactions.ts'
export { integrationsRoutes } from './integrations.routes.ts'
