import { useQueryClient } from '@tanstack/react-query'
import { customerAsked } from '../../../api/staleness.ts'

/** What is on the page of a file is read again: its values, where they come from, and what does not agree; and the desk. */
export function useRefreshFile(customerId: string): () => void {
  const client = useQueryClient()
  return () =>
    void client.invalidateQueries({
      predicate: ({ queryKey: [path, asked] }) =>
        (typeof path === 'string' && path.startsWith('/api/contradictions')) || customerAsked(asked) === customerId,
    })
}
