import { expect, test } from 'vitest'
import { checkPicture, maxPictureLength } from '../../src/domain/picture.ts'

const png = '\x89PNG\r\n\x1a\n'
const picture = (type: string, bytes: string) => `data:${type};base64,${btoa(bytes)}`

test.each([
  picture('image/png', `${png}…`.replace('…', '\0\0')),
  picture('image/jpeg', '\xff\xd8\xff\xe0'),
  picture('image/webp', 'RIFF\x10\0\0\0WEBPVP8 '),
])('%s is a picture, and stays the same', (url) => {
  expect(checkPicture(url)).toEqual({ ok: true, value: url })
})

test.each([
  ['a type that its bytes are not', picture('image/png', '\xff\xd8\xff\xe0')],
  ['a drawing that can hold scripts', picture('image/svg+xml', '<svg onload="alert(1)"/>')],
  ['a drawing under another name', picture('image/png', '<svg onload="alert(1)"/>')],
  ['an animation', picture('image/gif', 'GIF89a')],
  ['sound in the wrapping of WebP', picture('image/webp', 'RIFF\x10\0\0\0WAVEfmt ')],
  ['an address', 'https://example.com/picture.png'],
  ['a text', 'data:image/png,hello'],
  ['broken base64', `${picture('image/png', png)}A`],
  ['something behind it', `${picture('image/png', png)}"onerror=`],
  ['nothing', ''],
])('%s is refused as a picture', (_what, url) => {
  expect(checkPicture(url).ok).toBe(false)
})

test('a picture is refused from the first character beyond the limit on', () => {
  const bytes = png + '\0'.repeat(Math.floor((maxPictureLength - 22) / 4) * 3 - png.length)
  const largest = picture('image/png', bytes)
  expect(largest.length).toBeLessThanOrEqual(maxPictureLength)
  expect(checkPicture(largest).ok).toBe(true)
  expect(checkPicture(picture('image/png', `${bytes}\0\0\0`))).toMatchObject({ ok: false })
})
