import { customerRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { CalendarClock, FilePlus2, MessageSquare, Pencil, Phone, PhoneCall, StickyNote, UserRound, UsersRound } from 'lucide-react'
import { Link as AriaLink } from 'react-aria-components'
import { useDirectory } from '../../../api/directory.ts'
import { query } from '../../../api/query.ts'
import { useSession } from '../../../api/session.ts'
import { useFormat } from '../../../persian/format.ts'
import { useShortcut } from '../../../shell/shortcuts.ts'
import { Badge, StatusBadge } from '../../../ui/Badge.tsx'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Button, buttonClass } from '../../../ui/Button.tsx'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { KindIcon } from '../KindIcon.tsx'
import { FileMenu } from '../leaving/FileMenu.tsx'
import { useCustomerWords } from '../messages.ts'
import { CustomerPhoto } from './CustomerPhoto.tsx'
import type { CustomerFile } from './fixed-facts.ts'
import { useFileWords } from './messages.ts'
import { hrefOf, mainPhoneOf, messageHrefOf } from './reach.ts'

interface FileHeaderProps {
  file: CustomerFile
  /** Brings the form for calls, messages and notes to the fingers. */
  onLog: (kind?: 'note') => void
}

/** Who it is, how to reach them now, who answers for them, and what to do first. */
export function FileHeader({ file, onLog }: FileHeaderProps) {
  const words = useCustomerWords()
  const { kind = 'person', displayName } = file
  return (
    <header className="flex flex-col gap-2">
      <Breadcrumbs trail={[{ label: words.title, href: '/customers' }, { label: displayName }]} />
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <CustomerPhoto file={file} />
        <div className="min-w-0 flex-1 basis-40 sm:basis-64">
          <div className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1">
            <h1 className="min-w-0 text-heading font-semibold">
              <bdi>{displayName}</bdi>
            </h1>
            <Badge icon={<KindIcon kind={kind} label="" />}>{words.kinds[kind]}</Badge>
            {file.provisional && (
              <span title={words.provisionalHint}>
                <StatusBadge shape="dash" tone="caution">
                  {words.provisional}
                </StatusBadge>
              </span>
            )}
          </div>
          <HeaderFacts file={file} />
        </div>
        <div className="sm:order-last">
          <FileMenu file={file} />
        </div>
        <HeaderActions file={file} onLog={onLog} />
      </div>
      <AtHand file={file} onNote={() => onLog('note')} />
    </header>
  )
}

function HeaderFacts({ file }: { file: CustomerFile }) {
  const words = useFileWords()
  const shared = useCustomerWords()
  const format = useFormat()
  const { personName, unitName } = useDirectory()
  const phone = mainPhoneOf(file.accessPoints)
  const unit = unitName(file.unitId)
  return (
    <div className="mt-0.5 flex flex-wrap items-center gap-x-5 gap-y-0.5 text-small text-muted">
      <span className="inline-flex items-center">
        <span className="sr-only">{words.code}</span>
        <Bidi ltr>{format.digits(file.code)}</Bidi>
        <CopyButton text={file.code} label={words.copyCode} />
      </span>
      {phone && (
        <span className="inline-flex items-center gap-1.5">
          <Phone size={15} aria-hidden="true" />
          <a
            href={hrefOf(phone)}
            aria-label={shared.call(file.displayName)}
            className="font-medium text-accent-text underline-offset-4 hover:underline"
          >
            <Bidi ltr>{phone.display}</Bidi>
          </a>
          <CopyButton text={phone.value} label={words.copyPhone} />
        </span>
      )}
      <span className="inline-flex items-center gap-1.5" title={words.responsible}>
        <UserRound size={15} aria-hidden="true" />
        <bdi>{personName(file.ownerId) ?? shared.nobody}</bdi>
      </span>
      {unit && (
        <span className="inline-flex items-center gap-1.5" title={words.unit}>
          <UsersRound size={15} aria-hidden="true" />
          <bdi>{unit}</bdi>
        </span>
      )}
      <LastContact customerId={file.customerId} />
    </div>
  )
}

function LastContact({ customerId }: { customerId: string }) {
  const words = useFileWords()
  const format = useFormat()
  const { permissions } = useSession()
  const { data } = useQuery(query(customerRoutes.timeline, { params: { customerId }, query: { kinds: 'call,visit,message', limit: 1 } }))
  const at = data?.rows[0]?.at
  // Who sees only a part of the contacts cannot be told that there were none.
  if (!data || (!at && permissions['interactions.read'] !== 'all')) return null
  return (
    <span className="inline-flex items-center gap-1.5" title={at && format.moment(at)}>
      <CalendarClock size={15} aria-hidden="true" />
      {at ? words.lastContact(format.relative(at)) : words.noContact}
    </span>
  )
}

function HeaderActions({ file, onLog }: FileHeaderProps) {
  const words = useFileWords()
  const shared = useCustomerWords()
  const navigate = useNavigate()
  const { can, customerId } = file
  const newRequest = `/requests/new?customer=${customerId}`
  const edit = () => can.edit && void navigate({ to: '/customers/$customerId/edit', params: { customerId } })
  useShortcut({ code: 'KeyE', keys: 'E', label: words.keys.edit, run: edit })
  useShortcut({ code: 'KeyA', keys: 'A', label: words.keys.log, run: () => can.logInteraction && onLog() })
  useShortcut({ code: 'KeyR', keys: 'R', label: words.keys.request, run: () => can.registerRequest && void navigate({ href: newRequest }) })
  return (
    <div className="flex flex-wrap items-center gap-2 max-sm:w-full">
      {can.logInteraction && (
        <Button variant="primary" icon={<PhoneCall size={16} />} onPress={() => onLog()} className="max-sm:flex-1">
          {words.log}
        </Button>
      )}
      {can.registerRequest && (
        <AriaLink href={newRequest} className={buttonClass('secondary', 'medium', 'max-sm:flex-1')}>
          <FilePlus2 size={16} aria-hidden="true" />
          {words.newRequest}
        </AriaLink>
      )}
      {can.edit && (
        <Button icon={<Pencil size={15} />} onPress={edit} aria-label={shared.edit}>
          <span className="max-sm:hidden">{shared.edit}</span>
        </Button>
      )}
    </div>
  )
}

/** On a phone, what one does with it in hand: call, write, note; each one tap. */
function AtHand({ file, onNote }: { file: CustomerFile; onNote: () => void }) {
  const words = useFileWords()
  const shared = useCustomerWords()
  const phone = mainPhoneOf(file.accessPoints)
  const [call, message] = [phone && hrefOf(phone), messageHrefOf(file.accessPoints)]
  const look = buttonClass('secondary', 'medium', 'flex-1 no-underline! min-h-11!')
  if (!call && !message && !file.can.logInteraction) return null
  return (
    <div className="flex gap-2 sm:hidden">
      {call && (
        <a href={call} aria-label={shared.call(file.displayName)} className={look}>
          <Phone size={17} aria-hidden="true" />
          {words.callNow}
        </a>
      )}
      {message && (
        <a href={message} {...(message.startsWith('https:') && { target: '_blank', rel: 'noreferrer' })} className={look}>
          <MessageSquare size={17} aria-hidden="true" />
          {words.messageNow}
        </a>
      )}
      {file.can.logInteraction && (
        <Button icon={<StickyNote size={17} />} onPress={onNote} className="min-h-11! flex-1">
          {words.noteNow}
        </Button>
      )}
    </div>
  )
}
