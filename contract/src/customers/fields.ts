import { z } from 'zod'
import { day, id, instant, line, requiredLine, text } from '../fields.ts'
import type { AccessClass } from '../permissions.ts'

export const customerKinds = ['person', 'organisation'] as const
export const genders = ['female', 'male'] as const
export const accessKinds = ['mobile', 'phone', 'email', 'address', 'social', 'fax', 'website'] as const
export const consentPurposes = ['service', 'survey', 'marketing'] as const

/** Networks on which a social account may be; the messengers used here first. */
export const socialNetworks = [
  'telegram',
  'whatsapp',
  'bale',
  'eitaa',
  'rubika',
  'soroush',
  'igap',
  'instagram',
  'linkedin',
  'x',
  'facebook',
  'aparat',
  'other',
] as const

const optionalLine = line(200).nullable()
export const placeId = z.number().int().min(1).max(1_000_000)

/** A way to reach the customer (C7). `value` is the address itself where the kind is `address`. */
export const accessPointInput = z.object({
  id: id.optional(),
  kind: z.enum(accessKinds),
  value: requiredLine(500),
  label: optionalLine,
  preferredHours: optionalLine,
  primary: z.boolean(),
  verified: z.boolean(),
  consents: z.partialRecord(z.enum(consentPurposes), z.boolean()),
  /** How a consent that changes now was given or withdrawn: on paper, in a call... */
  consentHow: z.partialRecord(z.enum(consentPurposes), requiredLine(200)).optional(),
  /** Of a social account. */
  network: z.enum(socialNetworks).nullable().optional(),
  postalCode: line(20).nullable(),
  cityId: placeId.nullable(),
})

/** When, by whom and how a consent was given, or withdrawn, the last time. */
const consentFact = z.object({ at: instant, by: id.nullable(), how: z.string().nullable() })

/** A way to reach the customer, with what the product keeps of it by itself. */
export const accessPoint = accessPointInput.omit({ consentHow: true }).extend({
  id,
  display: z.string(),
  network: z.enum(socialNetworks).nullable(),
  verifiedAt: instant.nullable(),
  verifiedBy: id.nullable(),
  consentFacts: z.partialRecord(z.enum(consentPurposes), consentFact),
})

/** The fixed identity fields (C6). Those of the other kind of customer stay empty. */
export const customerFields = z.object({
  kind: z.enum(customerKinds),
  firstName: optionalLine,
  lastName: optionalLine,
  fatherName: optionalLine,
  organisationName: optionalLine,
  nationalCode: line(20).nullable(),
  foreignCode: line(40).nullable(),
  companyNationalId: line(20).nullable(),
  registrationNumber: line(40).nullable(),
  economicCode: line(40).nullable(),
  provinceId: placeId.nullable(),
  countyId: placeId.nullable(),
  cityId: placeId.nullable(),
  district: optionalLine,
  birthDate: day.nullable(),
  gender: z.enum(genders).nullable(),
  features: text(1000).nullable(),
  photoId: id.nullable(),
})

/** How delicate each identity field is; what is not named here is internal. */
export const customerFieldClasses: Partial<Record<keyof z.infer<typeof customerFields>, AccessClass>> = {
  kind: 'public',
  firstName: 'public',
  lastName: 'public',
  organisationName: 'public',
  nationalCode: 'sensitive',
  foreignCode: 'sensitive',
  birthDate: 'sensitive',
  gender: 'sensitive',
  features: 'sensitive',
  fatherName: 'sensitive',
  economicCode: 'financial',
}
