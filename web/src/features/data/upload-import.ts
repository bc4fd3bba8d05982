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

export type ImportChoices = {
  takesProfile: boolean
  /** Whether to restore what is in the account's trash and not in the file's. */
  restoresTrash: boolean
}

export type ImportOutcome =
  | { ok: true; counts: ImportCounts; mutationId: string | null }
  | ({ ok: false } & Explanation)

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
export function uploadImport(settings: Settings): Promise<ImportOutcome | undefined> {
  const { apiUrl, token, file, choices, signal, onProgress } = settings
  const { promise, resolve } = Promise.withResolvers<ImportOutcome | undefined>()
  // fetch can't report the progress of an upload.
  const request = new XMLHttpRequest()
  const query = new URLSearchParams({
    ...(choices.takesProfile && { profile: 'true' }),
    ...(choices.restoresTrash && { restore: 'true' }),
  })
  request.open('POST', `${apiUrl}/import?${query}`)
  request.setRequestHeader('authorization', `Bearer ${token}`)
  request.setRequestHeader('content-type', 'application/json')
  request.responseType = 'json'
  request.upload.onprogress = ({ loaded }) => onProgress(loaded)
  request.onload = () => {
    const { status, response } = request
    resolve(status === 200 ? readOutcome(response) : { ok: false, ...explainAnswer(response) })
  }
  request.onerror = () => resolve({ ok: false, ...cutOff })
  request.onabort = () => resolve(undefined)
  signal.addEventListener('abort', () => request.abort(), { once: true })
  request.send(file)
  return promise
}

function readOutcome({
  data,
}: {
  data: ImportCounts & { mutationId: string | null }
}): ImportOutcome {
  const { mutationId, ...counts } = data
  return { ok: true, counts, mutationId }
}
