import type { IndicatorKey } from '@parvandeh/contract'
import { closedPerPerson } from './closed-per-person.ts'
import type { Definition } from './definition.types.ts'
import { exchangesPerService } from './exchanges-per-service.ts'
import { requestsPerDay } from './requests-per-day.ts'
import { requestsPerMonth } from './requests-per-month.ts'
import { serviceTime } from './service-time.ts'
import { serviceTimeParts } from './service-time-parts.ts'
import { waitUntilResponse } from './wait-until-response.ts'

/** Every indicator by its key, in the order in which they are shown. */
export const definitions: Readonly<Record<IndicatorKey, Definition>> = {
  'requests-per-day': requestsPerDay,
  'closed-per-person': closedPerPerson,
  'wait-until-response': waitUntilResponse,
  'service-time': serviceTime,
  'exchanges-per-service': exchangesPerService,
  'requests-per-month': requestsPerMonth,
  'service-time-parts': serviceTimeParts,
}
