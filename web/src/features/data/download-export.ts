import { type Explanation, explainAnswer } from './call-api.ts'

export type ExportForm = 'json' | 'csv' | 'ics' | 'md' | 'txt'

export type ExportProgress = { done: number; total: number }

type Settings = {
  apiUrl: string
  token: string
  form: ExportForm
  signal: AbortSignal
  onProgress: (progress: ExportProgress) => void
}

export class ExportRefusedError extends Error {
  readonly explanation: Explanation

  constructor(explanation: Explanation) {
    super(explanation.message)
    this.explanation = explanation
  }
}

// These forms end a task's line with this byte, and have it nowhere within a task.
const lineEnd: Partial<Record<ExportForm, number>> = { json: 0x0a, csv: 0x0d, txt: 0x0a }

/**
 * Reads an export to its end and gives it as a file.
 *
 * @throws ExportRefusedError with words for a person when the API refuses it; TypeError when it can't be
 * reached or breaks off; the signal's reason when it was aborted.
 */
export async function downloadExport(settings: Settings): Promise<Blob> {
  const { apiUrl, token, form, signal, onProgress } = settings
  const answer = await fetch(`${apiUrl}/export.${form}`, {
    headers: { authorization: `Bearer ${token}` },
    credentials: 'omit',
    cache: 'no-store',
    signal,
  })
  if (!answer.ok || !answer.body) {
    throw new ExportRefusedError(explainAnswer(await answer.json().catch(() => undefined)))
  }
  const total = Number(answer.headers.get('x-total-tasks'))
  const reader = answer.body.getReader()
  const parts: BlobPart[] = []
  let lines = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    parts.push(value)
    for (const byte of value) if (byte === lineEnd[form]) lines += 1
    // Of the other forms nobody knows how far they are.
    onProgress({ done: lineEnd[form] === undefined ? total : Math.min(lines, total), total })
  }
  return new Blob(parts, { type: answer.headers.get('content-type') ?? '' })
}
