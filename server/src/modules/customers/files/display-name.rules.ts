import { digitsFor, foldSpaced, formatPhone } from '@parvandeh/contract/persian'
import type { FileFacts, FixedFields } from './file.types.ts'
import { isPhone } from './tidy.rules.ts'

/** The name that the customer goes by, or null for one whose name is not known yet. */
export function nameOf({ kind, firstName, lastName, organisationName }: FixedFields): string | null {
  if (kind === 'organisation') return organisationName
  return [firstName, lastName].filter(Boolean).join(' ') || null
}

/** What the file is called: the name, else the number it called from, the address it wrote from, or its code. */
export function displayNameOf({ fields, accessPoints }: FileFacts, code: string): string {
  const name = nameOf(fields)
  if (name !== null) return name
  const phone = accessPoints.find((point) => isPhone(point.kind))
  if (phone) return `تماس‌گیرندهٔ ${formatPhone(phone.value, 'fa')}`
  const mail = accessPoints.find((point) => point.kind === 'email' || point.kind === 'social')
  return mail ? `فرستندهٔ ${mail.value}` : nameByCode(code)
}

/** What a file is called that has nothing else to go by, or nothing that its reader may read. */
export const nameByCode = (code: string): string => `مشتری ${digitsFor('fa', code)}`

const alphabet = 'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی'
const firstPlace = 0x0e01
const places = new Map([...alphabet].map((letter, index) => [letter, String.fromCharCode(firstPlace + 1 + index)]))
const madda = '\ue000'

/**
 * The head of a name, written so that the order of code points is that of the Persian alphabet, with آ before ا:
 * every database sorts it alike, whatever its locale. Names that agree in their first sixty letters may mix.
 */
export function sortNameOf(name: string): string {
  const folded = foldSpaced(name.replaceAll(/آ|\u0627\u0653/gu, madda)).replaceAll(madda, String.fromCharCode(firstPlace))
  return Array.from(folded, (letter) => places.get(letter) ?? letter)
    .slice(0, 60)
    .join('')
}
