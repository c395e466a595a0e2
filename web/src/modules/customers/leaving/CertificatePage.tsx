import { type Erasure, type ErasureCertificate, erasureRoutes } from '@parvandeh/contract'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Printer, Undo2 } from 'lucide-react'
import { useDirectory } from '../../../api/directory.ts'
import { query, useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Facts } from '../../../ui/Card.tsx'
import { Page } from '../../../ui/Page.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { useCustomerWords } from '../messages.ts'
import { ErasureState } from './ErasuresPage.tsx'
import { useLeavingWords } from './messages.ts'

/** One erasure: while it waits, the way to call it off; when it is done, its certificate, made to be printed. */
export function CertificatePage() {
  const words = useLeavingWords()
  const customers = useCustomerWords()
  const format = useFormat()
  const { erasureId } = useParams({ from: '/app/customers/erasures/$erasureId' })
  const { data: erasure } = useSuspenseQuery(query(erasureRoutes.show, { params: { erasureId } }))
  const title = words.certificateOf(format.digits(erasure.code))
  return (
    <Page
      narrow
      title={erasure.certificate ? words.certificate : title}
      aside={<ErasureState state={erasure.state} />}
      above={
        <Breadcrumbs
          trail={[
            { label: customers.title, href: '/customers' },
            { label: words.erasuresTitle, href: '/customers/erasures' },
            { label: title },
          ]}
        />
      }
      actions={
        <>
          {erasure.can.callOff && <CallOff erasureId={erasureId} />}
          {erasure.certificate && (
            <Button icon={<Printer size={16} />} onPress={() => print()}>
              {words.print}
            </Button>
          )}
        </>
      }
    >
      <title>{title}</title>
      <ErasureFacts erasure={erasure} />
    </Page>
  )
}

function CallOff({ erasureId }: { erasureId: string }) {
  const words = useLeavingWords()
  const client = useQueryClient()
  const callOff = useWrite(erasureRoutes.callOff, {
    onSuccess: () => {
      for (const { path } of [erasureRoutes.show, erasureRoutes.list]) void client.invalidateQueries({ queryKey: [path] })
      toast({ text: words.calledOff })
    },
    onError: toastFailure,
  })
  return (
    <Button
      variant="primary"
      icon={<Undo2 size={16} />}
      pending={callOff.isPending}
      onPress={() => callOff.mutate({ params: { erasureId } })}
    >
      {words.callOff}
    </Button>
  )
}

/** What was asked, on what ground, and what became of it. */
export function ErasureFacts({ erasure }: { erasure: Erasure }) {
  const words = useLeavingWords()
  const format = useFormat()
  const { personName } = useDirectory()
  const { columns } = words
  const facts = [
    { term: columns.code, value: format.digits(erasure.code) },
    { term: columns.basis, value: words.bases[erasure.basis] },
    { term: columns.reference, value: <bdi>{erasure.reference}</bdi> },
    { term: columns.askedBy, value: <bdi>{personName(erasure.askedBy) ?? '—'}</bdi> },
    { term: columns.askedAt, value: format.moment(erasure.askedAt) },
    erasure.doneAt
      ? { term: words.doneAt, value: format.moment(erasure.doneAt) }
      : { term: columns.dueAt, value: format.moment(erasure.dueAt) },
  ]
  return (
    <article className="flex flex-col gap-5 rounded-card border border-line bg-surface p-5 print:border-0 print:p-0">
      {erasure.certificate && <p className="text-pretty">{words.certificateText(format.digits(erasure.code))}</p>}
      <Facts columns={2} facts={facts} />
      {erasure.certificate && <Certificate certificate={erasure.certificate} />}
    </article>
  )
}

function Certificate({ certificate }: { certificate: ErasureCertificate }) {
  const words = useLeavingWords()
  const format = useFormat()
  return (
    <>
      <table className="w-full text-small">
        <thead>
          <tr className="text-muted">
            {[words.what, words.count, words.outcome].map((name) => (
              <th key={name} scope="col" className="pe-4 pb-1.5 text-start font-medium last:pe-0">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {certificate.rows.map(({ what, count, outcome, why }) => (
            <tr key={what.en} className="border-t border-line align-top">
              <th scope="row" className="py-2 pe-4 text-start font-medium">
                {what[format.language]}
                {why && <span className="block font-normal text-pretty text-muted">{why[format.language]}</span>}
              </th>
              <td className="py-2 pe-4 whitespace-nowrap">{format.number(count)}</td>
              <td className="py-2 whitespace-nowrap">{words.outcomes[outcome]}</td>
            </tr>
          ))}
          <tr className="border-t border-line align-top">
            <th scope="row" className="py-2 pe-4 text-start font-medium">
              {words.contents}
            </th>
            <td className="py-2 pe-4">{format.number(certificate.contents)}</td>
            <td className="py-2 whitespace-nowrap">{words.outcomes.erased}</td>
          </tr>
        </tbody>
      </table>
      <p className="text-small text-pretty text-muted">{words.backups}</p>
    </>
  )
}
