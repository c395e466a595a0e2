import { importRoutes } from '@parvandeh/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { ApiFailure } from '../../../api/failure.ts'
import { query } from '../../../api/query.ts'
import { useMay } from '../../../api/session.ts'
import { upload } from '../../../api/upload.ts'
import { Card } from '../../../ui/Card.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { FormFailure } from '../../../ui/FormLayout.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import type { Import } from '../import.types.ts'
import { useImportWords } from '../messages.ts'
import { PasteRows } from './PasteRows.tsx'

const accepted = ['.csv', '.tsv', '.txt', '.gz', '.xlsx', '.vcf', 'text/vcard', 'text/csv', 'text/plain', 'application/gzip']

/** Takes a file, shows how much of it has been sent, and leads to its mapping. */
export function NewImport() {
  const words = useImportWords()
  const [kind, setKind] = useState<Import['kind']>('customers')
  const sending = useSending(kind)
  const may = useMay()
  const maySell = may('sales.write')
  const { variables: file } = sending.send
  return (
    <div className="flex flex-col gap-3">
      {sending.send.error && sending.send.error.code !== 'unreachable' && <FormFailure failure={sending.send.error} />}
      {sending.send.error?.code === 'unreachable' && !sending.wasCancelled && <FormFailure failure={sending.send.error} />}
      {sending.send.isPending && file ? (
        <Card>
          <div className="flex items-center gap-3">
            <div className="min-w-0 flex-1">
              <ProgressBar label={words.uploading(`\u2068${file.name}\u2069`)} share={sending.share} />
            </div>
            <IconButton label={words.uploadCancelled} icon={<X size={18} />} onPress={sending.cancel} />
          </div>
        </Card>
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-3">
            <Segmented
              label={words.what}
              options={(['customers', ...(maySell ? (['ledgers'] as const) : []), 'requests'] as const).map((id) => ({
                id,
                label: words.kinds[id],
              }))}
              value={kind}
              onChange={setKind}
            />
            {kind === 'customers' && <PasteRows onFile={sending.send.mutate} />}
          </div>
          <FileDrop
            label={words.drops[kind].label}
            hint={words.drops[kind].hint}
            accept={accepted}
            onFiles={([chosen]) => chosen && sending.send.mutate(chosen)}
          />
        </>
      )}
    </div>
  )
}

function useSending(kind: Import['kind']) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const [share, setShare] = useState(0)
  const [wasCancelled, setWasCancelled] = useState(false)
  const stop = useRef<AbortController>(undefined)
  // Leaving the page gives the file up: a half-sent one is kept by nobody.
  useEffect(() => () => stop.current?.abort(), [])
  const send = useMutation<Import, ApiFailure, File>({
    mutationFn: (file) => {
      setShare(0)
      setWasCancelled(false)
      stop.current = new AbortController()
      return upload(importRoutes.upload, { file, onProgress: setShare, signal: stop.current.signal }, { query: { kind } })
    },
    onSuccess: (made) => {
      client.setQueryData(query(importRoutes.show, { params: { importId: made.id } }).queryKey, made)
      void client.invalidateQueries({ queryKey: [importRoutes.list.path] })
      void navigate({ to: '/imports/$importId', params: { importId: made.id } })
    },
  })
  const cancel = () => {
    setWasCancelled(true)
    stop.current?.abort()
  }
  return { send, share, cancel, wasCancelled }
}
