import { documentRoutes } from '@parvandeh/contract'
import { useMutation } from '@tanstack/react-query'
import { Paperclip } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import { addressOf } from '../api/call.ts'
import { upload } from '../api/upload.ts'
import { Button } from '../ui/Button.tsx'
import { fieldClass, type FieldWords } from '../ui/Field.tsx'
import { toastFailure } from '../ui/toast.tsx'
import { useOwnFieldWords } from './messages.ts'

interface FileInputProps extends FieldWords {
  /** The document that it is, among those of the same customer. */
  value: string | null
  customerId: string | undefined
  onChange: (documentId: string | null) => void
}

/** A file of the customer: kept among the customer's documents, and named here. */
export function FileInput({ label, hint, problem, value, customerId, onChange }: FileInputProps) {
  const words = useOwnFieldWords()
  const sending = useMutation({
    mutationFn: (file: File) => upload(documentRoutes.add, { file }, { params: { customerId: customerId ?? '' }, query: { title: label } }),
    onSuccess: ({ id }) => onChange(id),
    onError: toastFailure,
  })
  return (
    <div role="group" aria-label={label} className={fieldClass()}>
      <span className="text-small font-medium text-muted">{label}</span>
      {customerId === undefined ? (
        <p className="text-small text-muted">{words.fileLater}</p>
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          {value !== null && (
            <a
              className="text-accent-text underline underline-offset-4"
              href={addressOf(documentRoutes.content, { params: { customerId, documentId: value } })}
            >
              {words.openFile}
            </a>
          )}
          <FileTrigger onSelect={(files) => files?.[0] && sending.mutate(files[0])}>
            <Button icon={<Paperclip size={16} />} pending={sending.isPending}>
              {value === null ? words.chooseFile : words.replaceFile}
            </Button>
          </FileTrigger>
          {value !== null && (
            <Button variant="quiet" onPress={() => onChange(null)}>
              {words.removeFile}
            </Button>
          )}
        </div>
      )}
      {(problem ?? hint) && <p className={problem ? 'text-small text-danger' : 'text-small text-muted'}>{problem ?? hint}</p>}
    </div>
  )
}
