export { documentRoutes } from './documents.routes.ts'
export { requireVisibleDocument, visibleDocumentIds } from './files/require-visible-document.ts'
