import type { channels, outcomes, priorities, requestRow, requestStatuses, requestView } from '@parvandeh/contract'
import type { z } from 'zod'

export type RequestRow = z.output<typeof requestRow>
export type RequestView = z.output<typeof requestView>
export type RequestStatus = (typeof requestStatuses)[number]
export type Priority = (typeof priorities)[number]
export type Outcome = (typeof outcomes)[number]
export type Channel = (typeof channels)[number]
