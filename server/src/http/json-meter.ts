const [quote, backslash, comma, openBrace, openBracket, closeBrace, closeBracket] =
  Buffer.from('"\\,{[}]')

/** Limits of what a JSON text contains, because a few bytes can contain a lot. */
export type JsonBounds = {
  nesting: number
  /** Of one list or object. */
  entries: number
  /** Of all lists and objects together. */
  entriesInAll: number
}

/** Which limit a text exceeds. */
export type JsonExcess = keyof JsonBounds

/** A step of a path: a number in a list, otherwise where the quoted name begins and ends. */
export type JsonStep = number | readonly [start: number, end: number]

/**
 * Measures a JSON text while it arrives, without a parser or recursion: how deeply it is nested,
 * and how many entries its lists and objects have. An empty one counts as having one.
 */
export class JsonMeter {
  readonly #bounds: JsonBounds
  /** Which limit is exceeded, once one is. */
  excess: JsonExcess | undefined
  #position = 0
  #isInString = false
  #isEscaped = false
  #entriesInAll = 0
  #depth = 0
  // For each open list or object, by its depth.
  readonly #commas: Uint32Array
  readonly #isList: Uint8Array
  /**
   * Where the last string in it begins and ends: before a list or object that opens in it, that is
   * its name.
   */
  readonly #nameStarts: Uint32Array
  readonly #nameEnds: Uint32Array

  constructor(bounds: JsonBounds) {
    const levels = bounds.nesting + 2
    this.#bounds = bounds
    this.#commas = new Uint32Array(levels)
    this.#isList = new Uint8Array(levels)
    this.#nameStarts = new Uint32Array(levels)
    this.#nameEnds = new Uint32Array(levels)
  }

  /** Takes the next bytes. Returns the exceeded limit as soon as there is one, and from then on. */
  take(bytes: Uint8Array): JsonExcess | undefined {
    for (let at = 0; at < bytes.length && !this.excess; at += 1) {
      if (this.#isInString) {
        at = this.#skipString(bytes, at)
        continue
      }
      const byte = bytes[at]
      if (byte === quote) {
        this.#isInString = true
        this.#nameStarts[this.#depth] = this.#position + at
      } else if (byte === comma) this.#countEntry()
      else if (byte === openBrace || byte === openBracket) this.#open(byte === openBracket)
      else if ((byte === closeBrace || byte === closeBracket) && this.#depth > 0) this.#depth -= 1
    }
    this.#position += bytes.length
    return this.excess
  }

  /** Whether what is currently open is a list, and not an object. */
  get isInList(): boolean {
    return this.#isList[this.#depth] === 1
  }

  /** The path of the list or object that is currently open. */
  get path(): JsonStep[] {
    return Array.from({ length: Math.max(0, this.#depth - 1) }, (_, nth) => {
      const depth = nth + 1
      return this.#isList[depth]
        ? (this.#commas[depth] ?? 0)
        : [this.#nameStarts[depth] ?? 0, this.#nameEnds[depth] ?? 0]
    })
  }

  /** @returns where the string ends, or the end of the bytes */
  #skipString(bytes: Uint8Array, from: number): number {
    let at = from
    for (; at < bytes.length; at += 1) {
      if (this.#isEscaped) this.#isEscaped = false
      else if (bytes[at] === backslash) this.#isEscaped = true
      else if (bytes[at] === quote) {
        this.#isInString = false
        this.#nameEnds[this.#depth] = this.#position + at + 1
        break
      }
    }
    return at
  }

  #open(isList: boolean): void {
    this.#depth += 1
    if (this.#depth > this.#bounds.nesting) {
      this.excess = 'nesting'
      return
    }
    this.#isList[this.#depth] = Number(isList)
    this.#commas[this.#depth] = 0
    this.#count()
  }

  #countEntry(): void {
    const commas = (this.#commas[this.#depth] ?? 0) + 1
    this.#commas[this.#depth] = commas
    if (commas >= this.#bounds.entries) this.excess = 'entries'
    else this.#count()
  }

  #count(): void {
    this.#entriesInAll += 1
    if (this.#entriesInAll > this.#bounds.entriesInAll) this.excess = 'entriesInAll'
  }
}
