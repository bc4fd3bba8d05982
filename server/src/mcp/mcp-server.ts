import {
  createMcpHandler,
  ProtocolError,
  ProtocolErrorCode,
  Server,
} from '@modelcontextprotocol/server'
import { ApiError, type Caller } from './caller.ts'
import { instructions } from './instructions.ts'
import { tools } from './tools/tools.ts'

const listed = tools.map((tool) => tool.listed)
const byName = new Map(tools.map((tool) => [tool.listed.name, tool]))

/** The list is a part of the program: it is the same for everybody until the next version. */
const listTtlMs = 600_000

/**
 * Answers one message of the Model Context Protocol, of revision 2026-07-28 or of those of 2025, which begin
 * with `initialize`. Nothing is kept from one message to the next, and there are no streams: an answer is
 * complete when it is returned.
 *
 * @param message the body, parsed
 * @param unforeseen is given what isn't the caller's fault, before the agent is told that something went wrong
 */
export async function answerMessage(
  request: Request,
  message: unknown,
  caller: Caller,
  unforeseen: (error: unknown) => void,
): Promise<Response> {
  const handler = createMcpHandler(() => createServer(caller, unforeseen), {
    responseMode: 'auto',
    maxSubscriptions: 0,
    keepAliveMs: 0,
  })
  const answer = await handler.fetch(request, { parsedBody: message })
  // Clients of 2025 get an event, whose stream is there before the tool has run.
  return new Response((await answer.text()) || null, answer)
}

function createServer(caller: Caller, unforeseen: (error: unknown) => void): Server {
  const server = new Server(
    { name: 'tend', title: 'Tend', version: '1.0.0', websiteUrl: caller.webUrl },
    {
      instructions,
      capabilities: { tools: { listChanged: false } },
      cacheHints: { 'tools/list': { ttlMs: listTtlMs, cacheScope: 'public' } },
    },
  )
  server.setRequestHandler('tools/list', () => ({ tools: listed }))
  server.setRequestHandler('tools/call', async ({ params }) => {
    const tool = byName.get(params.name)
    if (!tool)
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, 'There is no tool with this name')
    try {
      return await tool.call(caller, params.arguments)
    } catch (error) {
      if (!(error instanceof ApiError)) unforeseen(error)
      return { content: [{ type: 'text' as const, text: describe(error) }], isError: true }
    }
  })
  return server
}

function describe(error: unknown): string {
  if (error instanceof ApiError) return `${error.code}: ${error.message}`
  return 'INTERNAL_SERVER_ERROR: Something went wrong on our side.'
}
