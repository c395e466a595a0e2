import { z } from 'zod'
import { route } from './route.ts'

export const systemRoutes = {
  health: route({
    method: 'GET',
    path: '/api/health',
    permission: 'public',
    summary: { fa: 'آیا برنامه زنده است', en: 'Whether the process is alive' },
    response: z.object({ alive: z.literal(true) }),
  }),
  ready: route({
    method: 'GET',
    path: '/api/ready',
    permission: 'public',
    summary: { fa: 'آیا برنامه آمادهٔ پاسخ است', en: 'Whether the process can serve' },
    response: z.object({ ready: z.literal(true) }),
  }),
  openapi: route({
    method: 'GET',
    path: '/api/openapi.json',
    permission: 'public',
    summary: { fa: 'شرح رابط برنامه‌نویسی', en: 'Description of the API' },
    response: z.record(z.string(), z.unknown()),
  }),
  docs: route({
    method: 'GET',
    path: '/api/docs',
    permission: 'public',
    summary: { fa: 'راهنمای خواندنی رابط برنامه‌نویسی', en: 'Readable page of the API' },
    transport: 'download',
  }),
  live: route({
    method: 'GET',
    path: '/api/live',
    permission: 'signed-in',
    summary: { fa: 'خبر زندهٔ تغییرها', en: 'Live news of changes' },
    transport: 'events',
  }),
}
