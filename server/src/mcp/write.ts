import { z } from 'zod'
import type { Caller } from './caller.ts'
import { writeDay } from './days.ts'
import { type ReadTask, shownTask, showTasks, taskFields } from './shown-task.ts'
import type { Answer } from './tool.ts'

const maxIds = 100

/** What all tools take that change something. */
export const writingInput = {
  dryRun: z.boolean().optional().describe('Change nothing, and say what would change'),
  idempotencyKey: z.string().optional().describe('The same key and input: done once in 24 hours'),
}

/** Ids of tasks. None at all is refused, since whoever sends none is mistaken about what they found. */
export const taskIds = z
  .array(z.string())
  .min(1, `No task was named, so nothing was changed. Give 1 to ${maxIds} ids of tasks.`)
  .max(maxIds, `At most ${maxIds} tasks are changed at once, and nothing was changed.`)

/** The output of all tools that change something. */
export const writtenOutput = z.object({
  mutationId: z.string().optional(),
  tasks: z.array(shownTask).optional(),
  wouldChange: z.object({ totalCount: z.number() }).optional(),
})

type Writing = { dryRun?: boolean | undefined; idempotencyKey?: string | undefined }

type DryRun = {
  totalCount: number
  changes: {
    entityType: string
    id: string
    name: string
    operation: string
    changes: FieldChange[]
  }[]
}

export type FieldChange = { field: string; before: string | null; after: string | null }

const dryRunFields =
  'wouldChange { totalCount changes { entityType id name operation changes { field before after } } }'

/**
 * Runs one mutation of the API, or its dry run. A token that may change tasks and not read them is told the
 * `mutationId` alone.
 *
 * @param shown what to ask of the payload besides its `mutationId`
 * @param show makes the answer's data from it
 */
export async function write<Payload>(
  caller: Caller,
  mutation: string,
  input: Record<string, unknown> & Writing,
  shown: string,
  show: (payload: Payload) => Promise<Record<string, unknown>> | Record<string, unknown>,
): Promise<Answer> {
  const mayRead = caller.scopes.has('tasks:read')
  const selection = input.dryRun ? dryRunFields : `mutationId ${mayRead ? shown : ''}`
  const name = mutation.charAt(0).toUpperCase() + mutation.slice(1)
  const query = `mutation ${name}($input: ${name}Input!) { ${mutation}(input: $input) { ${selection} } }`
  type Data = Record<string, Payload & { mutationId: string; wouldChange: DryRun }>
  const payload = (await caller.ask<Data>(query, { input }))[mutation] as Data[string]
  if (input.dryRun) return showDryRun(payload.wouldChange)
  const { mutationId } = payload
  const data = mayRead ? await show(payload) : {}
  return { words: `Undo: call undo({"mutationId":"${mutationId}"})`, data: { mutationId, ...data } }
}

/** What tools with several tasks ask, and answer. */
export const tasksPayload = `changedCount tasks { ${taskFields} }`
export type TasksPayload = { changedCount: number; tasks: ReadTask[] }

export async function showTasksPayload(caller: Caller, { changedCount, tasks }: TasksPayload) {
  return { changedCount, tasks: await showTasks(caller, tasks) }
}

function showDryRun({ totalCount, changes }: DryRun): Answer {
  const objects = `${totalCount} object${totalCount === 1 ? '' : 's'}`
  const shown = changes.map((one) => ({ ...one, changes: one.changes.map(showFieldChange) }))
  return {
    words: `A dry run: nothing was changed. It would change ${objects}.`,
    data: { wouldChange: { totalCount, changes: shown } },
  }
}

/** With the weekday of days. */
export function showFieldChange({ field, before, after }: FieldChange): FieldChange {
  if (field !== 'dueOn' && field !== 'startOn') return { field, before, after }
  return { field, before: before && writeDay(before), after: after && writeDay(after) }
}
