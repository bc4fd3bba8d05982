/** Why a file can't be read, in words for the person who has it, with line and column where there are any. */
export class ImportFileError extends Error {
  override name = 'ImportFileError'
  readonly isLimit: boolean

  constructor(message: string, { isLimit = false } = {}) {
    super(message)
    this.isLimit = isLimit
  }
}
