import type { CreateTaskInput } from '../../gql/graphql.ts'
import type { Place } from '../../places/address.ts'
import { shiftDay } from '../../time/calendar.ts'

/** What a task gets where its line doesn't say otherwise. */
export type NewTaskDefaults = Pick<CreateTaskInput, 'listId' | 'tagIds' | 'dueOn'>

export type PlaceDefaults = {
  /** What keeps the new task in the place. */
  task: NewTaskDefaults
  /** The place's own words in the field for a new task. */
  placeholder: string
}

/** What a task created in a place gets; undefined where none can be created. */
export function findDefaults(place: Place, today: string): PlaceDefaults | undefined {
  switch (place.kind) {
    case 'inbox':
      return { task: {}, placeholder: 'Add a task' }
    case 'all':
      return { task: {}, placeholder: 'Add a task to your inbox' }
    case 'list':
      return { task: { listId: place.id }, placeholder: 'Add a task' }
    case 'tag':
      return { task: { tagIds: [place.id] }, placeholder: 'Add a task with this tag' }
    case 'today':
      return { task: { dueOn: today }, placeholder: 'Add a task for today' }
    case 'upcoming':
      return { task: { dueOn: shiftDay(today, 1) }, placeholder: 'Add a task for tomorrow' }
    default:
      return undefined
  }
}
