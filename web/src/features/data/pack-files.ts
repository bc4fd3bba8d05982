/**
 * One file to send: the only one as it is, or several as an archive, which the API opens.
 *
 * @throws when one can't be read
 */
export async function packFiles(files: readonly File[]): Promise<File> {
  const [first] = files
  if (first && files.length === 1) return first
  const { zipSync } = await import('fflate')
  const entries: Record<string, Uint8Array> = {}
  for (const file of files) entries[freeName(file.name, entries)] = await readBytes(file)
  // Not compressed: on the way it would save little, and take long for large files.
  const archive = zipSync(entries, { level: 0 })
  return new File([archive as Uint8Array<ArrayBuffer>], 'files.zip')
}

async function readBytes(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer())
}

/** Files of two folders may have one name. */
function freeName(name: string, taken: object): string {
  let free = name
  for (let nth = 2; Object.hasOwn(taken, free); nth += 1) free = `${nth}/${name}`
  return free
}
