import { createLink, type LinkComponent } from '@tanstack/react-router'
import type { ComponentProps } from 'react'
import { classes } from './classes.ts'

function PlainLink({ className, ...rest }: ComponentProps<'a'>) {
  return <a {...rest} className={classes('rounded-[0.25rem] text-accent-text underline-offset-4 hover:underline', className)} />
}

const Routed = createLink(PlainLink)

/** A link to a page of the app: `to`, `params` and `search` are checked by the type of the routes. */
export const Link: LinkComponent<typeof PlainLink> = (props) => <Routed preload="intent" {...props} />
