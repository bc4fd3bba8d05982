import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import type { Json } from './ask.ts'
import type { Bearer } from './person.ts'

export interface Agent extends AsyncDisposable {
  client: Client
  /** The data of an answer. @throws Error with its words when it is an error */
  call(tool: string, input?: Record<string, unknown>): Promise<Json>
  /** The words of a refusal. @throws Error when it is none */
  refusal(tool: string, input?: Record<string, unknown>): Promise<string>
  /** The text that an agent reads. */
  read(tool: string, input?: Record<string, unknown>): Promise<string>
}

/**
 * Connects as an agent does, by the official client.
 *
 * @param mode `legacy` for the revisions of 2025
 */
export async function connectAgent(
  { url, token }: Pick<Bearer, 'url' | 'token'>,
  mode: 'legacy' | 'auto' = 'auto',
): Promise<Agent> {
  const client = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode } })
  const headers = { authorization: `Bearer ${token}` }
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit: { headers } }),
  )
  async function ask(name: string, input: Record<string, unknown> = {}) {
    const answer = await client.callTool({ name, arguments: input })
    const text = (answer.content as { text: string }[]).map((part) => part.text).join('\n')
    return { text, isError: answer.isError === true, data: answer.structuredContent }
  }
  return {
    client,
    async call(name, input) {
      const { text, isError, data } = await ask(name, input)
      if (isError) throw new Error(`${name} was expected to be done, found: ${text}`)
      return data
    },
    async refusal(name, input) {
      const { text, isError } = await ask(name, input)
      if (!isError) throw new Error(`${name} was expected to be refused, found: ${text}`)
      return text
    },
    read: async (name, input) => (await ask(name, input)).text,
    [Symbol.asyncDispose]: () => client.close(),
  }
}
