import type { Client } from '@urql/core'
import { CopiedTaskQuery } from '../../../model/documents/copied-task.query.ts'
import type { OutlineTask } from './outline.ts'

/**
 * A task with everything under it.
 *
 * @throws Error when it can't be read, such as offline; its message is for people
 */
export async function readOutline(client: Client, id: string): Promise<OutlineTask> {
  const { data, error } = await client.query(CopiedTaskQuery, { id })
  const task = data?.task
  if (!task) throw new Error(error ? 'Its subtasks can’t be read right now.' : 'It is gone.')
  const subtasks = await Promise.all(
    task.subtasks.map(async ({ subtaskProgress, ...subtask }) =>
      subtaskProgress.total > 0 ? readOutline(client, subtask.id) : { ...subtask, subtasks: [] },
    ),
  )
  return { ...task, subtasks }
}
