import type { ResponseOf, Route } from '@parvandeh/contract'
import { addressOf, answerOf, type CallArguments, callHeaders } from './call.ts'
import { wayFailure } from './failure.ts'

interface UploadOptions {
  file: File
  /** Told the share sent, 0 to 1. */
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

/** Sends one file to an endpoint that takes uploads. `fetch` does not tell how much was sent, hence XMLHttpRequest. */
export function upload<T extends Route>(route: T, options: UploadOptions, ...input: CallArguments<T>): Promise<ResponseOf<T>> {
  const { file, onProgress, signal } = options
  const request = new XMLHttpRequest()
  request.open(route.method, addressOf(route, ...input))
  for (const [name, value] of Object.entries(callHeaders(route))) request.setRequestHeader(name, value)
  const form = new FormData()
  form.append('file', file, file.name)
  return new Promise((resolve, reject) => {
    request.upload.onprogress = (event) => event.lengthComputable && onProgress?.(event.loaded / event.total)
    request.onerror = () => reject(wayFailure('unreachable'))
    request.onabort = () => reject(wayFailure('unreachable'))
    request.onload = () => {
      try {
        resolve(answerOf(route, request.status, request.responseText))
      } catch (failure) {
        reject(failure)
      }
    }
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(form)
  })
}
