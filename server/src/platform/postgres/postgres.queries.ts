import { StartRefused } from '../start-refused.ts'

/** The part of a pg client or pool that these few questions need. */
export interface Asks {
  query(text: string): Promise<{ rows: Record<string, unknown>[] }>
}

/** How many other programs have a connection to the server. */
export async function countOtherClients(client: Asks): Promise<number> {
  const { rows } = await client.query(
    `select count(*)::int as others from pg_stat_activity
     where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  )
  return Number(rows[0]?.['others'])
}

/**
 * Refuses a database whose locale hides Persian letters from pg_trgm: search by part of a name would find nobody,
 * silently. The extension must be installed.
 */
export async function assertPersianTrigrams(client: Asks): Promise<void> {
  const { rows } = await client.query(`select show_trgm('علی') <> '{}' as sees_persian`)
  if (rows[0]?.['sees_persian'] === true) return
  throw new StartRefused(
    'این پایگاه داده حروف فارسی را نمی‌شناسد و جست‌وجو در آن چیزی نمی‌یابد؛ آن را با LC_CTYPE برابر C.UTF-8 یا fa_IR.UTF-8 بسازید.',
    'This database does not know Persian letters, so search in it would find nothing; create it with LC_CTYPE C.UTF-8 or fa_IR.UTF-8.',
  )
}
