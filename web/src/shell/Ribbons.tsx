import { demoRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { FlaskConical, LogOut } from 'lucide-react'
import { useWrite } from '../api/query.ts'
import { sessionQuery, useSession } from '../api/session.ts'
import { Button } from '../ui/Button.tsx'
import { toastFailure } from '../ui/toast.tsx'
import { useShellWords } from './messages.ts'

/** Says on every page of the demo that its data is invented, with the way out. */
export function DemoRibbon() {
  const words = useShellWords()
  const { demo } = useSession()
  const client = useQueryClient()
  const navigate = useNavigate()
  const leave = useWrite(demoRoutes.leave, {
    onSuccess: async () => {
      client.clear()
      const session = await client.ensureQueryData(sessionQuery)
      await navigate({ to: session.setUp ? '/sign-in' : '/welcome' })
    },
    onError: toastFailure,
  })
  if (!demo) return null
  return (
    <aside
      aria-label={words.demo}
      className="flex flex-wrap items-center justify-center gap-x-3 border-b border-line bg-caution-soft px-4 py-0.5 text-small text-caution"
    >
      <FlaskConical size={15} aria-hidden="true" className="shrink-0" />
      <span className="font-medium">{words.demo}</span>
      <Button
        size="small"
        variant="quiet"
        className="-my-0.5 text-caution!"
        pending={leave.isPending}
        icon={<LogOut size={15} className="turns" />}
        onPress={() => leave.mutate({})}
      >
        {words.leaveDemo}
      </Button>
    </aside>
  )
}
