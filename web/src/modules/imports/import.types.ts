import type { importRoutes, requestMapping, ResponseOf } from '@parvandeh/contract'
import type { z } from 'zod'

export type Import = ResponseOf<typeof importRoutes.show>
export type Preview = ResponseOf<typeof importRoutes.preview>
/** What a file looks like, whatever its rows are. */
export type FileLook = Pick<Preview, 'format' | 'columns' | 'rows' | 'failure'>
export type PreviewColumn = Preview['columns'][number]
export type Mapping = z.output<typeof requestMapping>
/** What a column can tell: the number, the customer, the moment of closing. */
export type Role = keyof Mapping['columns']
