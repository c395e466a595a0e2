import type { ReactNode } from 'react'
import { Link } from '../../../ui/Link.tsx'
import { Age } from '../list/Age.tsx'
import { PriorityMark } from '../PriorityMark.tsx'
import type { RequestRow } from '../request.types.ts'
import { RequestNumber } from '../RequestNumber.tsx'
import { RequestStatusBadge } from '../RequestStatusBadge.tsx'

/** A request in one line of the desk: how pressing, what, whose, how far, and since when. `children` is what to do with it at once. */
export function DeskRow({ row, children }: { row: RequestRow; children?: ReactNode }) {
  const { number, subject, customerName, status, priority } = row
  return (
    <li className="@container relative border-b border-line last:border-b-0 hover:bg-hover">
      <div className="flex items-center gap-3 px-4 py-2">
        <PriorityMark priority={priority} iconOnly />
        <div className="min-w-0 flex-1">
          <Link
            to="/requests/$number"
            params={{ number }}
            title={subject}
            className="block truncate text-body font-medium text-text! after:absolute after:inset-0"
          >
            <bdi>{subject}</bdi>
          </Link>
          <div className="flex min-w-0 items-center gap-x-2 text-small text-muted">
            <RequestNumber number={number} className="shrink-0" />
            <bdi className="truncate">{customerName}</bdi>
            <span className="ms-auto shrink-0 @lg:hidden">
              <Age row={row} />
            </span>
          </div>
        </div>
        <span className="w-28 shrink-0 text-end text-small text-muted @max-lg:hidden">
          <Age row={row} />
        </span>
        {children ? (
          // Above the link, whose target is the whole line.
          <span className="relative z-1 shrink-0">{children}</span>
        ) : (
          <span className="flex w-24 shrink-0 justify-end @max-lg:w-auto">
            <RequestStatusBadge status={status} />
          </span>
        )}
      </div>
    </li>
  )
}
