import type { customerMapping, importRoutes, ResponseOf } from '@parvandeh/contract'
import type { z } from 'zod'

export type CustomersPreview = ResponseOf<typeof importRoutes.previewCustomers>
export type CustomersTried = ResponseOf<typeof importRoutes.tryCustomers>
export type CustomersMapping = z.output<typeof customerMapping>

/** What each part of the mapping is given. */
export interface CustomersPartProps {
  mapping: CustomersMapping
  preview: CustomersPreview
  onChange: (change: Partial<CustomersMapping>) => void
  /** What the server found wrong, by the field's path. */
  problems: Record<string, string>
}
