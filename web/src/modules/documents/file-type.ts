import { createElement } from 'react'
import {
  File,
  FileArchive,
  FileAudio,
  FileImage,
  FileSpreadsheet,
  FileText,
  FileVideo,
  type LucideIcon,
  type LucideProps,
} from 'lucide-react'

const icons: [RegExp, LucideIcon][] = [
  [/^image\//, FileImage],
  [/^audio\//, FileAudio],
  [/^video\//, FileVideo],
  [/sheet|excel|csv/, FileSpreadsheet],
  [/zip|gzip|compressed|rar/, FileArchive],
  [/^text\/|pdf|word|document|rtf/, FileText],
]

/** The sign of a type of file. */
export const iconOf = (mediaType: string): LucideIcon => icons.find(([pattern]) => pattern.test(mediaType))?.[1] ?? File

/** The sign of a type of file, drawn. */
export const FileIcon = ({ mediaType, ...look }: LucideProps & { mediaType: string }) =>
  createElement(iconOf(mediaType), { 'aria-hidden': true, ...look })

/** How a previewable file is shown: as a picture, in a frame of the browser's own viewer, or as text of ours. */
export function viewOf(mediaType: string): 'picture' | 'frame' | 'text' {
  if (mediaType.startsWith('image/')) return 'picture'
  return mediaType.startsWith('text/') ? 'text' : 'frame'
}
