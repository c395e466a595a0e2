import {
  AtSign,
  BadgeCheck,
  Globe,
  Lock,
  type LucideIcon,
  MapPin,
  Phone,
  Printer,
  Share2,
  Smartphone,
  Star,
  TriangleAlert,
} from 'lucide-react'
import { consentPurposes } from '@parvandeh/contract'
import { useDirectory } from '../../../api/directory.ts'
import { Bidi } from '../../../ui/Bidi.tsx'
import { buttonClass } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { Link } from '../../../ui/Link.tsx'
import { useFormat } from '../../../persian/format.ts'
import { OriginMark } from '../evidence/OriginMark.tsx'
import { useCustomerWords } from '../messages.ts'
import { usePlaces } from '../../../places/places.ts'
import type { CustomerFile } from './fixed-facts.ts'
import { useFileWords } from './messages.ts'
import { hrefOf, type Point } from './reach.ts'

const icons: Record<Point['kind'], LucideIcon> = {
  mobile: Smartphone,
  phone: Phone,
  email: AtSign,
  address: MapPin,
  social: Share2,
  fax: Printer,
  website: Globe,
}

/** How to reach the customer: each way with its label, hours, verification and consents. */
export function AccessCard({ file }: { file: CustomerFile }) {
  const words = useFileWords()
  const shared = useCustomerWords()
  const add = file.can.edit && !file.withheld.includes('accessPoints') && (
    <Link
      to="/customers/$customerId/edit"
      params={{ customerId: file.customerId }}
      search={{ field: 'accessPoints' }}
      className={buttonClass('quiet', 'small', 'no-underline!')}
    >
      {words.addAccess}
    </Link>
  )
  return (
    <Card title={words.access} actions={add}>
      {file.withheld.includes('accessPoints') ? (
        <p className="flex items-center gap-1.5 text-faint">
          <Lock size={14} aria-hidden="true" />
          {shared.noAccess}
        </p>
      ) : file.accessPoints.length === 0 ? (
        <p className="text-muted">{words.noAccessPoints}</p>
      ) : (
        <ul className="-mx-2 flex flex-col gap-0.5">
          {file.accessPoints.map((point, index) => (
            <PointLine
              key={point.id}
              file={file}
              point={point}
              doubt={file.problems.find(({ field }) => field === `accessPoints.${index}`)?.message}
            />
          ))}
        </ul>
      )}
    </Card>
  )
}

function PointLine({ file, point, doubt }: { file: CustomerFile; point: Point; doubt: string | undefined }) {
  const shared = useCustomerWords()
  const Icon = icons[point.kind]
  const kind = point.network ? shared.networks[point.network] : shared.accessKinds[point.kind]
  const href = hrefOf(point)
  const verification = useVerification(point)
  const text = (
    <span className="min-w-0 wrap-anywhere">
      <Bidi ltr={point.kind !== 'address'}>{point.display}</Bidi>
    </span>
  )
  return (
    <li className="flex gap-2.5 rounded-control px-2 py-1 hover:bg-hover">
      <span title={kind} className="mt-1.5 text-muted">
        <Icon size={16} aria-hidden="true" />
        <span className="sr-only">{kind}</span>
      </span>
      <div className="min-w-0 flex-1">
        <span className="flex min-h-7 flex-wrap items-center gap-x-1.5">
          {href ? (
            <a href={href} className="min-w-0 text-accent-text underline-offset-4 hover:underline">
              {text}
            </a>
          ) : (
            text
          )}
          {point.primary && <Sign icon={Star} name={shared.main} className="fill-current text-accent-text" />}
          {point.verified && <Sign icon={BadgeCheck} name={verification} className="text-positive" />}
          {doubt && <Sign icon={TriangleAlert} name={doubt} className="text-caution" />}
          <OriginMark
            field={`accessPoints.${point.id}`}
            name={kind}
            mayEdit={file.can.edit}
            version={file.version}
            isPhone={point.kind === 'mobile' || point.kind === 'phone'}
          />
        </span>
        <PointNotes point={point} />
      </div>
      <CopyButton text={point.value} label={shared.copy} />
    </li>
  )
}

/** That it was verified, and when and by whom where that is known. */
function useVerification({ verifiedAt, verifiedBy }: Point): string {
  const words = useFileWords()
  const shared = useCustomerWords()
  const format = useFormat()
  const { personName } = useDirectory()
  return verifiedAt === null ? shared.verified : words.verifiedBy(format.date(verifiedAt), personName(verifiedBy) ?? null)
}

function Sign({ icon: Icon, name, className }: { icon: LucideIcon; name: string; className: string }) {
  return (
    <span title={name} className="inline-flex">
      <Icon size={14} aria-hidden="true" className={className} />
      <span className="sr-only">{name}</span>
    </span>
  )
}

function PointNotes({ point }: { point: Point }) {
  const words = useFileWords()
  const shared = useCustomerWords()
  const format = useFormat()
  const { cityName } = usePlaces()
  const comma = format.language === 'fa' ? '، ' : ', '
  const { personName } = useDirectory()
  const toldOf = (purpose: (typeof consentPurposes)[number]): string => {
    const fact = point.consentFacts[purpose]
    if (!fact) return shared.consents[purpose]
    return words.consentFact(shared.consents[purpose], format.date(fact.at), fact.how ?? personName(fact.by) ?? null)
  }
  const agreed = consentPurposes.filter((purpose) => point.consents[purpose]).map(toldOf)
  const withdrawn = consentPurposes.filter((purpose) => point.consents[purpose] === false && point.consentFacts[purpose]).map(toldOf)
  const notes = [
    point.network && shared.networks[point.network],
    point.label,
    point.kind === 'address' && cityName(point.cityId),
    point.postalCode && `${shared.postalCode} ${format.digits(point.postalCode)}`,
    point.preferredHours,
    agreed.length > 0 && words.allowed(agreed.join(comma)),
    withdrawn.length > 0 && words.withdrawn(withdrawn.join(comma)),
  ].filter((note) => typeof note === 'string' && note !== '')
  return notes.length > 0 && <p className="text-small text-muted">{notes.join(' · ')}</p>
}
