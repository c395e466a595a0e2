import { duplicateRoutes, type ResponseOf } from '@parvandeh/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Pause, Play, ScanSearch } from 'lucide-react'
import { query, useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { toastFailure } from '../../../ui/toast.tsx'
import { useDuplicateWords } from './messages.ts'

const lookAgainMilliseconds = 2000

/** How far the scan of all files has come, and the last one; whoever may, starts it, pauses it and goes on. */
export function ScanBar({ mayControl }: { mayControl: boolean }) {
  const client = useQueryClient()
  const asked = query(duplicateRoutes.scan)
  const { data } = useQuery({
    ...asked,
    refetchInterval: ({ state }) => (state.data?.scan?.state === 'working' ? lookAgainMilliseconds : false),
  })
  const control = useWrite(duplicateRoutes.startScan, {
    onSuccess: (scan) => {
      client.setQueryData(asked.queryKey, { scan })
      void client.invalidateQueries({ queryKey: [duplicateRoutes.list.path] })
    },
    onError: toastFailure,
  })
  const scan = data?.scan
  if (!data || (!scan && !mayControl)) return null
  return (
    <ScanState scan={scan ?? null} isSending={control.isPending} onSend={mayControl && ((what) => control.mutate({ body: { what } }))} />
  )
}

type Verb = 'start' | 'pause' | 'resume'

interface ScanStateProps {
  scan: ResponseOf<typeof duplicateRoutes.scan>['scan']
  isSending: boolean
  /** False where the reader may only watch. */
  onSend: false | ((what: Verb) => void)
}

export function ScanState({ scan, isSending, onSend }: ScanStateProps) {
  const words = useDuplicateWords()
  const format = useFormat()
  const button = (what: Verb, label: string, icon: React.ReactNode) =>
    onSend && (
      <Button size="small" icon={icon} pending={isSending} onPress={() => onSend(what)}>
        {label}
      </Button>
    )
  const isOver = !scan || scan.state === 'done'
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
        <div className="min-w-0 flex-[1_1_18rem]">
          {isOver ? (
            <p className="text-muted">
              {scan?.finishedAt ? words.scan.last(format.relative(scan.finishedAt), format.number(scan.found)) : words.noneText}
            </p>
          ) : (
            <ProgressBar
              label={scan.state === 'paused' ? words.scan.paused : words.scan.working}
              share={scan.progress}
              value={`${format.percent(scan.progress)} · ${words.scan.said(format.number(scan.compared), format.number(scan.found))}`}
            />
          )}
        </div>
        {isOver && button('start', scan ? words.scan.again : words.scan.start, <ScanSearch size={15} />)}
        {scan?.state === 'working' && button('pause', words.scan.pause, <Pause size={15} />)}
        {scan?.state === 'paused' && button('resume', words.scan.resume, <Play size={15} />)}
      </div>
    </Card>
  )
}
