import { notificationRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { Bell as BellIcon } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { DialogTrigger } from 'react-aria-components'
import { query } from '../../api/query.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useFormat } from '../../persian/format.ts'
import { useShortcut } from '../../shell/shortcuts.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { useBellWords } from './bell-words.ts'
import type { Notification } from './notification.types.ts'

const BellPanel = lazy(() => import('./BellPanel.tsx').then((module) => ({ default: module.BellPanel })))
/** The server counts no further. */
const mostCounted = 100

/** The bell of the top bar: how many notifications are unread, a glimpse of them, and what has just come. */
export function Bell() {
  const words = useBellWords()
  const { number } = useFormat()
  const [open, setOpen] = useState(false)
  const { data } = useQuery(query(notificationRoutes.bell))
  const { unread = 0, quiet = false } = data ?? {}
  const count = unread < mostCounted ? number(unread) : words.atLeast(number(mostCounted - 1))
  useShortcut({ code: 'KeyB', keys: 'B', label: words.title, run: () => setOpen(true) })
  usePopUps(data)
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <IconButton
        label={unread > 0 ? words.bell(count) : words.title}
        keys="B"
        icon={
          <span className="relative">
            <BellIcon size={18} />
            {unread > 0 && (
              <span className="absolute -top-2 -end-2.5 min-w-4 rounded-full bg-danger px-1 text-center text-[0.625rem] leading-4 font-semibold text-on-danger">
                {count}
              </span>
            )}
          </span>
        }
      />
      <Popover label={words.title} placement="bottom end">
        {(close) => (
          <Suspense fallback={<Spinner />}>
            <BellPanel quiet={quiet} close={close} />
          </Suspense>
        )}
      </Popover>
    </DialogTrigger>
  )
}

/** What comes while the page is open pops up, unless it is quiet; what was there before does not. */
function usePopUps(bell: { newest: Notification | null; quiet: boolean } | undefined) {
  const language = useLanguage()
  const last = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (!bell) return
    const { newest, quiet } = bell
    const at = newest?.at ?? ''
    const isNews = last.current !== undefined && at > last.current
    if (last.current === undefined || isNews) last.current = at
    if (isNews && newest && !quiet) void import('./pop-up.ts').then(({ popUp }) => popUp(newest, language))
  }, [bell, language])
}
