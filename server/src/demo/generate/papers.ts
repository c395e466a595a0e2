import { formatPaper } from './words/papers.ts'
import { chanceOf } from './chance.ts'
import type { Chance } from './chance.ts'
import { products } from './company.ts'
import type { DemoCustomer, DemoPaper } from './history.types.ts'
import { drawCard } from './picture.ts'
import { afterWork, someoneOf } from './world.ts'
import type { World } from './world.ts'

/** Some dozens of documents: invoices and receipts as text, pictures of warranty cards. */
export function* papersOf(world: World, customers: readonly DemoCustomer[], count: number): Generator<DemoPaper> {
  for (let index = 0; index < count; index += 1) {
    const chance = chanceOf(world.seed, 'paper', index)
    const customer = chance.whole(0, customers.length - 1)
    const about = customers[customer]!
    const given = new Date(+about.createdAt + chance.share() * (+world.now - +about.createdAt))
    const addedAt = onceOpen(world, given, chance)
    const unit = about.unit
    const shared = { customer, unit, addedAt, person: someoneOf(world, unit, addedAt, chance) }
    const product = chance.weighted(products, (one) => one.share).name
    if (chance.happens(0.4))
      yield {
        ...shared,
        name: `کارت گارانتی ${index + 1}.png`,
        title: `تصویر کارت گارانتی ${product}`,
        accessClass: 'internal',
        content: drawCard(chance),
      }
    else yield { ...shared, ...formatPaper({ chance, product, addedAt, about, number: index + 1 }) }
  }
}

/** Papers are filed in working hours, unless these have not come yet. */
function onceOpen(world: World, given: Date, chance: Chance): Date {
  const filed = afterWork(world, given, chance.between(2, 300))
  return filed <= world.now ? filed : given
}
