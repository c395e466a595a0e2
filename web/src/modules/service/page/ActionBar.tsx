import { requestRoutes } from '@parvandeh/contract'
import {
  Archive,
  CheckCheck,
  Ellipsis,
  Hand,
  Hourglass,
  type LucideIcon,
  Merge,
  Pencil,
  Play,
  RotateCcw,
  Share2,
  UserPlus,
} from 'lucide-react'
import { useState } from 'react'
import { useSession } from '../../../api/session.ts'
import { useShortcut } from '../../../shell/shortcuts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Menu, MenuItem, MenuTrigger } from '../../../ui/Menu.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import type { RequestView } from '../request.types.ts'
import { EditDialog } from './EditDialog.tsx'
import { AssignDialog, ReferDialog } from './HandOverDialogs.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { useRequestWords } from './messages.ts'
import { CloseDialog, ReopenDialog, ResolveDialog, WaitDialog } from './StateDialogs.tsx'
import { keyOf, useAct } from './use-act.ts'

type Verb = 'take' | 'resolve' | 'resume' | 'reopen' | 'assign' | 'refer' | 'wait' | 'close' | 'merge' | 'edit'

/** In the order in which they are offered; of those that can be done the first is the main one. */
const verbs: readonly { verb: Verb; keys: string; icon: LucideIcon }[] = [
  { verb: 'take', keys: 'T', icon: Hand },
  { verb: 'resume', keys: 'W', icon: Play },
  { verb: 'resolve', keys: 'D', icon: CheckCheck },
  { verb: 'close', keys: 'X', icon: Archive },
  { verb: 'reopen', keys: 'O', icon: RotateCcw },
  { verb: 'assign', keys: 'A', icon: UserPlus },
  { verb: 'refer', keys: 'F', icon: Share2 },
  { verb: 'wait', keys: 'W', icon: Hourglass },
  { verb: 'edit', keys: 'E', icon: Pencil },
  { verb: 'merge', keys: 'M', icon: Merge },
]

const shownOnDesk = 4

/** What may be done to the request, as the server says: the first few as buttons, the others in a menu, each by its key. */
export function ActionBar({ request }: { request: RequestView }) {
  const words = useRequestWords()
  const [asking, setAsking] = useState<Verb | null>(null)
  const me = useSession().person
  const take = useAct(requestRoutes.take, {
    onDone: () => toast({ text: words.done.take }),
    onRefused: toastFailure,
    foresee: (shown) => ({ ...shown, holderId: me?.id ?? null, status: 'open', can: { ...shown.can, take: false } }),
  })
  const resume = useAct(requestRoutes.resume, {
    onDone: () => toast({ text: words.done.resume }),
    onRefused: toastFailure,
    foresee: (shown) => ({ ...shown, status: 'open', can: { ...shown.can, resume: false } }),
  })
  const isBusy = take.isPending || resume.isPending
  const offered = verbs.filter(({ verb }) => request.can[verb] && !(verb === 'wait' && request.can.resume))
  const run = (verb: Verb) => {
    if (isBusy) return
    if (verb === 'take') take.mutate({ params: keyOf(request), body: {} })
    else if (verb === 'resume') resume.mutate({ params: keyOf(request), body: { note: '' } })
    else setAsking(verb)
  }
  if (offered.length === 0) return null
  const [main, ...rest] = offered
  return (
    <>
      {offered.map(({ verb, keys }) => (
        <VerbKey key={verb} code={`Key${keys}`} keys={keys} label={words.verbs[verb]} run={() => run(verb)} />
      ))}
      {main && <VerbButton {...main} isMain onRun={run} />}
      <div className="contents max-md:hidden">
        {rest.slice(0, shownOnDesk - 1).map((one) => (
          <VerbButton key={one.verb} {...one} onRun={run} />
        ))}
      </div>
      <div className={rest.length < shownOnDesk ? 'contents md:hidden' : 'contents'}>
        <MoreVerbs verbs={rest} onRun={run} />
      </div>
      <VerbDialog verb={asking} request={request} onClose={() => setAsking(null)} />
    </>
  )
}

function VerbKey(shortcut: Parameters<typeof useShortcut>[0]) {
  useShortcut(shortcut)
  return null
}

function VerbButton({
  verb,
  icon: Icon,
  isMain = false,
  onRun,
}: (typeof verbs)[number] & { isMain?: boolean; onRun: (verb: Verb) => void }) {
  const words = useRequestWords()
  return (
    <Button variant={isMain ? 'primary' : 'secondary'} icon={<Icon size={16} />} onPress={() => onRun(verb)}>
      {words.verbs[verb]}
    </Button>
  )
}

/** On a phone all but the main one are in the menu; on a desk those that have no button. */
function MoreVerbs({ verbs: rest, onRun }: { verbs: typeof verbs; onRun: (verb: Verb) => void }) {
  const words = useRequestWords()
  if (rest.length === 0) return null
  return (
    <MenuTrigger>
      <Button icon={<Ellipsis size={17} />}>
        <span className="max-sm:sr-only">{words.moreActions}</span>
      </Button>
      <Menu>
        {rest.map(({ verb, keys, icon: Icon }) => (
          <MenuItem key={verb} id={verb} keys={keys} icon={<Icon size={16} />} onAction={() => onRun(verb)}>
            {words.verbs[verb]}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}

const dialogs = {
  assign: AssignDialog,
  refer: ReferDialog,
  wait: WaitDialog,
  resolve: ResolveDialog,
  reopen: ReopenDialog,
  close: CloseDialog,
  merge: MergeDialog,
  edit: EditDialog,
}

function VerbDialog({ verb, request, onClose }: { verb: Verb | null; request: RequestView; onClose: () => void }) {
  if (verb === null || verb === 'take' || verb === 'resume') return null
  const Asked = dialogs[verb]
  return <Asked request={request} onClose={onClose} />
}
