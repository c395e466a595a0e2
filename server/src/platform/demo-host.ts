import type { Exchange } from './http/handlers.ts'

/** What the process that serves an organisation can do about the demo beside it. */
export interface DemoHost {
  state: () => Promise<{ state: 'absent' | 'building' | 'ready' | 'failed'; progress: number }>
  /** Builds the demo if there is none; once ready, the browser's next requests go to it. */
  enter: (exchange: Exchange) => Promise<{ state: 'building' | 'ready' }>
  leave: (exchange: Exchange) => Promise<void>
}
