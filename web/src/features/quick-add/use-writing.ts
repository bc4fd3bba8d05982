import { accept } from '@tend/server/domain/checked'
import { type RefObject, useState, useSyncExternalStore } from 'react'
import type { Refusal } from '../../graphql/run-mutation.ts'
import { useUndoToast } from '../../model/actions/undo.ts'
import type { TaskRequest } from '../../model/places/task-request.ts'
import { useClock } from '../../model/shell/use-clock.ts'
import { describeAdded } from './describe-added.ts'
import { emptyLine, type Line } from './line.ts'
import type { NewTask } from './new-task.ts'
import type { NewTaskDefaults } from './place-defaults.ts'
import {
  forgetUnsent,
  keepUnsent,
  readUnsent,
  subscribeToUnsent,
  type UnsentTask,
} from './unsent-tasks.ts'
import { type AddTasks, useAddTasks } from './use-add-tasks.ts'
import { type LineDraft, useLine } from './use-line.ts'
import { type LineReading, useLineReading } from './use-line-reading.ts'

export type Writing = LineReading &
  Pick<AddTasks, 'addMany'> & {
    line: Line
    edit: (line: Line) => void
    submit: () => void
    /** What is wrong with the line, or why it came back. */
    problem: string | undefined
    setProblem: (problem: string | undefined) => void
    /** Those that weren't added and aren't in the field. */
    refused: readonly UnsentTask[]
    /** Adds a line, or the task that it was. */
    add: (line: Line, known?: NewTask) => Promise<void>
    /** What was added last. */
    added: string
  }

export type WritingOptions = {
  field: RefObject<HTMLTextAreaElement | null>
  request: TaskRequest
  defaults: NewTaskDefaults
  draft: LineDraft
  isOverlay: boolean
}

/**
 * Takes a line from the first key to the task. A line whose words are refused goes back into the field;
 * if the field has other text by then, or the words are fine, it is listed below, wherever tasks are
 * created.
 */
export function useWriting(options: WritingOptions): Writing {
  const { field, request, defaults, draft, isOverlay } = options
  const clock = useClock()
  const { line, change, readNow } = useLine(draft, field)
  const lineReading = useLineReading(line, defaults)
  const { addOne, addMany } = useAddTasks(request, defaults.listId ?? undefined)
  const offerUndo = useUndoToast()
  const [problem, setProblem] = useState<string>()
  const refused = useSyncExternalStore(subscribeToUnsent, readUnsent, readNone)
  const [added, setAdded] = useState('')

  function edit(next: Line): void {
    change(next)
    setProblem(undefined)
  }

  function submit(): void {
    if (line.text.trim() === '') return
    edit(emptyLine)
    void add(line)
  }

  async function add(typed: Line, known?: NewTask): Promise<void> {
    const made = known ? accept(known) : await lineReading.makeTask(typed)
    if (!made.ok) return giveBack(typed, undefined, { ...made, code: 'BAD_USER_INPUT' })
    const task = made.value
    keepUnsent({ id: task.id, line: typed, task, problem: undefined })
    const outcome = await addOne(task)
    if (!outcome.ok) return giveBack(typed, task, outcome)
    forgetUnsent(task.id)
    const { isShown, mutationId } = outcome.data
    if (isOverlay) return setAdded(describeAdded(outcome.data.task, clock))
    if (isShown) return setAdded(`Added “${outcome.data.task.title}”`)
    offerUndo(describeAdded(outcome.data.task, clock), mutationId)
  }

  function giveBack(typed: Line, task: NewTask | undefined, refusal: Refusal): void {
    const { code, message } = refusal
    if (code !== 'BAD_USER_INPUT' || !field.current || readNow().text !== '') {
      keepUnsent({ id: task?.id ?? `${Date.now()}`, line: typed, task, problem: message })
      return
    }
    if (task) forgetUnsent(task.id)
    change(typed)
    setProblem(message)
  }

  return {
    ...lineReading,
    ...{ addMany, line, edit, submit, problem, setProblem, refused, add, added },
  }
}

const none: readonly UnsentTask[] = []

/** What comes with the page can't know what a tab has kept. */
function readNone(): readonly UnsentTask[] {
  return none
}
