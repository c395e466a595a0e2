import path from 'node:path'
import { writeAudit } from '../modules/identity/index.ts'
import { localBlobStore } from '../platform/blobs/blob-store.ts'
import { NotABackup, restoreBackup } from '../platform/backup/restore-backup.ts'
import { takeBackup } from '../platform/backup/take-backup.ts'
import { prepareOrganisation } from '../prepare-organisation.ts'
import { blobFolderOf, erasedListOf } from '../process/open-organisation.ts'
import { exitCodes, UsageError } from './command.ts'
import type { Command, Surroundings } from './command.ts'
import { requireOrganisation, withApp } from './with-app.ts'

export const backupCommands: Record<string, Command> = {
  backup: {
    usage: 'backup FILE',
    fa: 'پشتیبان‌گیری از همهٔ داده‌ها و فایل‌ها، هنگام کار سامانه',
    en: 'Back up all data and files, while the system works',
    words: 1,
    run: async (surroundings, { words }) => {
      const { server, database, dataDir, secrets, progress, out, json, say } = surroundings
      await requireOrganisation(surroundings)
      const file = path.resolve(words[0] ?? '')
      const made = await takeBackup({
        url: server.ownerUrl(database),
        blobs: localBlobStore(blobFolderOf(dataDir, database)),
        file,
        sealingKey: secrets.sealingKey,
        now: new Date(),
        onProgress: progress.show,
      })
      progress.end()
      await remember(surroundings, 'backup.taken', made)
      out(
        json
          ? JSON.stringify({ file, ...made })
          : say(
              `پشتیبان در «${file}» نوشته شد: ${made.tables} جدول و ${made.files} فایل.`,
              `Backup written to ${file}: ${made.tables} tables, ${made.files} files.`,
            ),
      )
      return exitCodes.done
    },
  },
  restore: {
    usage: 'restore FILE',
    fa: 'بازگرداندن پشتیبان در پوشهٔ داده‌ای که هنوز سازمانی در آن نیست',
    en: 'Restore a backup into a data folder that holds no organisation yet',
    words: 1,
    run: async (surroundings, { words }) => {
      const { server, database, dataDir, secrets, progress, out, json, say } = surroundings
      if (await server.has(database)) {
        throw new UsageError(
          'در این پوشهٔ داده سازمانی هست؛ پشتیبان تنها در جای خالی بازگردانده می‌شود. با DATA_DIR پوشهٔ دیگری بدهید.',
          'This data folder holds an organisation; a backup is restored only into an empty place. Give another folder with DATA_DIR.',
        )
      }
      await server.create(database)
      try {
        const blobs = localBlobStore(blobFolderOf(dataDir, database))
        const manifest = await restoreBackup({
          url: server.ownerUrl(database),
          blobs,
          file: path.resolve(words[0] ?? ''),
          sealingKey: secrets.sealingKey,
          onProgress: progress.show,
        })
        await prepareOrganisation(server.ownerUrl(database), { name: server.applicationRole, password: secrets.applicationPassword })
        progress.end()
        const erased = await erasedListOf(dataDir, database).read()
        await withApp(surroundings, (app) => app.eraseAgain(erased))
        await remember(surroundings, 'backup.restored', { takenAt: manifest.takenAt })
        out(
          json
            ? JSON.stringify({ takenAt: manifest.takenAt, tables: manifest.tables.length, files: manifest.files.length })
            : say(`پشتیبان ${manifest.takenAt} بازگردانده شد.`, `The backup of ${manifest.takenAt} was restored.`),
        )
        return exitCodes.done
      } catch (error) {
        await server.drop(database)
        if (error instanceof NotABackup)
          throw new UsageError(`این فایل پشتیبان درستی نیست: ${error.message}`, `This is not a whole backup: ${error.message}`)
        throw error
      }
    },
  },
}

/** The audit trail tells of copies of everything, too. */
const remember = (surroundings: Surroundings, action: string, after: object): Promise<void> =>
  withApp(surroundings, (app) => app.runAsSystem((context) => writeAudit(context, { action, subjectType: 'organisation', after })))
