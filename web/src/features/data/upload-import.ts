import { cutOff, type Explanation, explainAnswer } from './call-api.ts'

type ImportCount = { added: number; kept: number }
/** Of those that existed already: still in the trash, and restored from it. */
type TrashCount = { inTrash: number; restored: number }

export type ImportCounts = {
  tasks: ImportCount & TrashCount
  lists: ImportCount & TrashCount
  tags: ImportCount
  views: ImportCount
}

/** Something that can't come along as it was, with how many and the first of them. */
export type ImportNote = { message: string; count: number; examples: string[] }

export type PreviewRow = {
  title: string
  list: string
  depth: number
  priority: number
  dueOn?: string
  dueTime?: string
  startOn?: string
  repeats?: string
  tags: string[]
  isCompleted: boolean
}

/** What the API says that an import will do. */
export type ImportPreview = {
  sources: string[]
  counts: {
    lists: number
    tasks: number
    subtasks: number
    tags: number
    repeats: number
    reminders: number
    completed: number
  }
  found: { sections: number; completed: number }
  overlap: Record<'lists' | 'tasks', { here: number; inTrash: number }>
  rows: PreviewRow[]
  notes: ImportNote[]
  table?: { headings: string[]; rows: string[][]; columns: Record<string, number> }
  problem?: string
}

export type ImportChoices = {
  takesProfile: boolean
  /** Whether to restore what is in the account's trash and not in the file's. */
  restoresTrash: boolean
  /** What the sections of a list become. */
  sections: 'lists' | 'tags' | 'none'
  /** Whether completed tasks come along. */
  completed: boolean
  /** Of a table: which column, from 0, holds what; undefined leaves it to the API. */
  columns: Record<string, number> | undefined
}

export type Imported = { counts: ImportCounts; mutationId: string | null }
export type Answered<Data> = { ok: true; data: Data } | ({ ok: false } & Explanation)

type Settings = {
  apiUrl: string
  token: string
  file: File
  choices: ImportChoices
  signal: AbortSignal
  /** How many bytes are sent, until all are. */
  onProgress: (sent: number) => void
}

/** Sends a file to be imported; undefined when it was aborted. Never throws. */
export async function uploadImport(settings: Settings): Promise<Answered<Imported> | undefined> {
  const answer = await send<ImportCounts & { mutationId: string | null }>(settings, false)
  if (!answer?.ok) return answer
  const { mutationId, ...counts } = answer.data
  return { ok: true, data: { counts, mutationId } }
}

/** Sends a file to see what would come of it, as `uploadImport` does. */
export function previewImport(settings: Settings): Promise<Answered<ImportPreview> | undefined> {
  return send<ImportPreview>(settings, true)
}

function send<Data>(settings: Settings, isPreview: boolean): Promise<Answered<Data> | undefined> {
  const { apiUrl, token, file, choices, signal, onProgress } = settings
  const { promise, resolve } = Promise.withResolvers<Answered<Data> | undefined>()
  if (signal.aborted) return Promise.resolve(undefined)
  // fetch can't report the progress of an upload.
  const request = new XMLHttpRequest()
  request.open('POST', `${apiUrl}/import?${writeQuery(file.name, choices, isPreview)}`)
  request.setRequestHeader('authorization', `Bearer ${token}`)
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.responseType = 'json'
  request.upload.onprogress = ({ loaded }) => onProgress(loaded)
  request.onload = () => {
    const { status, response } = request
    resolve(
      status === 200 && response
        ? { ok: true, data: response.data }
        : { ok: false, ...explainAnswer(response) },
    )
  }
  request.onerror = () => resolve({ ok: false, ...cutOff })
  request.onabort = () => resolve(undefined)
  signal.addEventListener('abort', () => request.abort(), { once: true })
  request.send(file)
  return promise
}

function writeQuery(name: string, choices: ImportChoices, isPreview: boolean): URLSearchParams {
  const { takesProfile, restoresTrash, sections, completed, columns } = choices
  return new URLSearchParams({
    name,
    sections,
    completed: String(completed),
    ...(isPreview && { preview: 'true' }),
    ...(takesProfile && !isPreview && { profile: 'true' }),
    ...(restoresTrash && { restore: 'true' }),
    ...(columns && {
      columns: Object.entries(columns)
        .map(([column, at]) => `${column}:${at}`)
        .join(','),
    }),
  })
}
