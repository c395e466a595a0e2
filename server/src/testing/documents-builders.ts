import { contract } from '@parvandeh/contract'
import type { ResponseOf } from '@parvandeh/contract'
import type { Reply, TestApp, TestPerson } from './open-test-app.ts'

interface UploadInput {
  as: TestPerson
  customerId: string
  name?: string
  content: Buffer | string
  /** The type that the sender claims. */
  declared?: string
  query?: { title?: string; accessClass?: 'public' | 'internal' | 'sensitive' | 'financial' }
}

/** Uploads a file by the front door, as a browser's form would. */
export async function upload(
  site: TestApp,
  { as, customerId, name = 'نامه.txt', content, declared = 'text/plain', query = {} }: UploadInput,
): Promise<Reply<ResponseOf<typeof contract.documents.add>>> {
  const boundary = 'parvandeh-test-boundary'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${declared}\r\n\r\n`
  const reply = await site.app.http.inject({
    method: 'POST',
    url: contract.documents.add.path.replace(':customerId', customerId),
    query: { ...query },
    headers: { authorization: as.authorization, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
  return { status: reply.statusCode, body: reply.json(), text: reply.payload, headers: reply.headers }
}

/** The smallest picture: one transparent pixel. */
export const tinyPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
