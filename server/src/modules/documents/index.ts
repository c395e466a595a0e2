export { documentRoutes } from './documents.routes.ts'
export { loadDocuments } from './files/load-documents.ts'
export type { PastDocument } from './files/load-documents.ts'
export { requireVisibleDocument, visibleDocumentIds } from './files/require-visible-document.ts'
