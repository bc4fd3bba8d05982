import { createRequest, type GraphQLRequest } from '@urql/core'
import type { Place } from '../../places/address.ts'
import { ShellQuery } from '../documents/shell.query.ts'
import { TaskPageQuery } from '../documents/task-pages.query.ts'
import { askForPage } from './task-pages.ts'
import { requestTasks } from './task-request.ts'

/**
 * The first queries of a place: the sidebar, and the first tasks if the place alone says which. The web
 * server sends them, so that the answers come with the page.
 */
export function listFirstRequests(place: Place): GraphQLRequest[] {
  const shell = createRequest(ShellQuery, {})
  const tasks = requestTasks(place, () => undefined)
  if (tasks?.kind !== 'tasks') return [shell]
  return [shell, createRequest(TaskPageQuery, askForPage(tasks))]
}
