import { requestRoutes } from '@parvandeh/contract'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useSession } from '../../../api/session.ts'
import { useLastingWrite } from '../../../api/waiting-writes.ts'
import { useFormat } from '../../../persian/format.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useDraft } from '../../../ui/draft.ts'
import { FormLayout, FormSection } from '../../../ui/FormLayout.tsx'
import { Page } from '../../../ui/Page.tsx'
import { toast } from '../../../ui/toast.tsx'
import { MomentField } from '../MomentField.tsx'
import { useServiceWords } from '../messages.ts'
import { instantOfMoment, problemOfMoment, type TypedMoment } from '../moment.rules.ts'
import { CustomerField } from './CustomerField.tsx'
import { AboutFields, ContactFields, TestField } from './DetailFields.tsx'
import { type Details, emptyDetails } from './details.ts'
import { type Hands, HandsFields } from './HandsFields.tsx'
import { useFormWords } from './messages.ts'

interface Draft {
  customerId: string | null
  details: Details
  reported: TypedMoment
  hands: Hands
}

/** Registers a request: whose, what, how it reached us, and in whose hands it begins. */
export function NewRequestPage() {
  const words = useFormWords()
  const service = useServiceWords()
  const form = useNewRequest()
  const { draft, set, isAsked, problems } = form
  const detailProps = {
    details: draft.details,
    problems,
    isAsked,
    onChange: (change: Partial<Details>) => set({ details: { ...draft.details, ...change } }),
  }
  return (
    <Page
      narrow
      title={words.title}
      above={<Breadcrumbs trail={[{ label: service.requests, href: '/requests' }, { label: words.title }]} />}
    >
      <title>{words.title}</title>
      {form.wasKept && <DraftKept onStartOver={form.startOver} />}
      <Card>
        <FormLayout
          onSubmit={form.submit}
          failure={form.failure}
          actions={
            <>
              <Button type="submit" variant="primary" pending={form.isPending}>
                {words.save}
              </Button>
              <Button onPress={form.leave}>{service.cancel}</Button>
            </>
          }
        >
          <CustomerField
            value={draft.customerId}
            onChange={(customerId) => set({ customerId })}
            problem={isAsked && draft.customerId === null ? words.customerNeeded : undefined}
          />
          <FormSection title={words.about}>
            <AboutFields {...detailProps} />
          </FormSection>
          <FormSection title={words.reporting}>
            <ContactFields {...detailProps} />
            <MomentField
              label={words.reportedAt}
              hint={words.reportedHint}
              value={draft.reported}
              onChange={(reported) => set({ reported })}
              isAsked={isAsked}
            />
          </FormSection>
          <FormSection title={words.whose}>
            <HandsFields hands={draft.hands} onChange={(hands) => set({ hands })} isAsked={isAsked} />
            <TestField {...detailProps} />
          </FormSection>
        </FormLayout>
      </Card>
    </Page>
  )
}

function DraftKept({ onStartOver }: { onStartOver: () => void }) {
  const words = useFormWords()
  return (
    <p className="flex flex-wrap items-center gap-2 text-small text-muted" role="status">
      {words.draftKept}
      <Button size="small" variant="quiet" onPress={onStartOver}>
        {words.startOver}
      </Button>
    </p>
  )
}

function useNewRequest() {
  const { zone } = useFormat()
  const navigate = useNavigate()
  const { customer } = useSearch({ from: '/app/requests/new' })
  const me = useSession().person
  const fresh: Draft = {
    customerId: customer ?? null,
    details: emptyDetails,
    reported: 'now',
    hands: { which: 'me', unitId: me?.unitId ?? null, personId: null },
  }
  const { found, keep } = useDraft<Draft>(`request.new.${customer ?? 'any'}.${me?.id ?? ''}`)
  const [draft, setDraft] = useState<Draft>(found ?? fresh)
  const [wasKept, setWasKept] = useState(found !== null)
  const [isAsked, setAsked] = useState(false)
  const [isTouched, setTouched] = useState(found !== null)
  const forget = () => {
    setTouched(false)
    keep(null)
  }
  const leave = () => void navigate(customer ? { to: '/customers/$customerId', params: { customerId: customer } } : { to: '/requests' })
  const write = useRegister(forget, leave)
  useEffect(() => {
    if (isTouched) keep(draft)
  }, [keep, draft, isTouched])
  return {
    draft,
    isAsked,
    wasKept,
    leave,
    isPending: write.isPending,
    failure: write.error,
    problems: write.error?.byField ?? {},
    submit: () => {
      setAsked(true)
      if (draft.customerId && isReady(draft, zone) && !write.isPending)
        write.mutate({ params: { customerId: draft.customerId }, body: bodyOf(draft, zone, me?.id ?? null) })
    },
    set: (change: Partial<Draft>) => {
      setTouched(true)
      setDraft((before) => ({ ...before, ...change }))
    },
    startOver: () => {
      forget()
      setWasKept(false)
      setAsked(false)
      setDraft(fresh)
    },
  }
}

/** Registers at once, or when the network is back; then as of the moment at which it was written. */
function useRegister(forget: () => void, leave: () => void) {
  const words = useFormWords()
  const { digits } = useFormat()
  const navigate = useNavigate()
  return useLastingWrite(requestRoutes.register, {
    label: ({ body }) => `${words.title}: ${body.subject}`,
    forLater: ({ params, body }) => ({ params, body: { ...body, reportedAt: body.reportedAt ?? new Date().toISOString() } }),
    onKept: () => {
      forget()
      leave()
    },
    onSuccess: ({ number }) => {
      forget()
      toast({ text: words.saved(digits(number)) })
      void navigate({ to: '/requests/$number', params: { number }, replace: true })
    },
  })
}

function isReady({ details, reported, hands }: Draft, zone: string): boolean {
  const isHandled = hands.which !== 'colleague' || hands.personId !== null
  return details.subject.trim() !== '' && isHandled && problemOfMoment(reported, zone, new Date()) === undefined
}

function bodyOf({ details, reported, hands }: Draft, zone: string, myId: string | null) {
  const holderId = { me: myId, queue: null, colleague: hands.personId }[hands.which]
  return { ...details, reportedAt: instantOfMoment(reported, zone), unitId: hands.which === 'queue' ? hands.unitId : null, holderId }
}
