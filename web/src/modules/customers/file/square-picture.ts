/** As wide and high as a face is ever shown, twice over for sharp screens and the print of a file. */
const side = 512

/** The middle of a picture as a small square JPEG; undefined for what the browser cannot draw. */
export async function squarePicture(picked: File): Promise<File | undefined> {
  const drawn = await createImageBitmap(picked, { imageOrientation: 'from-image' }).catch(() => undefined)
  if (!drawn) return undefined
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const from = Math.min(drawn.width, drawn.height)
  canvas.getContext('2d')?.drawImage(drawn, (drawn.width - from) / 2, (drawn.height - from) / 2, from, from, 0, 0, side, side)
  drawn.close()
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.86))
  return blob ? new File([blob], 'photo.jpg', { type: blob.type }) : undefined
}
