import { accept, type Checked, refuse } from './checked.ts'

/** Characters of a picture as a data URL, in all. */
export const maxPictureLength = 65_536

/** How wide and how high a picture is made before it is sent, in pixels. */
export const pictureSide = 256

const dataUrl = /^data:(image\/(?:png|jpeg|webp));base64,([A-Za-z0-9+/]+={0,2})$/

/**
 * Checks a person's picture: a PNG, JPEG or WebP as a data URL, small enough to travel with the
 * account. Its first bytes must say the same as its type, so that nothing else hides there, SVG and
 * its scripts above all. Never throws.
 */
export function checkPicture(url: string): Checked<string> {
  if (url.length > maxPictureLength)
    return refuse(
      `The picture has ${url.length} characters as a data URL, and the limit is ${maxPictureLength}. Make it smaller.`,
    )
  const [, type = '', base64 = ''] = dataUrl.exec(url) ?? []
  if (type !== '' && readType(base64) === type) return accept(url)
  return refuse('A picture is a PNG, JPEG or WebP file as a base64 data URL, and this is none.')
}

/** The type by a file's signature (WHATWG MIME Sniffing, section 6.1). */
function readType(base64: string): string | undefined {
  let bytes: string
  try {
    bytes = atob(base64)
  } catch {
    return undefined
  }
  if (bytes.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (bytes.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (bytes.startsWith('RIFF') && bytes.startsWith('WEBPVP', 8)) return 'image/webp'
  return undefined
}
