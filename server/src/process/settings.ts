import { z } from 'zod'
import { StartRefused } from '../platform/start-refused.ts'

const port = z.coerce.number().int().min(0).max(65_535)

const address = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])

const environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//u)
    .optional(),
  TRUSTED_PROXY: z
    .string()
    .transform((list) => list.split(',').map((one) => one.trim()))
    .pipe(z.array(address))
    .default([]),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  METRICS_PORT: port.default(9464),
})

export interface Settings {
  port: number
  host: string
  publicUrl: string | undefined
  /** Proxies on other machines, whose word on where a request comes from is taken; those on this one are trusted anyway. */
  trustedProxies: string[]
  databaseUrl: string | undefined
  tls: { certificate: string; key: string } | undefined
  metricsPort: number
  /** Whether browsers reach us over TLS, by our own certificate or by a proxy's. */
  secure: boolean
}

/** Reads the environment; what is wrong is said by name, and nothing starts. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')
    throw new StartRefused(`مقدار این متغیرهای محیطی درست نیست: ${names}`, `These environment variables are not right: ${names}`)
  }
  const { PORT, HOST, PUBLIC_URL, TRUSTED_PROXY, DATABASE_URL, TLS_CERT, TLS_KEY, METRICS_PORT } = parsed.data
  if ((TLS_CERT === undefined) !== (TLS_KEY === undefined)) {
    throw new StartRefused('TLS_CERT و TLS_KEY باید با هم داده شوند.', 'TLS_CERT and TLS_KEY must be given together.')
  }
  const tls = TLS_CERT !== undefined && TLS_KEY !== undefined ? { certificate: TLS_CERT, key: TLS_KEY } : undefined
  const secure = tls !== undefined || (PUBLIC_URL?.startsWith('https:') ?? false)
  return {
    port: PORT,
    host: HOST,
    publicUrl: PUBLIC_URL,
    trustedProxies: TRUSTED_PROXY,
    databaseUrl: DATABASE_URL,
    tls,
    metricsPort: METRICS_PORT,
    secure,
  }
}
