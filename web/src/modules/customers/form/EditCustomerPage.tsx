import { customerRoutes } from '@parvandeh/contract'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { query } from '../../../api/query.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { useCustomerWords } from '../messages.ts'
import { CustomerFormPage } from './CustomerFormPage.tsx'
import { useFormWords } from './messages.ts'
import { useCustomerForm } from './use-customer-form.ts'
import { valuesOf } from './values.ts'

/** Changes a file. A colleague who saves meanwhile loses nothing, and neither does this person. */
export function EditCustomerPage() {
  const words = useFormWords()
  const { title, edit } = useCustomerWords()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { customerId } = useParams({ from: '/app/customers/$customerId/edit' })
  const { field } = useSearch({ from: '/app/customers/$customerId/edit' })
  const shown = query(customerRoutes.show, { params: { customerId } })
  const { data } = useSuspenseQuery(shown)
  // The file as it was when editing began; what colleagues save meanwhile is merged when asked for.
  const [file] = useState(data)
  const toFile = () => navigate({ to: '/customers/$customerId', params: { customerId }, replace: true })
  const form = useCustomerForm({
    file,
    start: valuesOf(file),
    onSaved: () => {
      toast({ text: words.saved })
      void navigate({ to: '/customers/$customerId', params: { customerId }, replace: true, ignoreBlocker: true })
    },
  })
  const merge = async () => {
    try {
      form.takeNewer(await client.fetchQuery({ ...shown, staleTime: 0 }))
      toast({ text: words.merged, tone: 'news' })
    } catch (failure) {
      toastFailure(failure as { title: string })
    }
  }
  const name = file.displayName
  return (
    <CustomerFormPage
      form={form}
      title={words.editTitle(name)}
      above={
        <Breadcrumbs trail={[{ label: title, href: '/customers' }, { label: name, href: `/customers/${customerId}` }, { label: edit }]} />
      }
      saveLabel={words.saveChanges}
      onCancel={() => void toFile()}
      onMerge={() => void merge()}
      focus={field}
    />
  )
}
