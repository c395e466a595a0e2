/** Kinds of timeline lines in which customer and organisation met, in either direction. */
export const contactKinds: ReadonlySet<string> = new Set(['call', 'visit', 'message'])

export const isContact = (kind: string): boolean => contactKinds.has(kind)
