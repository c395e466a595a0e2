import { demoRoutes } from '@parvandeh/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { query, useWrite } from '../../../api/query.ts'
import { sessionQuery } from '../../../api/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { FormFailure } from '../../../ui/FormLayout.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { useWelcomeWords } from './messages.ts'

const askEveryMilliseconds = 1000

/** Builds the demo if there is none, shows how far that has come, and enters it when it is ready. */
export function DemoStart() {
  const words = useWelcomeWords()
  const enterDemo = useEnterDemo()
  const isWanted = enterDemo.isSuccess || enterDemo.isPending
  const { data } = useQuery({
    ...query(demoRoutes.show),
    refetchInterval: ({ state }) => (isWanted || state.data?.state === 'building' ? askEveryMilliseconds : false),
  })
  const { mutate, isPending } = enterDemo
  const isReady = data?.state === 'ready'
  const isWaiting = enterDemo.data?.state === 'building'
  useEffect(() => {
    if (isReady && isWaiting && !isPending) mutate({})
  }, [isReady, isWaiting, isPending, mutate])

  if (data?.state === 'building') return <ProgressBar label={words.demoBuilding} share={data.progress} />
  const failure = enterDemo.error ?? (data?.state === 'failed' ? { title: words.demoFailed, problems: [] } : null)
  return (
    <div className="grid gap-3">
      {failure && <FormFailure failure={failure} />}
      <Button variant="primary" className="w-full" pending={isPending} onPress={() => mutate({})}>
        {isReady ? words.demoTitle : words.demoButton}
      </Button>
    </div>
  )
}

function useEnterDemo() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useWrite(demoRoutes.enter, {
    onSuccess: async ({ state }) => {
      await client.invalidateQueries({ queryKey: [demoRoutes.show.path] })
      if (state !== 'ready') return
      client.removeQueries({ queryKey: sessionQuery.queryKey })
      await navigate({ to: '/sign-in' })
    },
  })
}
