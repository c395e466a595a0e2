import { contract } from '@parvandeh/contract'
import type { BlobStore } from '../../platform/blobs/blob-store.ts'
import { serve } from '../../platform/http/handlers.ts'
import type { ServedRoute } from '../../platform/http/handlers.ts'
import { askForDocuments } from '../customers/index.ts'
import { addDocument } from './files/add-document.ts'
import { listDocuments } from './files/list-documents.ts'
import { visibleDocumentIds } from './files/require-visible-document.ts'
import { sendContent } from './files/send-content.ts'
import { showDocument } from './files/show-document.ts'
import { searchDocuments } from './search/search-documents.ts'

/** The endpoints of documents, over the blob store that holds their contents. */
export function documentRoutes(blobs: BlobStore): ServedRoute[] {
  askForDocuments(visibleDocumentIds)
  return serve(contract.documents, {
    search: (context, { query }) => searchDocuments(context, query),
    list: (context, { params, query }) => listDocuments(context, params.customerId, query),
    add: (context, { params, query, file }) => addDocument(context, blobs, params.customerId, { ...query, file }),
    show: (context, { params }) => showDocument(context, params.customerId, params.documentId),
    content: (context, { params, query }) => sendContent(context, blobs, params.customerId, params.documentId, query.preview === 'true'),
  })
}
