import type { AsUser } from './db/user-database.ts'
import type { OperationWork } from './graphql/operation-work.ts'
import {
  createListAheadLoader,
  createListCountLoader,
  createListLoader,
} from './lists/list.loader.ts'
import {
  createTagAheadLoader,
  createTagCountLoader,
  createTaskTagsLoader,
} from './tags/tag.loader.ts'
import {
  createSubtaskProgressLoader,
  createSubtasksLoader,
  createTaskLoader,
} from './tasks/read/task.loader.ts'
import { createTimeZoneLoader, loadToday } from './tasks/read/time-zone.loader.ts'
import { createReminderSettingsLoader } from './tasks/reminders/reminder-settings.loader.ts'

const makers = {
  list: createListLoader,
  listCount: createListCountLoader,
  listAhead: createListAheadLoader,
  tagCount: createTagCountLoader,
  tagAhead: createTagAheadLoader,
  taskTags: createTaskTagsLoader,
  task: createTaskLoader,
  subtasks: createSubtasksLoader,
  subtaskProgress: createSubtaskProgressLoader,
  timeZone: createTimeZoneLoader,
  reminderSettings: createReminderSettingsLoader,
}

/** What sibling fields read together. None keeps what it has read: a mutation may change it. */
export type Loaders = { readonly [Name in keyof typeof makers]: ReturnType<(typeof makers)[Name]> }

/** Each is made when it is first used: most requests use few, and a live result keeps its own for hours. */
export function createLoaders(asUser: AsUser, work: OperationWork): Loaders {
  return new LazyLoaders(asUser, work) as unknown as Loaders
}

class LazyLoaders {
  readonly asUser: AsUser
  readonly work: OperationWork
  constructor(asUser: AsUser, work: OperationWork) {
    this.asUser = asUser
    this.work = work
  }
}

for (const [name, make] of Object.entries(makers))
  Object.defineProperty(LazyLoaders.prototype, name, {
    get(this: LazyLoaders) {
      const getToday = () => loadToday((this as unknown as Loaders).timeZone)
      const value = make(this.asUser, this.work, getToday)
      Object.defineProperty(this, name, { value })
      return value
    },
  })
