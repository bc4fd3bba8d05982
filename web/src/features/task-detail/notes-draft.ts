import { readDraft, writeDraft } from '../../model/drafts/drafts.ts'

/** Notes that are being typed, and the saved text that they are based on. */
export type NotesDraft = { text: string; base: string }

/** The notes of a task that were typed on this device and not saved; undefined when there are none. */
export function readNotesDraft(taskId: string): NotesDraft | undefined {
  const stored = readDraft(`notes.${taskId}`)
  if (stored === null) return undefined
  try {
    const { text, base } = JSON.parse(stored)
    return typeof text === 'string' && typeof base === 'string' ? { text, base } : undefined
  } catch {
    return undefined
  }
}

export function writeNotesDraft(taskId: string, draft: NotesDraft | undefined): void {
  writeDraft(`notes.${taskId}`, draft ? JSON.stringify(draft) : null)
}

export type NotesProgress = {
  draft: NotesDraft | undefined
  /** What is on its way to the API. */
  sending: string | undefined
  problem: string | undefined
}

export type NotesState = 'saved' | 'typing' | 'saving' | 'refused'

/** Whether the notes are saved, and why not. */
export function judgeNotes({ draft, sending, problem }: NotesProgress): NotesState {
  if (sending !== undefined) return 'saving'
  if (!draft) return 'saved'
  return problem === undefined ? 'typing' : 'refused'
}
