import { ImportFileError } from '../import-file-error.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * The text of a file in UTF-8 or UTF-16, with a byte order mark, which isn't part of it, or without. What
 * is neither is taken for Windows-1252, which older spreadsheets write.
 *
 * @throws ImportFileError when it isn't text
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const text = decode(bytes)
  const at = text.indexOf('\0')
  if (at < 0) return text
  throw new ImportFileError(
    `${name || 'The file'} isn’t text, and no kind of file that Tend knows. Export your tasks again and bring that file.`,
  )
}

function decode(bytes: Uint8Array): string {
  const wide = guessUtf16(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  try {
    return utf8.decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second, third, fourth] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // Without a mark: every other byte of what begins in ASCII is zero.
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le'
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return 'utf-16be'
  return undefined
}
