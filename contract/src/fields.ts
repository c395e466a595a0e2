import { z } from 'zod'

/** The identifier of anything: a UUID (version 7, made by the application). */
export const id = z.uuid()

/** Years that every clock, calendar and database here can count in. */
const isCountable = (date: string): boolean => date >= '1000' && date < '3000'

/** A moment, as ISO 8601 with an offset. */
export const instant = z.iso.datetime({ offset: true }).refine(isCountable)

/** A calendar day, `YYYY-MM-DD`, Gregorian on the wire whatever is shown. */
export const day = z.iso.date().refine(isCountable)

/** One line of text as typed by a person, without control characters and halves of characters. */
export const line = (max = 200) =>
  z
    .string()
    .max(max)
    .regex(/^[^\u0000-\u001f\u007f\p{Cs}]*$/u)
    .trim()

/** A line that may not be empty. */
export const requiredLine = (max = 200) => line(max).min(1)

/** Several lines of text; tabs and line ends are kept. */
export const text = (max = 20_000) =>
  z
    .string()
    .max(max)
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Cs}]*$/u)

/** How many rows a page may hold, and the key after which it begins (opaque, from the page before). */
export const page = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(400).optional(),
})

/** A page of rows: `next` is the key of the following page, absent on the last. */
export const pageOf = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), next: z.string().optional() })

/** A yes or no in a query string. */
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true')
