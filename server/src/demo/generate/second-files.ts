import { chanceOf } from './chance.ts'
import type { DemoCustomer } from './history.types.ts'

const day = 86_400_000

/** How a second file of the same customer came about: what somebody else heard and typed. */
const hands: readonly ((one: DemoCustomer) => Partial<DemoCustomer>)[] = [
  ({ firstName, lastName }) => ({ firstName: `سید ${firstName}`, lastName: joined(lastName), street: null }),
  ({ firstName, lastName }) => ({ firstName: lastName, lastName: firstName, email: null, street: null }),
  ({ lastName }) => ({ lastName: withSlip(lastName), phone: null, email: null }),
  ({ firstName }) => ({ firstName: joined(firstName), street: null }),
  () => ({ firstName: null, lastName: null, gender: null, nationalCode: null, street: null, phone: null, email: null }),
  ({ organisationName }) => ({ organisationName: `شرکت ${joined(organisationName)} (سهامی خاص)`, street: null, email: null }),
]

const joined = (name: string | null): string | null => name && name.replaceAll('\u200c', '')
/** Two letters that changed places. */
const withSlip = (name: string | null): string | null => name && name.replace(/^(..)(.)(.)/u, '$1$3$2')

/**
 * A few second files of customers who have one already, opened some weeks after it by somebody who did not look; and a
 * son with his father's name and telephone, who is nobody's duplicate.
 */
export function tellSecondFiles(seed: number, customers: readonly DemoCustomer[], now: Date): DemoCustomer[] {
  const reached = customers.filter(({ createdAt }) => now.getTime() - createdAt.getTime() > 120 * day)
  const people = reached.filter(({ kind, firstName, mobile }) => kind === 'person' && firstName !== null && mobile !== null)
  const firms = reached.filter(({ kind, phone }) => kind === 'organisation' && phone !== null)
  const seconds = hands.flatMap((hand, place) => {
    const chance = chanceOf(seed, 'second file', place)
    const from = place === hands.length - 1 ? firms : people
    const one = from[(place + 1) * 7] ?? from[place]
    return one ? [{ ...one, ...hand(one), createdAt: new Date(one.createdAt.getTime() + chance.whole(20, 100) * day) }] : []
  })
  const father = people.find(({ gender, firstName }) => gender === 'male' && firstName !== 'پویا')
  const son = father && {
    ...father,
    firstName: 'پویا',
    nationalCode: null,
    email: null,
    createdAt: new Date(father.createdAt.getTime() + 30 * day),
  }
  return son ? [...seconds, son] : seconds
}
