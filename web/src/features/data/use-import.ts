import { useRef, useState } from 'react'
import { useClient } from 'urql'
import { graphql } from '../../gql/gql.ts'
import { useConnection } from '../../graphql/graphql-provider.tsx'
import { runMutation } from '../../graphql/run-mutation.ts'
import { getToken, unreachable } from './call-api.ts'
import { type ImportCounts, type ImportOutcome, uploadImport } from './upload-import.ts'

const UndoImport = graphql(`
  mutation UndoImport($input: UndoInput!) {
    undo(input: $input) {
      mutationId
    }
  }
`)

export type ImportState =
  | { kind: 'idle' | 'undoing' | 'undone' }
  | { kind: 'sending'; sent: number; total: number }
  | { kind: 'done'; counts: ImportCounts; mutationId: string | null }
  | { kind: 'failed'; message: string; details: string[] }

export type Import = {
  state: ImportState
  start: (file: File, takesProfile: boolean) => void
  cancel: () => void
  undo: (mutationId: string) => void
}

/** Sends a file to be imported, and takes it all back when that is wanted. */
export function useImport(apiUrl: string): Import {
  const client = useClient()
  const { tokens } = useConnection()
  const [state, setState] = useState<ImportState>({ kind: 'idle' })
  const running = useRef<AbortController>(undefined)

  async function run(file: File, takesProfile: boolean, signal: AbortSignal): Promise<void> {
    setState({ kind: 'sending', sent: 0, total: file.size })
    const token = await getToken(tokens).catch(() => undefined)
    if (token === undefined) return setState({ kind: 'failed', message: unreachable, details: [] })
    const onProgress = (sent: number) => setState({ kind: 'sending', sent, total: file.size })
    const settings = { apiUrl, token, file, takesProfile, signal, onProgress }
    setState(toState(await uploadImport(settings)))
  }

  async function takeBack(mutationId: string): Promise<void> {
    setState({ kind: 'undoing' })
    const outcome = await runMutation(client, UndoImport, { input: { mutationId } })
    setState(
      outcome.ok ? { kind: 'undone' } : { kind: 'failed', message: outcome.message, details: [] },
    )
  }

  return {
    state,
    start(file, takesProfile) {
      running.current = new AbortController()
      void run(file, takesProfile, running.current.signal)
    },
    cancel: () => running.current?.abort(),
    undo: (mutationId) => void takeBack(mutationId),
  }
}

function toState(outcome: ImportOutcome | undefined): ImportState {
  if (!outcome) return { kind: 'idle' }
  const { ok, ...rest } = outcome
  return { kind: ok ? 'done' : 'failed', ...rest } as ImportState
}
