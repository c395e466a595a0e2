import { useBlocker } from '@tanstack/react-router'
import { History, TriangleAlert } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useFormat } from '../../../persian/format.ts'
import { useShortcut } from '../../../shell/shortcuts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { Page } from '../../../ui/Page.tsx'
import { LikelyDuplicates } from '../duplicates/LikelyDuplicates.tsx'
import { HeardBox } from '../evidence/Heard.tsx'
import { useCustomerWords } from '../messages.ts'
import { CareFields } from './CareFields.tsx'
import { IdentityFields } from './IdentityFields.tsx'
import { useFormWords } from './messages.ts'
import { OwnFields } from './OwnFields.tsx'
import { PlaceFields } from './PlaceFields.tsx'
import { PointFields } from './PointFields.tsx'
import { type CustomerForm, CustomerFormContext } from './use-customer-form.ts'

interface CustomerFormPageProps {
  form: CustomerForm
  title: string
  above: ReactNode
  saveLabel: string
  onCancel: () => void
  /** Takes the newer state of the file, when a colleague has saved meanwhile. */
  onMerge?: () => void
  /** The field that the person came to fill in. */
  focus?: string | undefined
}

/** The form of a customer, person or organisation, new or to be changed. */
export function CustomerFormPage({ form, title, above, saveLabel, onCancel, onMerge, focus }: CustomerFormPageProps) {
  const words = useCustomerWords()
  const { failure, openDoubts, problems } = form
  const isOnlyDoubts = openDoubts.length > 0 && Object.keys(problems).length === 0
  const place = useShowTrouble(form)
  useShortcut({ code: 'KeyS', ctrl: true, keys: 'Ctrl+S', label: saveLabel, run: form.save })
  return (
    <Page narrow title={title} above={above}>
      <title>{title}</title>
      <DraftNotice form={form} />
      <HeardBox heard={form.heard} />
      <CustomerFormContext value={form}>
        <FormLayout onSubmit={form.save} failure={isOnlyDoubts ? null : failure}>
          {isOnlyDoubts && <DoubtsNotice count={openDoubts.length} />}
          <LikelyDuplicates found={form.likely} isAsked={form.isAsked} onOther={form.sayOther} />
          {failure?.code === 'changed-meanwhile' && onMerge && <MergeOffer onMerge={onMerge} />}
          <Card>
            <div ref={place} className="flex flex-col gap-6 py-1">
              <IdentityFields focus={focus} />
              <PointFields focus={focus} />
              <PlaceFields focus={focus} />
              <OwnFields focus={focus} />
              <CareFields />
            </div>
          </Card>
          <div className="sticky bottom-0 z-10 -mx-4 flex items-center gap-2 border-t border-line bg-canvas px-4 py-3 max-md:bottom-14 md:mx-0 md:px-0">
            <Button type="submit" variant="primary" pending={form.isPending}>
              {saveLabel}
            </Button>
            <Button onPress={onCancel}>{words.cancel}</Button>
          </div>
        </FormLayout>
      </CustomerFormContext>
      <LeavingGuard form={form} />
    </Page>
  )
}

/** A refusal over doubts is no error: it asks to mend them or to give reasons. */
function DoubtsNotice({ count }: { count: number }) {
  const words = useFormWords()
  const format = useFormat()
  return (
    <p role="alert" className="flex items-start gap-2.5 rounded-control bg-caution-soft px-3.5 py-2.5 text-caution">
      <TriangleAlert size={18} aria-hidden="true" className="mt-1 shrink-0" />
      {words.doubtsTitle(format.number(count))}
    </p>
  )
}

/** Brings what must be mended into view, once saving was refused. */
function useShowTrouble({ failure, problems, openDoubts }: CustomerForm) {
  const place = useRef<HTMLDivElement>(null)
  const isTroubled = openDoubts.length > 0 || Object.keys(problems).length > 0
  useEffect(() => {
    if (failure && isTroubled)
      place.current?.querySelector('[data-doubted],[data-invalid]')?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  }, [isTroubled, failure])
  return place
}

function MergeOffer({ onMerge }: { onMerge: () => void }) {
  const words = useFormWords()
  return (
    <div>
      <Button onPress={onMerge}>{words.mergeNew}</Button>
    </div>
  )
}

function DraftNotice({ form: { restored, restart } }: { form: CustomerForm }) {
  const words = useFormWords()
  const format = useFormat()
  if (!restored) return null
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-control bg-notice-soft px-3.5 py-1.5 text-small text-notice"
    >
      <History size={16} aria-hidden="true" className="shrink-0" />
      <span className="min-w-0 flex-1 basis-60">
        {words.draftFound(format.relative(restored.at))} {restored.moved && words.draftMerged}
      </span>
      <Button size="small" variant="quiet" className="text-notice!" onPress={restart}>
        {words.discardDraft}
      </Button>
    </div>
  )
}

/** Asks before what was typed would be lost; a refresh loses nothing, since the draft is kept. */
function LeavingGuard({ form: { isDirty } }: { form: CustomerForm }) {
  const words = useFormWords()
  const blocker = useBlocker({ shouldBlockFn: () => isDirty, withResolver: true, enableBeforeUnload: false })
  const isBlocked = blocker.status === 'blocked'
  return (
    <ConfirmDialog
      danger
      title={words.leaveTitle}
      actionLabel={words.leave}
      isOpen={isBlocked}
      onOpenChange={(open) => !open && isBlocked && blocker.reset()}
      onConfirm={() => isBlocked && blocker.proceed()}
    >
      {words.leaveText}
    </ConfirmDialog>
  )
}
