import { accept } from '@tend/server/domain/checked'
import { type RefObject, useRef, useState } from 'react'
import { readDraft, writeDraft } from '../../model/drafts.ts'
import type { TaskRequest } from '../../model/task-request.ts'
import { useReader } from '../../model/use-reader.ts'
import { useUndoToast } from '../../model/use-undo.ts'
import { showToast } from '../../ui/toast-queue.ts'
import { describeAdded } from './describe-added.ts'
import { emptyLine, type Line } from './line.ts'
import { isSameTask, makeNewTask, type NewTask } from './new-task.ts'
import type { NewTaskDefaults } from './place-defaults.ts'
import type { RefusedTask } from './refused-tasks.tsx'
import { type AddTasks, useAddTasks } from './use-add-tasks.ts'
import { useLine } from './use-line.ts'
import { type LineReading, useLineReading } from './use-line-reading.ts'

/** Under which the overlay keeps what is typed into it. */
const draftName = 'new-task'

export type Writing = LineReading &
  Pick<AddTasks, 'addMany'> & {
    line: Line
    edit: (line: Line) => void
    submit: () => void
    /** What is wrong with the line, or why it came back. */
    problem: string | undefined
    setProblem: (problem: string | undefined) => void
    /** Those that found something else in the field when they came back. */
    refused: readonly RefusedTask[]
    retry: (task: RefusedTask) => void
    discard: (task: RefusedTask) => void
    /** What was added last. */
    added: string
  }

export type WritingOptions = {
  field: RefObject<HTMLTextAreaElement | null>
  request: TaskRequest
  defaults: NewTaskDefaults
  isOverlay: boolean
}

/**
 * The way of a line from the first key to the task. One that is refused comes back with all that was
 * typed: into the field, below it when something else stands there by then, and into the overlay when
 * the field is gone.
 */
export function useWriting({ field, request, defaults, isOverlay }: WritingOptions): Writing {
  const reader = useReader()
  const { line, change, readNow } = useLine(isOverlay ? draftName : undefined)
  const lineReading = useLineReading(line, defaults)
  const { addOne, addMany } = useAddTasks(request, defaults.listId ?? undefined)
  const offerUndo = useUndoToast()
  const [problem, setProblem] = useState<string>()
  const [refused, setRefused] = useState<readonly RefusedTask[]>([])
  const [added, setAdded] = useState('')
  const returned = useRef<NewTask>(undefined)

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
    const made = known
      ? accept(known)
      : makeNewTask(typed.text, await lineReading.read(typed), defaults)
    if (!made.ok) return giveBack({ line: typed, task: undefined, problem: made.message })
    const before = returned.current
    // The same again is the same task: the API may have it already.
    const task = before && isSameTask(before, made.value) ? before : made.value
    returned.current = undefined
    const outcome = await addOne(task)
    if (!outcome.ok) return giveBack({ line: typed, task, problem: outcome.message })
    const { isShown, mutationId } = outcome.data
    if (isOverlay) return setAdded(describeAdded(outcome.data.task, reader))
    if (isShown) return setAdded(`Added “${outcome.data.task.title}”`)
    offerUndo(describeAdded(outcome.data.task, reader), mutationId)
  }

  function giveBack(task: RefusedTask): void {
    if (!field.current) keepForLater(task)
    else if (readNow().text !== '') setRefused((others) => [...others, task])
    else {
      change(task.line)
      returned.current = task.task
      setProblem(task.problem)
    }
  }

  function discard(task: RefusedTask): void {
    setRefused((all) => all.filter((other) => other !== task))
    field.current?.focus()
  }

  function retry(task: RefusedTask): void {
    discard(task)
    void add(task.line, task.task)
  }

  return {
    ...lineReading,
    ...{ addMany, line, edit, submit, problem, setProblem, refused, retry, discard, added },
  }
}

function keepForLater({ line, problem }: RefusedTask): void {
  if (!readDraft(draftName)) writeDraft(draftName, line.text)
  showToast({ text: `“${line.text}” wasn’t added. ${problem}` })
}
