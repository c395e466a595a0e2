import { businessRoutes } from '@parvandeh/contract'
import { CreditCard, Eye, EyeOff, Landmark, Pencil, Star, Trash2, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Bidi } from '../../../ui/Bidi.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { OriginMark } from '../evidence/OriginMark.tsx'
import { AccountDialog } from './AccountDialog.tsx'
import { type Business, useKeepBusiness } from './business.ts'
import { useBusinessWords } from './messages.ts'

type Account = Business['accounts'][number]

/** One account, masked until somebody asks to see it; that is put on record. */
export function AccountLine({ customerId, account, mayEdit }: { customerId: string; account: Account; mayEdit: boolean }) {
  const words = useBusinessWords()
  const format = useFormat()
  const [value, setValue] = useState<string | null>(null)
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null)
  const reveal = useWrite(businessRoutes.reveal, { onSuccess: (shown) => setValue(shown.value), onError: toastFailure })
  const Icon = account.kind === 'card' ? CreditCard : Landmark
  const doubt = account.problem && (account.reason === null ? account.problem : words.kept(account.problem, account.reason))
  const notes = [account.bank ? account.bank[format.language] : words.unknownBank, account.holder, account.note].filter(Boolean)
  return (
    <li className="flex items-start gap-2.5 rounded-control px-2 py-1 hover:bg-hover">
      <span title={words.kinds[account.kind]} className="mt-1.5 text-muted">
        <Icon size={16} aria-hidden="true" />
        <span className="sr-only">{words.kinds[account.kind]}</span>
      </span>
      <div className="min-w-0 flex-1">
        <span className="flex min-h-7 flex-wrap items-center gap-x-1.5">
          <Bidi ltr className="wrap-anywhere">
            {format.digits(value === null ? account.masked : grouped(value))}
          </Bidi>
          {account.primary && <Sign icon={Star} name={words.primary} className="fill-current text-accent-text" />}
          {doubt && <Sign icon={TriangleAlert} name={doubt} className="text-caution" />}
          <OriginMark field={`accounts.${account.id}`} name={words.kinds[account.kind]} mayEdit={mayEdit} />
          {value !== null && <CopyButton text={value} label={words.copy} />}
        </span>
        <p className="text-small text-muted">{notes.join(' · ')}</p>
      </div>
      <span className="flex shrink-0">
        <IconButton
          size="small"
          label={value === null ? words.reveal : words.hide}
          icon={value === null ? <Eye size={15} /> : <EyeOff size={15} />}
          onPress={() => (value === null ? reveal.mutate({ params: { customerId, accountId: account.id } }) : setValue(null))}
        />
        {mayEdit && <IconButton size="small" label={words.editAccount} icon={<Pencil size={14} />} onPress={() => setOpen('edit')} />}
        {mayEdit && <IconButton size="small" label={words.remove} icon={<Trash2 size={14} />} onPress={() => setOpen('remove')} />}
      </span>
      {open === 'edit' && <AccountDialog customerId={customerId} account={account} onClose={() => setOpen(null)} />}
      {open === 'remove' && <RemoveAccount customerId={customerId} account={account} onClose={() => setOpen(null)} />}
    </li>
  )
}

/** As it is printed on a card or a cheque: in groups of four. */
const grouped = (value: string): string => value.replaceAll(/(.{4})(?=.)/g, '$1 ')

function Sign({ icon: Icon, name, className }: { icon: typeof Star; name: string; className: string }) {
  return (
    <span title={name} className="inline-flex">
      <Icon size={14} aria-hidden="true" className={className} />
      <span className="sr-only">{name}</span>
    </span>
  )
}

function RemoveAccount({ customerId, account, onClose }: { customerId: string; account: Account; onClose: () => void }) {
  const words = useBusinessWords()
  const keep = useKeepBusiness(customerId)
  const remove = useWrite(businessRoutes.removeAccount, {
    onSuccess: (after) => {
      keep(after)
      toast({ text: words.removed })
    },
    onError: toastFailure,
    onSettled: onClose,
  })
  return (
    <ConfirmDialog
      danger
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={words.remove}
      actionLabel={words.remove}
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ params: { customerId, accountId: account.id } })}
    >
      {words.removeText(`\u2066${account.masked}\u2069`)}
    </ConfirmDialog>
  )
}
