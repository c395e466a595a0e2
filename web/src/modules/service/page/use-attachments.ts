import { documentRoutes } from '@parvandeh/contract'
import { useState } from 'react'
import { ApiFailure } from '../../../api/failure.ts'
import { upload } from '../../../api/upload.ts'
import { toastFailure } from '../../../ui/toast.tsx'

export interface Attachment {
  id: string
  name: string
}

/** Sends files into the customer's file one after another, and hands over each as it arrives. */
export function useAttachments(customerId: string, onArrived: (attachment: Attachment) => void) {
  const [sending, setSending] = useState<string | null>(null)
  const send = async (files: readonly File[]) => {
    try {
      for (const file of files) {
        setSending(file.name)
        const { id, name, title } = await upload(documentRoutes.add, { file }, { params: { customerId } })
        onArrived({ id, name: title ?? name })
      }
    } catch (failure) {
      if (failure instanceof ApiFailure) toastFailure(failure)
      else throw failure
    } finally {
      setSending(null)
    }
  }
  return { sending, send: (files: readonly File[]) => void send(files) }
}
