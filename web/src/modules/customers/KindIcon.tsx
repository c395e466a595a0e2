import { Building2, User } from 'lucide-react'
import { Sign } from '../../ui/Sign.tsx'

/** Person or organisation as a small sign with its name. */
export const KindIcon = ({ kind, label }: { kind: 'person' | 'organisation'; label: string }) => (
  <Sign icon={kind === 'organisation' ? Building2 : User} label={label} />
)
