export { documentRoutes } from './documents.routes.ts'
export type { Document } from './files/present-document.ts'
export { requireVisibleDocument, visibleDocumentIds } from './files/require-visible-document.ts'
