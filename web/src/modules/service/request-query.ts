import { requestRoutes } from '@parvandeh/contract'
import { query } from '../../api/query.ts'

/** The read of one request by its number. */
export const requestQuery = (number: string) => query(requestRoutes.byNumber, { params: { number } })
