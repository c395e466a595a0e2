import { Card } from '../../../ui/Card.tsx'
import type { Stories } from '../../../kit/story.ts'
import { BackupCodes } from './BackupCodes.tsx'
import { QrCode } from './QrCode.tsx'
import { type Session, SessionList } from './SessionList.tsx'

const session = (id: string, more: Partial<Session>): Session => ({
  id,
  current: false,
  device: { kind: 'computer', system: 'windows', browser: 'firefox' },
  address: '192.168.1.24',
  beganAt: '2026-11-20T05:10:00Z',
  lastUsedAt: '2026-11-22T06:00:00Z',
  ...more,
})

const sessions = [
  session('a', { current: true }),
  session('b', { device: { kind: 'phone', system: 'android', browser: 'samsung' }, address: '2001:db8:85a3:8d3:1319:8a2e:370:7348' }),
  session('c', { device: { kind: 'program', system: 'other', browser: 'other' }, address: null }),
]

const codes = ['abcd-2345', 'efgh-6789', 'jkmn-pqrs', 'tuvw-xyz2', 'a2b3-c4d5', 'e6f7-g8h9']

export const stories: Stories = {
  'where one is signed in': () => (
    <Card>
      <SessionList sessions={sessions} onEnd={() => {}} />
    </Card>
  ),
  'signed in nowhere': () => (
    <Card>
      <SessionList sessions={[]} onEnd={() => {}} />
    </Card>
  ),
  'sessions, narrow': () => (
    <Card className="max-w-72">
      <SessionList sessions={sessions} onEnd={() => {}} />
    </Card>
  ),
  'backup codes': () => (
    <Card className="max-w-md">
      <BackupCodes codes={codes} />
    </Card>
  ),
  'the picture for the camera': () => <QrCode text="otpauth://totp/mahtab?secret=JBSWY3DPEHPK3PXP&issuer=Parvandeh" label="QR" />,
}
