import { useRouter } from '@tanstack/react-router'
import type { ComponentProps } from 'react'

/** A link to records out of a chart: a plain one, of which there may be hundreds, that goes through the router when pressed. */
export function ChartLink({ href, ...rest }: ComponentProps<'a'> & { href: string }) {
  const router = useRouter()
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        void router.navigate({ href })
      }}
    />
  )
}
