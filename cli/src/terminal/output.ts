import { cleanLines, cleanText, printJson } from './clean-text.ts'

const styles = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 }

/** A part of a line, whose text may come from anybody. */
export type Piece = string | { text: string; style: keyof typeof styles }

/**
 * The only way to the terminal. Every text is cleaned here, so that no command can forget it, and colours are
 * added behind that.
 */
export type Output = {
  line(...pieces: readonly Piece[]): void
  json(value: unknown): void
  /** Bytes of a file; they are cleaned only where a person looks at them. */
  file(chunk: Uint8Array): Promise<void>
}

type Stream = Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'once'>

export function createOutput(stream: Stream, mayColor: boolean): Output {
  const isColored = mayColor && stream.isTTY
  const decoder = new TextDecoder()
  return {
    line(...pieces) {
      const texts = pieces.map((piece) => {
        if (typeof piece === 'string') return cleanText(piece)
        const text = cleanText(piece.text)
        return isColored && text !== '' ? `\u001b[${styles[piece.style]}m${text}\u001b[0m` : text
      })
      stream.write(`${texts.join('').trimEnd()}\n`)
    },
    json: (value) => void stream.write(`${printJson(value)}\n`),
    async file(chunk) {
      const part = stream.isTTY ? cleanLines(decoder.decode(chunk, { stream: true })) : chunk
      if (!stream.write(part)) await new Promise((resolve) => stream.once('drain', resolve))
    },
  }
}
