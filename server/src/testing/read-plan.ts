import type pg from 'pg'
import type { Statement } from './hear-statements.ts'

interface Node {
  'Node Type': string
  'Relation Name'?: string
  Schema?: string
  'Actual Rows'?: number
  'Actual Loops'?: number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: Node[]
}

/** What the database does for a statement. */
export interface ReadPlan {
  /** Tables that it reads row by row from their beginning, and how far. */
  wholeTables: { table: string; rows: number }[]
  /** The most rows that one step of it looked at. */
  rowsLookedAt: number
  milliseconds: number
}

/** Lets the database carry a statement out, and say how. */
export async function readPlan(client: pg.Client, { text, values }: Statement): Promise<ReadPlan> {
  const answer = await client.query<{ 'QUERY PLAN': [{ Plan: Node; 'Execution Time': number; 'Planning Time': number }] }>(
    `explain (analyze, verbose, format json) ${text}`,
    values,
  )
  const [{ Plan: plan, 'Execution Time': executing, 'Planning Time': planning }] = answer.rows[0]!['QUERY PLAN']
  const nodes = nodesOf(plan)
  const looked = ({ 'Actual Rows': rows = 0, 'Actual Loops': loops = 1, ...node }: Node) =>
    (rows + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) * loops
  return {
    wholeTables: nodes.flatMap((node) =>
      node['Node Type'] === 'Seq Scan' ? [{ table: `${node.Schema}.${node['Relation Name']}`, rows: looked(node) }] : [],
    ),
    rowsLookedAt: Math.max(0, ...nodes.filter((node) => node['Node Type'].includes('Scan')).map(looked)),
    milliseconds: executing + planning,
  }
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]
