import { Unzip, UnzipInflate } from 'fflate'
import { ImportFileError } from '../import-file-error.ts'
import { InputFile } from './input-file.ts'

/** Of an archive, however small it is. */
export const zipLimits = { entries: 5_000, bytes: 100_000_000, nameLength: 1_000 } as const

const piece = 65_536

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

/**
 * The files in an archive, in its order. What the sizes in its head say isn't believed: it is counted while
 * it is unpacked. Attachments aren't unpacked.
 *
 * @throws ImportFileError for more than the limits, or what is no whole archive
 */
export function unzip(
  bytes: Uint8Array,
  isWanted: (path: string) => boolean,
): { files: InputFile[]; skipped: string[] } {
  const files: InputFile[] = []
  const skipped: string[] = []
  let unpacked = 0
  let entries = 0
  let open = 0
  const archive = new Unzip((entry) => {
    entries += 1
    if (entries > zipLimits.entries) throw tooLarge(`more than ${zipLimits.entries} files`)
    if (entry.name.endsWith('/')) return
    if (entry.name.length > zipLimits.nameLength || !isWanted(entry.name)) {
      skipped.push(entry.name.slice(0, zipLimits.nameLength))
      return
    }
    const parts: Uint8Array[] = []
    open += 1
    entry.ondata = (error, part, isLast) => {
      // What is thrown here comes back as an error.
      if (error) throw error instanceof ImportFileError ? error : broken()
      unpacked += part.length
      if (unpacked > zipLimits.bytes) throw tooLarge('more than 100 MB when it is unpacked')
      parts.push(part)
      if (!isLast) return
      open -= 1
      files.push(new InputFile(entry.name, Buffer.concat(parts)))
    }
    entry.start()
  })
  archive.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += piece)
      archive.push(bytes.subarray(at, at + piece), at + piece >= bytes.length)
  } catch (error) {
    throw error instanceof ImportFileError ? error : broken()
  }
  if (open > 0 || (entries === 0 && bytes[2] === 3)) throw broken()
  return { files, skipped }
}

function tooLarge(what: string): ImportFileError {
  return new ImportFileError(`The archive has ${what}. Bring the files in it instead.`, {
    isLimit: true,
  })
}

function broken(): ImportFileError {
  return new ImportFileError(
    'The archive is damaged or encrypted. Download it again, or unpack it and bring the files in it.',
  )
}
