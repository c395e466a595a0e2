import type { Trade } from '@parvandeh/contract'
import { goodsSets } from './starter-sets-of-goods.data.ts'
import { servicesSets } from './starter-sets-of-services.data.ts'
import type { StarterSet } from './starter-sets.types.ts'

/** What businesses of a trade usually ask of their customers beyond what every file has. */
export const starterSets: Record<Trade, StarterSet> = { ...goodsSets, ...servicesSets }
