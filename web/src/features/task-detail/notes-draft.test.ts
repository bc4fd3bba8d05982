import { expect, test } from 'vitest'
import { judgeNotes, type NotesState } from './notes-draft.ts'

const draft = { text: 'mine', base: 'old' }
const quiet = { draft, sending: undefined, problem: undefined }

test.each<[string, Partial<typeof quiet> | object, NotesState]>([
  ['nothing is typed', { draft: undefined }, 'saved'],
  ['something is typed', {}, 'typing'],
  ['it is on its way', { sending: 'mine' }, 'saving'],
  ['it was refused', { problem: 'Too long.' }, 'refused'],
])('when %s the notes are %3$s', (_when, changes, state) => {
  expect(judgeNotes({ ...quiet, ...changes })).toBe(state)
})
