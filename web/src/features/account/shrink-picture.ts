import { accept, type Checked, refuse } from '@tend/server/domain/checked'
import { checkPicture, pictureSide } from '@tend/server/domain/picture'

const unreadable = 'This file can’t be read as a picture. Choose a PNG, JPEG or WebP.'
const qualities = [0.9, 0.75, 0.5]

/**
 * Cuts the middle square out of a picture file, makes it small enough for the account and gives it as
 * a data URL. Redrawing it also removes what cameras write into files, such as the location.
 * Never throws.
 */
export async function shrinkPicture(file: Blob): Promise<Checked<string>> {
  const bitmap = await createImageBitmap(file).catch(() => undefined)
  if (!bitmap) return refuse(unreadable)
  const canvas = drawSquare(bitmap)
  bitmap.close()
  for (const quality of qualities) {
    // A browser that can't write WebP gives a PNG, which may be too large.
    for (const type of ['image/webp', 'image/jpeg']) {
      const picture = checkPicture(canvas.toDataURL(type, quality))
      if (picture.ok) return accept(picture.value)
    }
  }
  return refuse(unreadable)
}

function drawSquare(bitmap: ImageBitmap): HTMLCanvasElement {
  const cut = Math.min(bitmap.width, bitmap.height)
  const side = Math.min(cut, pictureSide)
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const context = canvas.getContext('2d')
  if (!context) return canvas
  context.imageSmoothingQuality = 'high'
  const [left, top] = [(bitmap.width - cut) / 2, (bitmap.height - cut) / 2]
  context.drawImage(bitmap, left, top, cut, cut, 0, 0, side, side)
  return canvas
}
