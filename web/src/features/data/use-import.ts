import { useRef, useState } from 'react'
import { useClient } from 'urql'
import { graphql } from '../../gql/gql.ts'
import { useConnection } from '../../graphql/graphql-provider.tsx'
import { runMutation } from '../../graphql/run-mutation.ts'
import { cutOff, getToken } from './call-api.ts'
import {
  type ImportChoices,
  type ImportCounts,
  type ImportOutcome,
  uploadImport,
} from './upload-import.ts'

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
  | { kind: 'failed'; message: string; details: string[]; canRetry: boolean }

export type Import = {
  state: ImportState
  start: (file: File, choices: ImportChoices) => void
  /** Sends the same file again, with other choices. */
  repeat: (change?: Partial<ImportChoices>) => void
  cancel: () => void
  undo: (mutationId: string) => void
}

/** Sends a file to be imported, and can undo all of it. */
export function useImport(apiUrl: string): Import {
  const client = useClient()
  const { tokens } = useConnection()
  const [state, setState] = useState<ImportState>({ kind: 'idle' })
  const running = useRef<AbortController>(undefined)
  const last = useRef<{ file: File; choices: ImportChoices }>(undefined)

  function start(file: File, choices: ImportChoices): void {
    last.current = { file, choices }
    running.current = new AbortController()
    void run(file, choices, running.current.signal)
  }

  async function run(file: File, choices: ImportChoices, signal: AbortSignal): Promise<void> {
    setState({ kind: 'sending', sent: 0, total: file.size })
    const token = await getToken(tokens).catch(() => undefined)
    if (token === undefined) return setState({ kind: 'failed', ...cutOff })
    const onProgress = (sent: number) => setState({ kind: 'sending', sent, total: file.size })
    const settings = { apiUrl, token, file, choices, signal, onProgress }
    setState(toState(await uploadImport(settings)))
  }

  async function takeBack(mutationId: string): Promise<void> {
    setState({ kind: 'undoing' })
    const outcome = await runMutation(client, UndoImport, { input: { mutationId } })
    setState(
      outcome.ok
        ? { kind: 'undone' }
        : { kind: 'failed', message: outcome.message, details: [], canRetry: false },
    )
  }

  return {
    state,
    start,
    repeat(change) {
      if (last.current) start(last.current.file, { ...last.current.choices, ...change })
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
