import { notificationRoutes } from '@parvandeh/contract'
import { addDays, instantOfLocal } from '@parvandeh/contract/persian'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { query, useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { TimeField } from '../../../ui/date/TimeField.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import { DesktopCard } from './DesktopCard.tsx'
import { KindsCard } from './KindsCard.tsx'
import { useNoticeSettingWords } from './messages.ts'
import type { NoticeSettings } from './notice-settings.types.ts'

type Change = (part: Partial<NoticeSettings>) => void

/** What I am told of and how, and when nothing may pop up. Every choice holds at once. */
export function NoticesPage() {
  const settings = useQuery(query(notificationRoutes.settings))
  const change = useChange(settings.data)
  return (
    <SettingsFrame section="notifications" narrow>
      {settings.error && <ErrorState failure={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.isPending && <SkeletonLines lines={8} />}
      {settings.data && (
        <>
          <KindsCard settings={settings.data} change={change} />
          <QuietCard settings={settings.data} change={change} />
          <PauseCard settings={settings.data} change={change} />
        </>
      )}
      <DesktopCard />
    </SettingsFrame>
  )
}

/** Saves at once, shows it before the server has answered, and offers the way back. */
function useChange(settings: NoticeSettings | undefined): Change {
  const words = useNoticeSettingWords()
  const client = useQueryClient()
  const { queryKey } = query(notificationRoutes.settings)
  const save = useWrite(notificationRoutes.setSettings, {
    onError: (failure) => {
      toastFailure(failure)
      void client.invalidateQueries({ queryKey })
    },
  })
  const put = (next: NoticeSettings, onSaved?: () => void) => {
    client.setQueryData(queryKey, next)
    const { offered: _, ...body } = next
    save.mutate({ body }, onSaved ? { onSuccess: onSaved } : {})
  }
  return (part) => {
    if (settings) put({ ...settings, ...part }, () => toast({ text: words.saved, onUndo: () => put(settings) }))
  }
}

interface PartProps {
  settings: NoticeSettings
  change: Change
}

function QuietCard({ settings: { quiet, quietFrom, quietTo }, change }: PartProps) {
  const words = useNoticeSettingWords()
  return (
    <Card title={words.quiet}>
      <p className="mb-3 text-small text-muted">{words.quietHint}</p>
      <RadioGroup<NoticeSettings['quiet']>
        label={words.quiet}
        hideLabel
        options={(['outside-work', 'hours', 'never'] as const).map((id) => ({ id, label: words.quiets[id] }))}
        value={quiet}
        onChange={(next) => change({ quiet: next })}
      />
      {quiet === 'hours' && (
        <div className="mt-3 grid max-w-sm grid-cols-2 gap-3">
          <TimeField label={words.from} value={quietFrom} onChange={(time) => time && change({ quietFrom: time })} />
          <TimeField label={words.to} value={quietTo} onChange={(time) => time && change({ quietTo: time })} />
        </div>
      )}
    </Card>
  )
}

const hourMs = 3_600_000

function PauseCard({ settings: { pausedUntil }, change }: PartProps) {
  const words = useNoticeSettingWords()
  const { moment, today, zone } = useFormat()
  const [now] = useState(() => Date.now())
  const isPaused = pausedUntil !== null && Date.parse(pausedUntil) > now
  const until = (at: Date) => change({ pausedUntil: at.toISOString() })
  return (
    <Card title={words.pause}>
      <p className="mb-3 text-small text-muted">{isPaused ? words.pausedUntil(moment(pausedUntil)) : words.pauseHint}</p>
      <div className="flex flex-wrap gap-2">
        {isPaused ? (
          <Button onPress={() => change({ pausedUntil: null })}>{words.resume}</Button>
        ) : (
          <>
            <Button onPress={() => until(new Date(Date.now() + hourMs))}>{words.pauseFor.hour}</Button>
            <Button onPress={() => until(instantOfLocal(addDays(today(), 1), '08:00', zone))}>{words.pauseFor.day}</Button>
            <Button onPress={() => until(new Date(Date.now() + 7 * 24 * hourMs))}>{words.pauseFor.week}</Button>
          </>
        )}
      </div>
    </Card>
  )
}
