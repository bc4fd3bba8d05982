import { z } from 'zod'
import { ApiError, type Caller } from './caller.ts'

/** What a call does to what the person has; agents are told so by annotations. */
type Effect = 'reads' | 'adds' | 'changes' | 'removes'

export type Answer = {
  /** For the agent, in front of the data: what happened, and what can be called next. */
  words?: string
  data: Record<string, unknown>
}

type Definition<Input extends z.ZodObject> = {
  name: string
  title: string
  description: string
  input: Input
  output: z.ZodObject
  effect: Effect
  /** Whether repeating it with the same arguments changes nothing more. */
  isIdempotent?: boolean
  /** ChatGPT reads the text of some tools as JSON, so that nothing may be around it. */
  isPlainJson?: boolean
  run(caller: Caller, input: z.output<Input>): Promise<Answer>
}

/** A tool in the form of the protocol, and how it is called. */
export type Tool = {
  /** As `tools/list` has it. */
  listed: {
    name: string
    title: string
    description: string
    inputSchema: JsonObjectSchema
    outputSchema: JsonObjectSchema
    annotations: Record<string, boolean>
  }
  /** @throws ApiError */
  call(caller: Caller, input: unknown): Promise<CallResult>
}

type JsonObjectSchema = { type: 'object'; [name: string]: unknown }

type CallResult = {
  content: { type: 'text'; text: string }[]
  structuredContent: Record<string, unknown>
}

export function defineTool<Input extends z.ZodObject>(definition: Definition<Input>): Tool {
  const { name, title, description, input, output, effect, isPlainJson } = definition
  return {
    listed: {
      name,
      title,
      description,
      inputSchema: toJsonSchema(input),
      outputSchema: toJsonSchema(output),
      annotations: {
        readOnlyHint: effect === 'reads',
        destructiveHint: effect === 'changes' || effect === 'removes',
        idempotentHint: effect === 'reads' || definition.isIdempotent === true,
        openWorldHint: false,
      },
    },
    async call(caller, given) {
      const { words, data } = await definition.run(caller, readInput(input, given))
      const text = isPlainJson ? writeJson(data) : fence(words, data)
      return { content: [{ type: 'text', text }], structuredContent: data }
    },
  }
}

/** @throws ApiError `BAD_USER_INPUT` with everything that is wrong */
function readInput<Input extends z.ZodObject>(input: Input, given: unknown): z.output<Input> {
  const read = input.safeParse(given ?? {})
  if (read.success) return read.data
  const words = read.error.issues.map(({ path, message }) => [path.join('.'), message].join(': '))
  throw new ApiError('BAD_USER_INPUT', words.join('\n'))
}

/**
 * What people wrote stands between marks that no text can contain, because `<` is escaped in it. So an agent
 * that is told to take it for data can tell where it begins and ends.
 */
function fence(words: string | undefined, data: object): string {
  return `${words ? `${words}\n` : ''}<tend-data>\n${writeJson(data)}\n</tend-data>`
}

function writeJson(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

function toJsonSchema(schema: z.ZodObject): JsonObjectSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  return rest as JsonObjectSchema
}
