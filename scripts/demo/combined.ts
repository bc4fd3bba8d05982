import { priorities } from '../../server/src/domain/priority.ts'
import { type DemoList, type DemoTag, demoLists, demoTags, type WrittenTask } from './written.ts'

const verbs = [
  'Check',
  'Plan',
  'Finish',
  'Discuss',
  'Tidy up',
  'Compare',
  'Prepare',
  'Review',
] as const
const things = [
  'the shopping list',
  'the garden',
  'the travel notes',
  'the invoices',
  'the reading list',
  'the kitchen shelf',
  'the slides',
  'the training plan',
  'the spare room',
  'the photo album',
  'the contract',
] as const
const contexts = [
  'before Monday',
  'with Mara',
  'for the spring',
  'after work',
  'for the team',
  'with the kids',
] as const
const said = priorities.filter((priority) => priority !== 'NONE')
const lists = Object.keys(demoLists) as DemoList[]
const tags = Object.keys(demoTags) as DemoTag[]

/** One of as many tasks as wanted, the same for the same number: about what a long-used account has. */
export function combineTask(index: number): WrittenTask {
  const round = Math.floor(index / (verbs.length * things.length * contexts.length))
  const words = [
    verbs[index % verbs.length],
    things[index % things.length],
    contexts[Math.floor(index / (verbs.length * things.length)) % contexts.length],
    ...(round > 0 ? [`(${round + 1})`] : []),
  ]
  const isDone = index % 3 !== 0
  const list = lists[index % (lists.length + 1)]
  const tag = tags[index % (tags.length * 3)]
  const priority = said[index % (said.length * 4)]
  return {
    title: words.join(' '),
    isDone,
    ...(index % 5 === 0 && { notes: 'Half an hour is enough.' }),
    ...(list && { list }),
    ...(tag && { tags: [tag] }),
    ...(priority && { priority }),
    // Those that are done were due in the past; the others from some weeks ago to most of a year ahead.
    ...(index % 4 === 0 && { dueInDays: isDone ? -(index % 365) : (index % 301) - 30 }),
  }
}
