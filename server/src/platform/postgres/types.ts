/** Takes the launcher's few sentences; `console` and a pino logger both fit. */
export interface LauncherLog {
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

/** A way to a running PostgreSQL of our own. */
export interface PostgresConnection {
  /** TCP port on 127.0.0.1. */
  readonly port: number
  /** Connection string of the owner (a superuser) to a database of this server. */
  url(database: string): string
  /** Ends our use of the server. */
  stop(): Promise<void>
}

/** A PostgreSQL of our own that is kept running; its port stays the same through restarts. */
export interface EmbeddedPostgres extends PostgresConnection {
  /** Called each time the server had died and is up again. */
  onRestart(callback: () => void): void
}

/** What is needed to start, or to find, the server of a data folder. */
export interface EmbeddedPostgresOptions {
  dataDir: string
  /** Password of the owner, from the secrets of the data folder. */
  password: string
  log: LauncherLog
}

/** The role that owns everything in the embedded server. */
export const ownerRole = 'parvandeh'
