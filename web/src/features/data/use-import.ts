import { useRef, useState } from 'react'
import { useClient } from 'urql'
import { graphql } from '../../gql/gql.ts'
import { useConnection } from '../../graphql/graphql-provider.tsx'
import { runMutation } from '../../graphql/run-mutation.ts'
import { cutOff, type Explanation, getToken } from './call-api.ts'
import { packFiles } from './pack-files.ts'
import {
  type ImportChoices,
  type Imported,
  type ImportNote,
  type ImportPreview,
  previewImport,
  uploadImport,
} from './upload-import.ts'

const UndoImport = graphql(`
  mutation UndoImport($input: UndoInput!) {
    undo(input: $input) {
      mutationId
    }
  }
`)

const firstChoices: ImportChoices = {
  takesProfile: false,
  restoresTrash: false,
  sections: 'lists',
  completed: true,
  columns: undefined,
}

/** The choices that change what is read; the others are for the import alone. */
const reading = ['sections', 'completed', 'columns']

type Step = 'preview' | 'import'

export type ImportState =
  | { kind: 'idle' | 'undoing' | 'undone' }
  | { kind: 'sending'; step: Step; sent: number; total: number }
  /** Busy: it is being read again with other choices. */
  | { kind: 'preview'; preview: ImportPreview; choices: ImportChoices; isBusy: boolean }
  | ({ kind: 'done'; notes: ImportNote[] } & Imported)
  | ({ kind: 'failed' } & Explanation)

export type Import = {
  state: ImportState
  /** Shows what these files would bring. */
  start: (files: readonly File[]) => void
  /** Shows the same with other choices. */
  choose: (change: Partial<ImportChoices>) => void
  /** Imports what was shown, also once more with other choices. */
  confirm: (change?: Partial<ImportChoices>) => void
  /** Does again what failed. */
  retry: () => void
  cancel: () => void
  undo: (mutationId: string) => void
}

/** Brings files: shows what would come, imports it, and can undo all of it. */
export function useImport(apiUrl: string): Import {
  const client = useClient()
  const { tokens } = useConnection()
  const [state, setState] = useState<ImportState>({ kind: 'idle' })
  const running = useRef<AbortController>(undefined)
  const file = useRef<File>(undefined)
  const choices = useRef(firstChoices)
  const shown = useRef<ImportPreview>(undefined)
  const lastStep = useRef<Step>('preview')

  async function run(step: Step): Promise<void> {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    lastStep.current = step
    const sent = file.current
    if (!sent) return
    const show = (next: ImportState) => running.current === controller && setState(next)
    const progress = (bytes: number) =>
      show({ kind: 'sending', step, sent: bytes, total: sent.size })
    const isAgain = step === 'preview' && shown.current !== undefined
    if (isAgain && shown.current)
      show({ kind: 'preview', preview: shown.current, choices: choices.current, isBusy: true })
    else progress(0)
    const token = await getToken(tokens).catch(() => undefined)
    if (token === undefined) return void show({ kind: 'failed', ...cutOff })
    const settings = {
      ...{ apiUrl, token, file: sent, choices: choices.current, signal: controller.signal },
      onProgress: (bytes: number) => !isAgain && progress(bytes),
    }
    show(step === 'preview' ? await preview(settings) : await bring(settings))
  }

  async function preview(settings: Parameters<typeof previewImport>[0]): Promise<ImportState> {
    const answer = await previewImport(settings)
    if (!answer) return { kind: 'idle' }
    if (!answer.ok) return { ...answer, kind: 'failed' }
    shown.current = answer.data
    return { kind: 'preview', preview: answer.data, choices: choices.current, isBusy: false }
  }

  async function bring(settings: Parameters<typeof uploadImport>[0]): Promise<ImportState> {
    const answer = await uploadImport(settings)
    if (!answer) return { kind: 'idle' }
    if (!answer.ok) return { ...answer, kind: 'failed' }
    return { kind: 'done', ...answer.data, notes: shown.current?.notes ?? [] }
  }

  async function startWith(files: readonly File[]): Promise<void> {
    if (files.length === 0) return
    choices.current = firstChoices
    shown.current = undefined
    try {
      file.current = await packFiles(files)
    } catch {
      const message = 'These files can’t be read. Choose them again.'
      return setState({ kind: 'failed', message, details: [], canRetry: false })
    }
    await run('preview')
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
    start: (files) => void startWith(files),
    choose(change) {
      choices.current = { ...choices.current, ...change }
      if (reading.some((choice) => choice in change)) void run('preview')
      else
        setState((current) =>
          current.kind === 'preview' ? { ...current, choices: choices.current } : current,
        )
    },
    confirm(change) {
      choices.current = { ...choices.current, ...change }
      void run('import')
    },
    retry: () => void run(lastStep.current),
    cancel() {
      running.current?.abort()
      running.current = undefined
      setState({ kind: 'idle' })
    },
    undo: (mutationId) => void takeBack(mutationId),
  }
}
