import type { Condition } from '@parvandeh/contract'
import { addScheme, loadBeside } from '../../modules/customers/index.ts'
import type { Context } from '../../platform/context.ts'
import type { DemoBeside } from '../generate/neighbours.ts'
import type { DemoCustomer } from '../generate/history.types.ts'

/** Keeps what is known of the customers beside their fields, from a day after their files were opened. */
export async function loadNeighbours(
  context: Context,
  customerIds: readonly string[],
  customers: readonly DemoCustomer[],
  told: readonly DemoBeside[],
): Promise<void> {
  const idOf = (place: number): string => customerIds[place] ?? ''
  const dayMilliseconds = 86_400_000
  await loadBeside(
    context,
    told.map(({ customer, relations, ...kept }) => ({
      ...kept,
      customerId: idOf(customer),
      at: new Date(Math.min(context.now.getTime(), (customers[customer]?.createdAt ?? context.now).getTime() + dayMilliseconds)),
      relations: relations.map(({ other, ...relation }) => ({ ...relation, otherId: idOf(other) })),
    })),
  )
}

const spoken = (days: number): Condition => ({ field: 'lastContactAt', is: 'last-days', value: days })
const klass = (name: string, nameEn: string, mark: 'star' | 'circle' | 'triangle' | 'minus', condition: Condition | null = null) => ({
  id: null,
  name,
  nameEn,
  mark,
  active: true,
  condition,
})

/** Two schemes: how alive the relation is, by rule; and how much somebody may owe, by hand. */
export async function loadSchemes(context: Context): Promise<void> {
  const common = { active: true, protectedReason: null }
  await addScheme(context, {
    ...common,
    name: 'پویایی ارتباط',
    nameEn: 'How alive the relation is',
    by: 'rule',
    accessClass: 'internal',
    classes: [
      klass('پویا', 'Active', 'star', spoken(90)),
      klass('کم‌پیدا', 'Fading', 'circle', spoken(365)),
      klass('خاموش', 'Silent', 'minus', { field: 'createdAt', is: 'filled' }),
    ],
  })
  await addScheme(context, {
    ...common,
    name: 'اعتبار',
    nameEn: 'Credit',
    by: 'hand',
    accessClass: 'financial',
    classes: [
      klass('عالی', 'Excellent', 'star'),
      klass('خوب', 'Good', 'circle'),
      klass('نیازمند پیش‌پرداخت', 'Needs prepayment', 'triangle'),
    ],
  })
}
