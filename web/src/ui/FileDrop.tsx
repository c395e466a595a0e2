import { Upload } from 'lucide-react'
import type { ReactNode } from 'react'
import { type DropItem, DropZone, FileTrigger, isFileDropItem } from 'react-aria-components'
import { Button } from './Button.tsx'
import { useUiWords } from './messages.ts'

interface FileDropProps {
  /** What file is wanted, in the words of the screen. */
  label: string
  /** Which kinds and how large. */
  hint?: ReactNode
  onFiles: (files: File[]) => void
  /** Extensions or media types, as the browser's file window takes them. */
  accept?: readonly string[]
  multiple?: boolean
  isDisabled?: boolean
}

/** A place to drop a file on, with a button for those who would rather pick it. */
export function FileDrop({ label, hint, onFiles, accept, multiple = false, isDisabled = false }: FileDropProps) {
  const words = useUiWords()
  const take = async (items: DropItem[]) => {
    const files = await Promise.all(items.filter(isFileDropItem).map((item) => item.getFile()))
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1))
  }
  return (
    <DropZone
      aria-label={label}
      isDisabled={isDisabled}
      onDrop={({ items }) => void take(items)}
      className="flex flex-col items-center rounded-card border-2 border-dashed border-line-strong bg-surface px-6 py-8 text-center transition-colors duration-100 data-drop-target:border-accent data-drop-target:bg-accent-soft data-focus-visible:outline-2 data-focus-visible:outline-accent"
    >
      <Upload size={24} className="mb-2 text-accent-text" aria-hidden="true" />
      <p className="font-medium">{label}</p>
      <p className="mt-0.5 mb-3 text-small text-muted">{hint ?? `${words.dropHere} ${words.orChoose}`}</p>
      <FileTrigger
        allowsMultiple={multiple}
        {...(accept ? { acceptedFileTypes: accept } : {})}
        onSelect={(files) => files && files.length > 0 && onFiles([...files])}
      >
        <Button isDisabled={isDisabled}>{words.chooseFile}</Button>
      </FileTrigger>
    </DropZone>
  )
}
