import { ImportFileError } from '../import-file-error.ts'
import { readJson } from './read-json.ts'
import { decodeText } from './text-encoding.ts'

/** One file that somebody brings, read no further than somebody asks. */
export class InputFile {
  /** Without folders. */
  readonly name: string
  readonly #bytes: Uint8Array
  #text: string | undefined
  #json: { value: unknown } | undefined

  constructor(name: string, bytes: Uint8Array) {
    this.name = name.split(/[\\/]/).at(-1) ?? ''
    this.#bytes = bytes
  }

  get bytes(): Uint8Array {
    return this.#bytes
  }

  /** @throws ImportFileError when it isn't text */
  get text(): string {
    this.#text ??= decodeText(this.#bytes, this.name)
    return this.#text
  }

  get isJson(): boolean {
    return /^\s*[[{]/.test(this.text.slice(0, 1_000))
  }

  /**
   * One value, or, of a file with one value a line, the list of them; undefined of text that isn't JSON.
   *
   * @throws ImportFileError when it begins as JSON and isn't, with line and column
   */
  get json(): unknown {
    if (!this.isJson) return undefined
    this.#json ??= { value: readJson(this.text, this.name) }
    return this.#json.value
  }

  /** What it is called without its ending. */
  get stem(): string {
    return this.name.replace(/\.[^.]{1,9}$/, '')
  }

  hasEnding(...endings: readonly string[]): boolean {
    return endings.some((ending) => this.name.toLowerCase().endsWith(`.${ending}`))
  }

  /** @returns an error that names this file */
  refuse(message: string): ImportFileError {
    return new ImportFileError(this.name === '' ? message : `${this.name}: ${message}`)
  }
}
