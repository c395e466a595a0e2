import type { ColumnType, Generated } from 'kysely'

/** The tables of the sign-in library that are also read and cleared here; it writes them itself. */
export interface AuthTables {
  'auth.user': { id: string; twoFactorEnabled: Generated<boolean> }
  'auth.session': {
    id: string
    userId: string
    userAgent: string | null
    ipAddress: string | null
    createdAt: Date
    updatedAt: Date
    expiresAt: ColumnType<Date>
  }
  'auth.twoFactor': { id: string; userId: string }
  'auth.verification': { id: string; value: string; expiresAt: Date }
}
