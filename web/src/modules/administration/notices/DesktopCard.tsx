import { useState } from 'react'
import { desktopState, setDesktop } from '../../../shell/desktop.ts'
import { Card } from '../../../ui/Card.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { useNoticeSettingWords } from './messages.ts'

/** Notices outside of the page, if the person switches them on in this browser. */
export function DesktopCard() {
  const words = useNoticeSettingWords()
  const [state, setState] = useState(desktopState)
  return (
    <Card title={words.desktop}>
      {state === 'absent' || state === 'refused' ? (
        <p className="text-small text-muted">{state === 'absent' ? words.desktopAbsent : words.desktopRefused}</p>
      ) : (
        <Switch
          isSelected={state === 'on'}
          hint={words.desktopHint}
          onChange={(on) => void setDesktop(on).then(() => setState(desktopState()))}
        >
          {words.desktopSwitch}
        </Switch>
      )}
    </Card>
  )
}
