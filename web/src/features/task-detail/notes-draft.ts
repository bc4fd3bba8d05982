import { readDraft, writeDraft } from '../../model/drafts.ts'

/** Notes that are being typed, and what was saved when that began. */
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

export type NotesStand = {
  draft: NotesDraft | undefined
  /** What the API has, as far as is known here; optimistic while it is being sent. */
  saved: string
  /** What is on its way to the API. */
  sending: string | undefined
  problem: string | undefined
}

export type NotesState = 'saved' | 'typing' | 'saving' | 'refused' | 'conflict'

/**
 * How the notes stand. They are in conflict when somebody else has saved others since the typing
 * began; that they are the same as what was typed is none.
 */
export function judgeNotes({ draft, saved, sending, problem }: NotesStand): NotesState {
  if (sending !== undefined) return 'saving'
  if (!draft) return 'saved'
  if (saved !== draft.base && saved !== draft.text) return 'conflict'
  return problem === undefined ? 'typing' : 'refused'
}
