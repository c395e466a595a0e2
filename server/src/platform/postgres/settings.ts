const megabyte = 1024 * 1024

/** What the settings depend on. */
export interface Machine {
  memoryBytes: number
  /** Free room in /dev/shm, or `undefined` where there is none. */
  sharedMemoryBytes?: number | undefined
}

/** Server settings for a machine that also runs the application: small, quiet about people, and in UTC. */
export function postgresSettings(machine: Machine): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '100',
    jit: 'off',
    random_page_cost: '1.1',
    work_mem: '16MB',
    max_wal_size: '2GB',
    ...memorySettings(machine.memoryBytes),
    ...sharedMemorySettings(machine),
    ...silenceAboutPeople,
  }
}

/** Only for servers that are thrown away: a crash may lose everything. */
export const unsafeButFastSettings: Record<string, string> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
}

/**
 * Statements, parameters, "Key (email)=(...)" details and rejected values are all people's data: the log gets the
 * server's own life (starts, stops, crashes, checkpoints) and nothing about a statement.
 */
const silenceAboutPeople: Record<string, string> = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_autovacuum_min_duration: '-1',
  log_connections: '',
  log_disconnections: 'off',
  log_lock_waits: 'off',
  log_temp_files: '-1',
}

function memorySettings(memoryBytes: number): Record<string, string> {
  const megabytes = Math.floor(memoryBytes / megabyte)
  return {
    shared_buffers: `${clamp(megabytes / 8, 32, 1024)}MB`,
    effective_cache_size: `${clamp(megabytes / 2, 128, 64 * 1024)}MB`,
    maintenance_work_mem: `${clamp(megabytes / 32, 32, 512)}MB`,
  }
}

/** Containers often give /dev/shm 64 MB, where parallel queries fail for want of room; files are slower but enough. */
function sharedMemorySettings({ sharedMemoryBytes }: Machine): Record<string, string> {
  const isCramped = sharedMemoryBytes !== undefined && sharedMemoryBytes < 256 * megabyte
  return isCramped ? { dynamic_shared_memory_type: 'mmap' } : {}
}

function clamp(value: number, least: number, most: number): number {
  return Math.floor(Math.min(Math.max(value, least), most))
}
