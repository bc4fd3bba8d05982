import { Writable } from 'node:stream'

/** Asks a person at the terminal; what they type isn't shown if it is a secret. Undefined at the end of input. */
export async function ask(question: string, isSecret = false): Promise<string | undefined> {
  // Every other command starts without it.
  const { createInterface } = await import('node:readline')
  const { stdin, stderr } = process
  stderr.write(question)
  // Readline echoes by its output, so that a secret's goes nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const output = isSecret ? nowhere : stderr
  const reader = createInterface({ input: stdin, output, terminal: true })
  return await new Promise((resolve) => {
    reader.once('line', (line) => {
      resolve(line.trim())
      reader.close()
    })
    reader.once('SIGINT', () => process.exit(130))
    // Ctrl-D; after a line this comes too late to matter.
    reader.once('close', () => {
      if (isSecret) stderr.write('\n')
      resolve(undefined)
    })
  })
}

/** Everything that is piped in. */
export async function readInput(): Promise<string> {
  process.stdin.setEncoding('utf8')
  let text = ''
  for await (const part of process.stdin) text += part
  return text
}
