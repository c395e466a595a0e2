import type { CustomFieldType } from '@parvandeh/contract'
import {
  AlignLeft,
  AtSign,
  Banknote,
  Calendar,
  CircleDot,
  Hash,
  ListChecks,
  type LucideIcon,
  MapPin,
  Paperclip,
  Phone,
  ToggleLeft,
  Type,
  UserRound,
  UsersRound,
} from 'lucide-react'

/** A picture of each type, the same wherever types are named. */
export const fieldIcons: Record<CustomFieldType, LucideIcon> = {
  text: Type,
  'long-text': AlignLeft,
  number: Hash,
  money: Banknote,
  date: Calendar,
  choice: CircleDot,
  choices: ListChecks,
  'yes-no': ToggleLeft,
  person: UserRound,
  customer: UsersRound,
  file: Paperclip,
  phone: Phone,
  email: AtSign,
  address: MapPin,
}
