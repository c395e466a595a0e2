import type { CustomerFile, FixedFields } from '../files/file.types.ts'
import { nothingKnown } from '../files/nothing-known.rules.ts'

/** A file of which nothing is known yet but where it belongs. */
export const emptyFile = (
  kind: FixedFields['kind'],
  {
    customerId,
    code,
    now,
    unitId,
    ownerId,
  }: { customerId: string; code: string; now: Date; unitId: string | null; ownerId: string | null },
): CustomerFile => ({
  customerId,
  code,
  fields: { ...nothingKnown, kind },
  accessPoints: [],
  displayName: '',
  mainPhone: null,
  unitId,
  ownerId,
  provisional: true,
  custom: {},
  acceptedProblems: {},
  version: 1,
  createdAt: now,
  updatedAt: now,
})
