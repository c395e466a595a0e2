import type { ApiFailure } from '../../../api/failure.ts'

/** A refusal as a form shows it, without counting fields: here it is about the whole. */
export const saidOf = (failure: ApiFailure | null) => failure && { title: failure.title, detail: failure.detail, problems: [] }
