import { v7 as createId } from 'uuid'
import type { NewTaskInput } from '../../gql/graphql.ts'
import { shiftDay } from '../../time/calendar.ts'

type ExampleTask = NewTaskInput & { id: string }

/** Tasks that say themselves what to do with them. Nobody can take them for something to be done. */
export function makeExampleTasks(today: string): ExampleTask[] {
  return [
    { title: 'Example: press the ring in front of this to complete it' },
    { title: 'Example: press these words to open a task', description: notes },
    {
      title: 'Example: type “call mum tomorrow 6pm” above, and it is due like this one',
      dueOn: shiftDay(today, 1),
    },
    {
      title: 'Example: type “water plants every Saturday”, and it repeats like this one',
      dueOn: nextSaturday(today),
      recurrence: { rule: 'FREQ=WEEKLY' },
    },
    {
      title: 'Example: !high in a line gives a priority, #list and @tag say where it belongs',
      priority: 'HIGH' as const,
    },
    { title: 'Example: on a keyboard, ? shows every key, and q adds a task from anywhere' },
  ].map((task) => ({ id: createId(), ...task }))
}

function nextSaturday(today: string): string {
  return shiftDay(today, 6 - new Date(today).getUTCDay())
}

const notes = `Everything about a task is here, and it is saved while you type.

- Notes can have **bold words**, [links](https://commonmark.org/help/) and lists
- [ ] Tick this
- [ ] Add a subtask below
`
