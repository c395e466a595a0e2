import { requestRoutes } from '@parvandeh/contract'
import { Paperclip } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import { useMay } from '../../../api/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import type { RequestView } from '../request.types.ts'
import { DocumentChips } from './DocumentChips.tsx'
import { useRequestWords } from './messages.ts'
import { keyOf, useAct } from './use-act.ts'
import { useAttachments } from './use-attachments.ts'

/** The documents of the request, and where another is added. */
export function RequestDocuments({ request }: { request: RequestView }) {
  const words = useRequestWords()
  const may = useMay()
  const attach = useAct(requestRoutes.attach, { onDone: () => toast({ text: words.attached }), onRefused: toastFailure })
  const { sending, send } = useAttachments(request.customerId, ({ id }) =>
    attach.mutate({ params: keyOf(request), body: { documentId: id } }),
  )
  if (!may('documents.read')) return null
  const add = request.can.attach && may('documents.write') && (
    <FileTrigger allowsMultiple onSelect={(files) => files && send([...files])}>
      <Button size="small" variant="quiet" pending={sending !== null || attach.isPending} icon={<Paperclip size={15} />}>
        {words.addDocument}
      </Button>
    </FileTrigger>
  )
  return (
    <Card title={words.documents} actions={add}>
      {request.documentIds.length > 0 ? (
        <DocumentChips customerId={request.customerId} documentIds={request.documentIds} />
      ) : (
        <p className="text-small text-faint">{words.noDocuments}</p>
      )}
    </Card>
  )
}
