import type { Place } from '../../places/address.ts'
import {
  askFor,
  byDay,
  newestBy,
  notCompleted,
  type TaskRequest,
  topLevel,
  within,
} from './task-request.ts'

/** The completed tasks of the inbox or of a list, newest first; of other places, all. */
export function requestCompleted(place: Place): TaskRequest {
  return askFor(
    { completed: { eq: true }, ...topLevel, ...within(place) },
    newestBy('COMPLETED_AT'),
  )
}

/** The tasks of the inbox or of a list that haven't begun, in the order in which they will. */
export function requestLater(place: Place): TaskRequest {
  return askFor(
    { ...notCompleted, startState: { eq: 'AHEAD' }, ...topLevel, ...within(place) },
    byDay('PLANNED'),
  )
}
