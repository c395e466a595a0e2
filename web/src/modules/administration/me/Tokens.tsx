import { type ResponseOf, tokenRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import { query } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { StatusBadge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { ConfirmWrite } from '../ConfirmWrite.tsx'
import { useMeWords } from './messages.ts'
import { NewTokenDialog } from './NewTokenDialog.tsx'

type Token = ResponseOf<typeof tokenRoutes.list>['tokens'][number]

/** Keys for scripts, with the rights of the person; made here, shown once, revoked here. */
export function Tokens() {
  const words = useMeWords()
  const list = useQuery(query(tokenRoutes.list))
  const [making, setMaking] = useState(false)
  const [revoked, setRevoked] = useState<Token | null>(null)
  return (
    <Card
      title={words.tokens}
      actions={
        <Button size="small" icon={<Plus size={15} />} onPress={() => setMaking(true)}>
          {words.addToken}
        </Button>
      }
    >
      <p className="mb-2 text-small text-muted">{words.tokensHint}</p>
      {list.error && <ErrorState failure={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonLines lines={2} />}
      {list.data?.tokens.length === 0 && <p className="border-t border-line pt-3 text-faint">{words.noTokens}</p>}
      <ul>
        {list.data?.tokens.map((token) => (
          <TokenRow key={token.id} token={token} onRevoke={() => setRevoked(token)} />
        ))}
      </ul>
      {making && <NewTokenDialog onClose={() => setMaking(false)} />}
      {revoked && (
        <ConfirmWrite
          route={tokenRoutes.revoke}
          input={{ params: { tokenId: revoked.id } }}
          stale={[tokenRoutes.list]}
          title={words.revokeTitle(revoked.name)}
          actionLabel={words.revoke}
          done={words.revoked}
          onClose={() => setRevoked(null)}
        >
          {words.revokeText}
        </ConfirmWrite>
      )}
    </Card>
  )
}

function TokenRow({ token: { name, createdAt, lastUsedAt, expiresAt }, onRevoke }: { token: Token; onRevoke: () => void }) {
  const words = useMeWords()
  const format = useFormat()
  const [now] = useState(() => Date.now())
  const isExpired = expiresAt !== null && Date.parse(expiresAt) < now
  const said = [
    words.made(format.date(createdAt)),
    lastUsedAt ? words.used(format.relative(lastUsedAt)) : words.neverUsed,
    expiresAt ? words.expires(format.date(expiresAt)) : words.noExpiry,
  ]
  return (
    <li className="flex items-center gap-3 border-t border-line py-2">
      <KeyRound size={17} aria-hidden="true" className="shrink-0 text-faint" />
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2 font-medium">
          <bdi className="truncate">{name}</bdi>
          {isExpired && <StatusBadge shape="stop">{words.expired}</StatusBadge>}
        </p>
        <p className="text-small text-muted">{said.join(' · ')}</p>
      </div>
      <Button size="small" onPress={onRevoke}>
        {words.revoke}
      </Button>
    </li>
  )
}
