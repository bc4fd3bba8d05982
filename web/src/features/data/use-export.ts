import { useRef, useState } from 'react'
import { useConnection } from '../../graphql/graphql-provider.tsx'
import { cutOff, getToken } from './call-api.ts'
import {
  downloadExport,
  type ExportForm,
  type ExportProgress,
  ExportRefusedError,
} from './download-export.ts'
import { saveFile } from './save-file.ts'

export type ExportState =
  | { kind: 'idle' }
  | { kind: 'running'; form: ExportForm; progress: ExportProgress | undefined }
  | { kind: 'done'; tasks: number }
  | { kind: 'failed'; message: string; canRetry: boolean; form: ExportForm }

export type Export = {
  state: ExportState
  start: (form: ExportForm) => void
  cancel: () => void
}

/** Fetches an export and hands it to the browser as a file. */
export function useExport(apiUrl: string): Export {
  const { tokens } = useConnection()
  const [state, setState] = useState<ExportState>({ kind: 'idle' })
  const running = useRef<AbortController>(undefined)

  async function run(form: ExportForm, controller: AbortController): Promise<void> {
    setState({ kind: 'running', form, progress: undefined })
    let total = 0
    try {
      const file = await downloadExport({
        apiUrl,
        form,
        token: await getToken(tokens),
        signal: controller.signal,
        onProgress(progress) {
          total = progress.total
          setState({ kind: 'running', form, progress })
        },
      })
      saveFile(file, `tend-${new Date().toISOString().slice(0, 10)}.${form}`)
      setState({ kind: 'done', tasks: total })
    } catch (error) {
      if (controller.signal.aborted) return setState({ kind: 'idle' })
      const { message, canRetry } = error instanceof ExportRefusedError ? error.explanation : cutOff
      setState({ kind: 'failed', message, canRetry, form })
    }
  }

  return {
    state,
    start(form) {
      running.current = new AbortController()
      void run(form, running.current)
    },
    cancel: () => running.current?.abort(),
  }
}
