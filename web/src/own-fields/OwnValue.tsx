import { type CustomField, type CustomValue, documentRoutes } from '@parvandeh/contract'
import { addressOf } from '../api/call.ts'
import { Bidi } from '../ui/Bidi.tsx'
import { Link } from '../ui/Link.tsx'
import { useOwnText } from './use-own-text.ts'

interface OwnValueProps {
  field: CustomField
  value: CustomValue | undefined
  names?: Readonly<Record<string, string>> | undefined
  customerId: string
}

/** A value of an own field: a customer opens their file, a file opens itself, numbers and addresses can be used at once. */
export function OwnValue({ field, value, names = {}, customerId }: OwnValueProps) {
  const textOf = useOwnText()
  const text = textOf(field, value, names)
  if (typeof value !== 'string') return <bdi>{text}</bdi>
  if (field.type === 'customer' && names[value] !== undefined)
    return (
      <Link to="/customers/$customerId" params={{ customerId: value }}>
        <bdi>{text}</bdi>
      </Link>
    )
  if (field.type === 'file')
    return (
      <a
        className="text-accent-text underline underline-offset-4"
        href={addressOf(documentRoutes.content, { params: { customerId, documentId: value } })}
      >
        {text}
      </a>
    )
  if (field.type === 'phone' || field.type === 'email')
    return (
      <a href={`${field.type === 'phone' ? 'tel' : 'mailto'}:${value}`}>
        <Bidi ltr>{text}</Bidi>
      </a>
    )
  return <bdi className="whitespace-pre-line">{text}</bdi>
}
