import { classifyFiles } from './classify-files.ts'
import { editFiles } from './edit-files.ts'
import { removeFiles, restoreFiles } from './remove-files.ts'
import { tagFiles } from './tag-files.ts'
import type { FileChange, FileVerb } from './verb.types.ts'

const verbs = { classify: classifyFiles, remove: removeFiles, restore: restoreFiles, tag: tagFiles }

/** The verb of a change; one that names none sets fields. */
export const verbOf = (change: FileChange): FileVerb<FileChange> =>
  ('act' in change ? verbs[change.act] : editFiles) as unknown as FileVerb<FileChange>
