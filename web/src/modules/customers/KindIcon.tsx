import { Building2, User } from 'lucide-react'

/** Person or organisation as a small sign with its name. */
export function KindIcon({ kind, label }: { kind: 'person' | 'organisation'; label: string }) {
  const Icon = kind === 'organisation' ? Building2 : User
  return (
    <span title={label} className="inline-flex shrink-0 text-faint">
      <Icon size={15} aria-hidden="true" />
      <span className="sr-only">{label}</span>
    </span>
  )
}
