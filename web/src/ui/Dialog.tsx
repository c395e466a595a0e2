import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { classes } from './classes.ts'
import { IconButton } from './IconButton.tsx'
import { useUiWords } from './messages.ts'

export { DialogTrigger } from 'react-aria-components'

interface OverlayProps {
  title: ReactNode
  /** Left out where a `DialogTrigger` opens it. */
  isOpen?: boolean
  onOpenChange?: (open: boolean) => void
  /** The body; a function gets the means to close. */
  children: ReactNode | ((close: () => void) => ReactNode)
  /** Buttons at the foot, the main one first. */
  renderActions?: (close: () => void) => ReactNode
}

export interface DialogProps extends OverlayProps {
  size?: 'small' | 'medium' | 'large'
  role?: 'dialog' | 'alertdialog'
}

const widths = { small: 'max-w-md', medium: 'max-w-xl', large: 'max-w-4xl' }
const veil = 'fixed inset-0 z-40 bg-veil data-entering:animate-[appear_120ms_ease-out]'

/** Asks for one thing and takes the whole attention. For looking something up beside the page use `SidePanel`. */
export function Dialog({ title, isOpen, onOpenChange, children, renderActions, size = 'medium', role = 'dialog' }: DialogProps) {
  return (
    <ModalOverlay
      {...openness(isOpen, onOpenChange)}
      isDismissable={role === 'dialog'}
      className={classes(veil, 'grid place-items-center p-4 max-md:items-end max-md:p-0')}
    >
      <Modal
        className={classes(
          'flex max-h-[min(56rem,calc(100dvh-2rem))] w-full flex-col overflow-hidden rounded-card bg-raised shadow-floating max-md:rounded-b-none',
          widths[size],
        )}
      >
        <AriaDialog role={role} className="flex min-h-0 flex-col outline-none">
          {({ close }) => <OverlayInside {...{ title, children, renderActions, close }} />}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Opens beside the page, at the reading end, for a detail or a form that belongs to what is behind it. */
export function SidePanel({ title, isOpen, onOpenChange, children, renderActions, wide = false }: OverlayProps & { wide?: boolean }) {
  return (
    <ModalOverlay {...openness(isOpen, onOpenChange)} isDismissable className={veil}>
      <Modal
        className={classes(
          'fixed inset-y-0 end-0 flex w-full flex-col bg-raised shadow-floating data-entering:animate-[slide-from-end_140ms_ease-out] in-[[dir=ltr]]:[--slide:1.5rem]',
          wide ? 'md:max-w-3xl' : 'md:max-w-lg',
        )}
      >
        <AriaDialog className="flex min-h-0 flex-1 flex-col outline-none">
          {({ close }) => <OverlayInside {...{ title, children, renderActions, close }} />}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

function openness(isOpen: boolean | undefined, onOpenChange: ((open: boolean) => void) | undefined) {
  return { ...(isOpen === undefined ? {} : { isOpen }), ...(onOpenChange ? { onOpenChange } : {}) }
}

type InsideProps = Pick<OverlayProps, 'title' | 'children' | 'renderActions'> & { close: () => void }

function OverlayInside({ title, children, renderActions, close }: InsideProps) {
  const words = useUiWords()
  return (
    <>
      <header className="flex items-start gap-3 border-b border-line py-2.5 ps-5 pe-2.5">
        <Heading slot="title" className="min-w-0 flex-1 py-1 text-title font-semibold">
          {title}
        </Heading>
        <IconButton label={words.close} keys="Esc" icon={<X size={18} />} onPress={close} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{typeof children === 'function' ? children(close) : children}</div>
      {renderActions && (
        <footer className="flex flex-wrap items-center gap-2 border-t border-line px-5 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
          {renderActions(close)}
        </footer>
      )}
    </>
  )
}
