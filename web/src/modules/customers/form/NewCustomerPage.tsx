import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useSession } from '../../../api/session.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useCustomerWords } from '../messages.ts'
import { CustomerFormPage } from './CustomerFormPage.tsx'
import { useFormWords } from './messages.ts'
import { startFrom } from './start-from.ts'
import { useCustomerForm } from './use-customer-form.ts'
import { emptyValues } from './values.ts'

/** Opens a file for a customer; what was searched for in vain is filled in. */
export function NewCustomerPage() {
  const words = useFormWords()
  const { title } = useCustomerWords()
  const navigate = useNavigate()
  const { q } = useSearch({ from: '/app/customers/new' })
  const { person } = useSession()
  const [start] = useState(() => emptyValues({ unitId: person?.unitId ?? null, ...startFrom(q) }))
  const form = useCustomerForm({
    start,
    onSaved: ({ customerId, displayName }) => {
      toast({ text: words.created(displayName) })
      void navigate({ to: '/customers/$customerId', params: { customerId }, replace: true, ignoreBlocker: true })
    },
  })
  return (
    <CustomerFormPage
      form={form}
      title={words.newTitle}
      above={<Breadcrumbs trail={[{ label: title, href: '/customers' }, { label: words.newTitle }]} />}
      saveLabel={words.create}
      onCancel={() => void navigate({ to: '/customers' })}
    />
  )
}
