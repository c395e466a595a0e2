import { noticeKinds } from '@parvandeh/contract'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { useNoticeSettingWords } from './messages.ts'
import type { NoticeSettings } from './notice-settings.types.ts'

interface KindsCardProps {
  settings: NoticeSettings
  change: (part: Partial<NoticeSettings>) => void
}

/** Each kind with a switch; with a box for each channel where there are several. */
export function KindsCard({ settings: { channels, offered }, change }: KindsCardProps) {
  const words = useNoticeSettingWords()
  return (
    <Card title={words.what}>
      <p className="mb-3 text-small text-muted">{words.whatHint}</p>
      <ul className="flex flex-col gap-3">
        {noticeKinds.map((kind) => {
          const chosen = channels[kind] ?? []
          const choose = (next: typeof chosen) => change({ channels: { ...channels, [kind]: next } })
          return (
            <li key={kind}>
              <Switch isSelected={chosen.length > 0} onChange={(on) => choose(on ? ['in-app'] : [])} hint={words.kinds[kind].text}>
                {words.kinds[kind].title}
              </Switch>
              {offered.length > 1 && chosen.length > 0 && (
                <div className="mt-1 flex flex-wrap gap-4 ps-12">
                  {offered.map((channel) => (
                    <Checkbox
                      key={channel}
                      isSelected={chosen.includes(channel)}
                      onChange={(on) => choose(on ? [...chosen, channel] : chosen.filter((one) => one !== channel))}
                    >
                      {words.channels[channel]}
                    </Checkbox>
                  ))}
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {offered.length === 1 && <p className="mt-4 rounded-control bg-sunken px-3 py-2 text-small text-muted">{words.onlyHere}</p>}
    </Card>
  )
}
