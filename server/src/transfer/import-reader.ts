import { JSONParser } from '@streamparser/json'
import type { z } from 'zod'
import { badUserInput, type InputIssue } from '../errors.ts'
import {
  listEntry,
  profileEntry,
  type TransferFile,
  tagEntry,
  taskEntry,
  transferFormat,
  transferVersion,
  viewEntry,
} from './transfer-format.ts'

/** How many problems are told; nobody reads more, and a wrong file has as many as it has lines. */
const maxIssues = 100

const sections = { lists: listEntry, tags: tagEntry, views: viewEntry, tasks: taskEntry }
type Section = keyof typeof sections
const singles = ['format', 'version', 'exportedAt', 'profile']

/** What only the API's schema can say: what is wrong with a view's filter and order. */
export type CheckView = (view: { filter: unknown; orderBy: unknown }) => InputIssue[]

/**
 * Reads an export while it arrives, checking each entry for itself.
 *
 * @throws AppError `BAD_USER_INPUT` with each problem at its path, `['tasks', 17, 'title']`, 100 at most
 */
export async function readTransferFile(
  chunks: AsyncIterable<Uint8Array>,
  checkView: CheckView,
): Promise<TransferFile> {
  const reader = new TransferReader(checkView)
  for await (const chunk of chunks) reader.write(chunk)
  return reader.end()
}

class TransferReader {
  readonly #checkView: CheckView
  readonly #parser = new JSONParser({
    paths: [...singles.map((name) => `$.${name}`), ...Object.keys(sections).map((s) => `$.${s}.*`)],
    // What was read is let go at once.
    keepStack: false,
  })
  readonly #file: TransferFile = { profile: undefined, lists: [], tags: [], views: [], tasks: [] }
  readonly #issues: InputIssue[] = []
  readonly #head: Record<string, unknown> = {}
  readonly #decoder = new TextDecoder('utf-8', { fatal: true })

  constructor(checkView: CheckView) {
    this.#checkView = checkView
    this.#parser.onValue = (element) => this.#take(element)
  }

  write(chunk: Uint8Array): void {
    try {
      this.#parser.write(this.#decoder.decode(chunk, { stream: true }))
    } catch (error) {
      throw broken(error)
    }
  }

  end(): TransferFile {
    if (!this.#parser.isEnded) throw broken()
    const { format, version, profile } = this.#head
    if (format !== transferFormat || version !== transferVersion) {
      const message = `This is no export of Tend: "format" must be "${transferFormat}" and "version" ${transferVersion}.`
      throw badUserInput([{ path: ['format'], message }])
    }
    if (profile !== undefined) this.#file.profile = this.#check(profileEntry, profile, ['profile'])
    if (this.#issues.length > 0) throw badUserInput(this.#issues)
    return this.#file
  }

  #take({ key, value, stack }: Parameters<JSONParser['onValue']>[0]): void {
    const section = stack[1]?.key as Section | undefined
    if (section === undefined) {
      this.#head[String(key)] = value
      return
    }
    if (typeof key !== 'number') {
      this.#complain({ path: [section], message: 'This must be a list.' })
      return
    }
    const path = [section, key]
    const entry = this.#check(sections[section] as z.ZodType, value, path)
    if (section === 'views' && entry !== undefined) this.#checkFilter(entry as never, path)
    if (entry !== undefined) this.#file[section].push(entry as never)
  }

  #check<Entry>(
    schema: z.ZodType<Entry>,
    value: unknown,
    path: InputIssue['path'],
  ): Entry | undefined {
    const checked = schema.safeParse(value)
    if (checked.success) return checked.data
    for (const issue of checked.error.issues)
      this.#complain({ path: [...path, ...(issue.path as string[])], message: issue.message })
    return undefined
  }

  #checkFilter(view: Parameters<CheckView>[0], path: InputIssue['path']): void {
    for (const issue of this.#checkView(view))
      this.#complain({ ...issue, path: [...path, ...issue.path] })
  }

  #complain(issue: InputIssue): void {
    if (this.#issues.length < maxIssues) this.#issues.push(issue)
  }
}

function broken(error?: unknown) {
  const reason = error instanceof Error ? error.message.split('\n')[0] : 'It ends too early.'
  return badUserInput([{ path: [], message: `The file is not whole JSON in UTF-8. ${reason}` }])
}
