import type { SourceKind } from '@parvandeh/contract'

/** How sure one is of a value by the way it came, where nobody said: what the customer was heard to say weighs most. */
const usual: Readonly<Record<SourceKind, number>> = { call: 0.9, message: 0.85, form: 0.8, system: 0.7, import: 0.6 }
/** Of files that are older than their sources. */
const ofUnknown = 0.5

/** From 0 to 1. */
export const confidenceOf = (kind: SourceKind | null, stated: number | null): number => stated ?? (kind === null ? ofUnknown : usual[kind])
