import { ChevronLeft } from 'lucide-react'
import { Breadcrumb, Breadcrumbs as AriaBreadcrumbs, Link } from 'react-aria-components'
import { focusRing } from './classes.ts'

/** The way from the list to this page; the last one is the page itself. */
export function Breadcrumbs({ trail }: { trail: readonly { label: string; href?: string }[] }) {
  return (
    <AriaBreadcrumbs className="flex min-w-0 flex-wrap items-center text-small text-muted">
      {trail.map(({ label, href }, index) => (
        <Breadcrumb key={href ?? label} className="flex min-w-0 items-center">
          {index > 0 && <ChevronLeft size={14} aria-hidden="true" className="mx-1 shrink-0 text-faint in-[[dir=ltr]]:rotate-180" />}
          <Link
            {...(href ? { href } : {})}
            className={`truncate rounded-[0.25rem] data-current:text-text data-hovered:text-accent-text data-hovered:underline ${focusRing}`}
          >
            <bdi>{label}</bdi>
          </Link>
        </Breadcrumb>
      ))}
    </AriaBreadcrumbs>
  )
}
