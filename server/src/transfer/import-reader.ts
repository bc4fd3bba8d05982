import { JSONParser } from '@streamparser/json'
import type { z } from 'zod'
import { describeExcess, findExcess, type LimitName } from '../domain/excess.ts'
import { AppError, badUserInput, type InputIssue, limitExceeded } from '../errors.ts'
import { FileIssues } from './file-issues.ts'
import { checkReferences } from './import-references.ts'
import { Stint } from './stint.ts'
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

/** For one entry; a task with the longest notes, with escapes, is smaller. Larger entries would block. */
const maxEntryBytes = 1_000_000

/** For one step: reading and checking so much takes about a millisecond. */
const stepBytes = 8_192

const sections = { lists: listEntry, tags: tagEntry, views: viewEntry, tasks: taskEntry }
type Section = keyof typeof sections
const sectionLimits = {
  ...{ lists: 'lists', tags: 'tags', views: 'views', tasks: 'importedTasks' },
} as const satisfies Record<Section, LimitName>
const singles = ['format', 'version', 'exportedAt', 'syncCursor', 'profile']

/** Checks a view's filter and order, which only the API's schema can do. */
export type CheckView = (view: { filter: unknown; orderBy: unknown }) => InputIssue[]

/**
 * Reads an export piece by piece, and checks all of it: each entry separately, and all against each other.
 *
 * @throws AppError `BAD_USER_INPUT` with the first problems, each at its path `['tasks', 17, 'title']`;
 *   `LIMIT_EXCEEDED` for more entries than an account may have
 */
export async function readTransferFile(
  chunks: AsyncIterable<Uint8Array>,
  checkView: CheckView,
  stint: Stint = new Stint(),
): Promise<TransferFile> {
  const reader = new TransferReader(checkView)
  for await (const chunk of chunks)
    for (let from = 0; from < chunk.length; from += stepBytes)
      await stint.do(() => reader.write(chunk.subarray(from, from + stepBytes)))
  return await reader.end()
}

class TransferReader {
  readonly #checkView: CheckView
  readonly #parser = new JSONParser({
    paths: [...singles.map((name) => `$.${name}`), ...Object.keys(sections).map((s) => `$.${s}.*`)],
    // Frees what was read at once.
    keepStack: false,
  })
  readonly #file: TransferFile = { profile: undefined, lists: [], tags: [], views: [], tasks: [] }
  readonly #issues = new FileIssues()
  #bytesOfEntry = 0
  readonly #head: Record<string, unknown> = {}
  readonly #decoder = new TextDecoder('utf-8', { fatal: true })

  constructor(checkView: CheckView) {
    this.#checkView = checkView
    this.#parser.onValue = (element) => this.#take(element)
  }

  write(chunk: Uint8Array): void {
    this.#bytesOfEntry += chunk.length
    try {
      this.#parser.write(this.#decoder.decode(chunk, { stream: true }))
    } catch (error) {
      throw error instanceof AppError ? error : broken(error)
    }
    if (this.#bytesOfEntry > maxEntryBytes)
      throw badUserInput([
        {
          path: [],
          message: `A single entry of the file has more than ${maxEntryBytes.toLocaleString('en')} bytes. That is no export of Tend.`,
        },
      ])
  }

  async end(): Promise<TransferFile> {
    if (!this.#parser.isEnded) throw broken()
    const { format, version, profile } = this.#head
    if (format !== transferFormat || version !== transferVersion) {
      const message = `This is no export of Tend: "format" must be "${transferFormat}" and "version" ${transferVersion}.`
      throw badUserInput([{ path: ['format'], message }])
    }
    if (profile !== undefined) this.#file.profile = this.#check(profileEntry, profile, ['profile'])
    this.#issues.throwIfAny()
    await checkReferences(this.#file, this.#issues)
    this.#issues.throwIfAny()
    return this.#file
  }

  #take({ key, value, stack }: Parameters<JSONParser['onValue']>[0]): void {
    this.#bytesOfEntry = 0
    const section = stack[1]?.key as Section | undefined
    if (section === undefined) {
      this.#head[String(key)] = value
      return
    }
    if (typeof key !== 'number') {
      this.#issues.add({ path: [section], message: 'This must be a list.' })
      return
    }
    if (findExcess(sectionLimits[section], key + 1))
      throw limitExceeded(describeExcess(sectionLimits[section]))
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
    for (const issue of checked.error.issues) {
      // The one list in an entry whose length is checked holds the tags of a task.
      const isLimit = issue.code === 'too_big' && issue.origin === 'array'
      const at = [...path, ...(issue.path as string[])]
      this.#issues.add({ path: at, message: issue.message }, isLimit ? 'limit' : 'rule')
    }
    return undefined
  }

  #checkFilter(view: Parameters<CheckView>[0], path: InputIssue['path']): void {
    for (const issue of this.#checkView(view))
      this.#issues.add({ ...issue, path: [...path, ...issue.path] })
  }
}

function broken(error?: unknown) {
  const reason = error instanceof Error ? error.message.split('\n')[0] : 'It ends too early.'
  return badUserInput([{ path: [], message: `The file is not whole JSON in UTF-8. ${reason}` }])
}
