import { explainAnswer, unreachable } from './call-api.ts'

export type ImportCounts = Record<
  'lists' | 'tags' | 'views' | 'tasks',
  { added: number; kept: number }
>

export type ImportOutcome =
  | { ok: true; counts: ImportCounts; mutationId: string | null }
  | { ok: false; message: string; details: string[] }

type Settings = {
  apiUrl: string
  token: string
  file: File
  takesProfile: boolean
  signal: AbortSignal
  /** How many bytes are on their way, until all are. */
  onProgress: (sent: number) => void
}

/** Sends a file to be imported; undefined when it was aborted. Never throws. */
export function uploadImport(settings: Settings): Promise<ImportOutcome | undefined> {
  const { apiUrl, token, file, takesProfile, signal, onProgress } = settings
  const { promise, resolve } = Promise.withResolvers<ImportOutcome | undefined>()
  // fetch can't tell how far an upload is.
  const request = new XMLHttpRequest()
  request.open('POST', `${apiUrl}/import${takesProfile ? '?profile=true' : ''}`)
  request.setRequestHeader('authorization', `Bearer ${token}`)
  request.setRequestHeader('content-type', 'application/json')
  request.responseType = 'json'
  request.upload.onprogress = ({ loaded }) => onProgress(loaded)
  request.onload = () => {
    const { status, response } = request
    resolve(status === 200 ? readOutcome(response) : { ok: false, ...explainAnswer(response) })
  }
  request.onerror = () => resolve({ ok: false, message: unreachable, details: [] })
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
