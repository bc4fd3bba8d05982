import { v7 as createId } from 'uuid'
import type { NewTaskInput } from '../../gql/graphql.ts'

type FirstTask = NewTaskInput & { id: string }

/**
 * Tasks that teach by being done: each is about itself, and ticking it is the last step of it.
 *
 * @param listName an existing list, to be named in a line
 * @param byTouch whether there is no keyboard
 */
export function makeFirstTasks(
  today: string,
  { listName, byTouch }: { listName: string; byTouch: boolean },
): FirstTask[] {
  const line = `Type “Call mum tomorrow 6pm ${nameList(listName)}” above and press Enter`
  const tasks: NewTaskInput[] = byTouch
    ? [
        { title: 'Tap the circle to complete this' },
        { title: 'Tap these words to open the task', description: notes },
        { title: 'Give this a date: open it and tap Due' },
        { title: line },
        { title: 'Open Today, below: this task is there too', dueOn: today },
      ]
    : [
        { title: 'Click the circle to complete this' },
        { title: 'Click a task to open it, such as this one', description: notes },
        { title: 'Give this a date: press ↓ until you are here, then d, type fri, press Enter' },
        { title: line },
        { title: 'Drag this to the top' },
        { title: 'Press g, then t, for Today: this task is there too', dueOn: today },
        { title: 'Press ⌘K or Ctrl K to find any place, action or task' },
      ]
  return tasks.map((task) => ({ ...task, id: createId() }))
}

const notes = `Everything about a task is here, and it is saved while you type.

- [ ] Tick this
- [ ] Add a subtask below
`

/** As quick add reads it. */
function nameList(name: string): string {
  return /\s/.test(name) ? `#"${name}"` : `#${name}`
}
