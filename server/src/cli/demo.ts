import { makeDemo, removeDemo } from '../demo/open-demo.ts'
import { exitCodes, UsageError } from './command.ts'
import type { Command } from './command.ts'

export const demoCommands: Record<string, Command> = {
  'demo build': {
    usage: 'demo build [--without-truths]',
    fa: 'ساختن سازمان نمایشی؛ با ‎--without-truths بدون الگوهای پنهان',
    en: 'Build the demo organisation; with --without-truths, without its hidden patterns',
    flags: ['without-truths'],
    words: 0,
    run: async ({ server, dataDir, secrets, log, progress, out, json, say }, { flags }) => {
      if (await server.has(server.demoDatabase))
        throw new UsageError('نمایش از پیش هست؛ نخست demo remove.', 'There is a demo already; demo remove first.')
      await makeDemo({
        server,
        dataDir,
        secrets,
        secure: false,
        log,
        onProgress: progress.show,
        withoutTruths: flags['without-truths'] ?? false,
      })
      progress.end()
      out(json ? '{}' : say('نمایش ساخته شد.', 'The demo was built.'))
      return exitCodes.done
    },
  },
  'demo remove': {
    usage: 'demo remove',
    fa: 'برداشتن سازمان نمایشی با همهٔ داده‌هایش',
    en: 'Remove the demo organisation with all its data',
    words: 0,
    run: async ({ server, dataDir, out, json, say }) => {
      const existed = await removeDemo(server, dataDir)
      out(
        json
          ? JSON.stringify({ removed: existed })
          : existed
            ? say('نمایش برداشته شد.', 'The demo was removed.')
            : say('نمایشی نبود.', 'There was no demo.'),
      )
      return exitCodes.done
    },
  },
}
