import { contract } from '@parvandeh/contract'
import { databaseAnswers } from '../database/answers.queries.ts'
import { serve } from './handlers.ts'
import type { ServedRoute } from './handlers.ts'
import { openApiDocument } from './openapi.ts'
import { withOwnSchemas } from './own-schemas.ts'
import type { OwnSchemas } from './own-schemas.ts'
import { openApiPage } from './openapi-page.ts'

/** Health, readiness and the description of the API. The live stream is served by the transport itself. */
export function systemRoutes(own: readonly OwnSchemas[]): ServedRoute[] {
  return serve(contract.system, {
    health: async () => ({ alive: true as const }),
    ready: async (context) => {
      await databaseAnswers(context.tx)
      return { ready: true as const }
    },
    openapi: (context) => withOwnSchemas(context, openApiDocument(contract), own),
    docs: async (context) => ({
      mediaType: 'text/html; charset=utf-8',
      fileName: null,
      content: openApiPage(await withOwnSchemas(context, openApiDocument(contract), own), context.locale),
    }),
    live: () => Promise.reject(new Error('the live stream is opened by the transport')),
  })
}
