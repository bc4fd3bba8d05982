import { writeRequestBody } from '../graphql/request-body.ts'
import type { Place } from '../places/address.ts'
import { ShellQuery } from './shell.query.ts'
import { TaskPageQuery } from './task-pages.query.ts'
import { askForPage } from './task-pages.ts'
import { requestTasks } from './task-request.ts'

/**
 * The bodies of the requests by which the app begins in a place, so that the page can make them before
 * its code has come: for the sidebar, and for the first tasks where the place alone says which.
 */
export function listFirstRequests(place: Place): string[] {
  const shell = writeRequestBody(ShellQuery, {})
  const request = requestTasks(place, () => undefined)
  if (request?.kind !== 'tasks') return [shell]
  return [shell, writeRequestBody(TaskPageQuery, askForPage(request))]
}
