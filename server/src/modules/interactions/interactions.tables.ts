import type { interaction } from '@parvandeh/contract'
import type { z } from 'zod'

/** An interaction as others see it. */
export type Interaction = z.output<typeof interaction>

export interface InteractionsTables {
  'interactions.interaction': {
    customer_id: string
    id: string
    kind: Interaction['kind']
    direction: Interaction['direction']
    channel: Interaction['channel']
    owner_id: string | null
    unit_id: string | null
    started_at: Date
    minutes: number | null
    answered: boolean
    subject: string
    body: string
    source: Interaction['source']
    city_id: number | null
    wrong_number: string | null
    recorded_by: string | null
    recorded_at: Date
  }
  'interactions.interaction_document': { customer_id: string; id: string; interaction_id: string; document_id: string; position: number }
}
