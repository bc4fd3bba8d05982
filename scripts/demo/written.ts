import type { Priority } from '../../server/src/domain/priority.ts'
import type { RecurrenceBasis } from '../../server/src/domain/recurrence/basis.ts'

// What the demo account holds, as a person might have written it.

export const demoLists = {
  home: { name: 'Home', color: 'GREEN', icon: '🏡' },
  work: { name: 'Work', color: 'BLUE', icon: '💼' },
  lisbon: { name: 'Lisbon', color: 'ORANGE', icon: '🧳' },
  reading: { name: 'Reading and learning', color: 'PURPLE', icon: '📚' },
} as const

export const demoTags = {
  errand: { name: 'errand', color: 'TEAL' },
  call: { name: 'call', color: 'PINK' },
  family: { name: 'family', color: 'RED' },
  quick: { name: '15 minutes', color: 'YELLOW' },
} as const

export type DemoList = keyof typeof demoLists
export type DemoTag = keyof typeof demoTags

export type WrittenTask = {
  title: string
  notes?: string
  /** The inbox, when there is none. */
  list?: DemoList
  tags?: readonly DemoTag[]
  priority?: Exclude<Priority, 'NONE'>
  /** Counted from the day the demo runs; before it when negative. */
  dueInDays?: number
  /** HH:MM */
  dueTime?: string
  startInDays?: number
  repeats?: { rule: string; basis?: RecurrenceBasis }
  /** A subtask of the nearest task above that isn't a subtask itself. */
  isSubtask?: true
  isDone?: boolean
}

/** Parents come before their subtasks, which are in the same list. */
export const writtenTasks: readonly WrittenTask[] = [
  {
    title: 'Water the plants',
    list: 'home',
    dueInDays: 0,
    repeats: { rule: 'FREQ=DAILY;INTERVAL=3', basis: 'COMPLETION' },
    tags: ['quick'],
    isDone: true,
  },
  {
    title: 'Book the dentist',
    notes: 'Ask for a morning, and whether the X-ray from March is enough.',
    dueInDays: 0,
    dueTime: '17:30',
    priority: 'HIGH',
    tags: ['call'],
  },
  { title: 'Send Mara the photos from the lake', tags: ['quick'], isDone: true },
  {
    title: 'Renew the passport',
    notes: 'The office on Mill Lane is open **Tuesdays until 18:00**.',
    list: 'lisbon',
    dueInDays: 12,
    priority: 'URGENT',
    tags: ['errand'],
  },
  { title: 'Two photos, not older than six months', isSubtask: true, isDone: true },
  { title: 'Find the old passport', isSubtask: true },
  { title: '70 € in cash', isSubtask: true },
  {
    title: 'Pay the rent',
    list: 'home',
    dueInDays: 0,
    repeats: { rule: 'FREQ=MONTHLY;BYMONTHDAY=31' },
    priority: 'HIGH',
  },
  {
    title: 'Return the library books',
    notes: 'Three novels and the atlas.',
    dueInDays: -1,
    tags: ['errand'],
  },
  {
    title: 'Write the outline of the talk',
    notes: 'Fifteen minutes. One story, one drawing, one thing to take home.',
    list: 'work',
    dueInDays: 4,
    startInDays: 1,
    priority: 'MEDIUM',
  },
  { title: 'Ask Ines for the figures of last year', list: 'work', isSubtask: true },
  { title: 'Draw the one drawing', list: 'work', isSubtask: true },
  { title: 'Call Grandma', tags: ['call', 'family'], dueInDays: -2, isDone: true },
  {
    title: 'Pay the electricity bill',
    list: 'home',
    notes: 'Reading on 1 November: 48 213',
    isDone: true,
  },
  {
    title: 'Fix the dripping tap in the kitchen',
    list: 'home',
    notes: 'Washer 3/8". The shop on the corner has them.',
    dueInDays: -4,
    tags: ['errand'],
  },
  {
    title: 'Plan the menu for Saturday',
    list: 'home',
    notes: 'Six people. Jonas eats no fish, Ayşe no pork.',
    dueInDays: 2,
    tags: ['family'],
  },
  { title: 'Back up the laptop', isDone: true, tags: ['quick'] },
  { title: 'Reply to the landlord about the heating', list: 'home', dueInDays: 1 },
  {
    title: 'Buy a birthday present for Noor',
    notes: 'She liked the blue teapot in the window.',
    dueInDays: 6,
    tags: ['errand', 'family'],
    priority: 'MEDIUM',
  },
  {
    title: 'Weekly review with the team',
    list: 'work',
    dueInDays: 1,
    dueTime: '09:30',
    repeats: { rule: 'FREQ=WEEKLY;BYDAY=MO' },
  },
  { title: 'Cancel the gym', isDone: true },
  { title: 'Read the first two chapters for the book club', list: 'reading', dueInDays: 9 },
  {
    title: 'Take the bike in for a service',
    notes: 'Rear brake, and the chain jumps in fourth gear.',
    tags: ['errand'],
    priority: 'LOW',
  },
  {
    title: 'File the tax documents',
    notes: 'https://www.elster.de',
    dueInDays: 30,
    startInDays: 14,
    priority: 'HIGH',
  },
  { title: 'Sort the box of cables', list: 'home', priority: 'LOW' },
  { title: 'Ask Piotr for the recipe of the beet soup', isDone: true, tags: ['call'] },
  {
    title: 'Review the budget for the second quarter',
    notes: 'Compare with last year. Travel looks too high.',
    list: 'work',
    dueInDays: 0,
    dueTime: '15:00',
    priority: 'MEDIUM',
  },
  { title: 'Order new contact lenses', isDone: true },
  {
    title: 'Book the train to Lisbon',
    notes: 'Night train if there is a compartment left.',
    list: 'lisbon',
    dueInDays: 3,
    priority: 'HIGH',
  },
  {
    title: 'Find a sitter for the cat',
    notes: 'Try Lena first, then the list on the fridge.',
    list: 'lisbon',
    tags: ['call'],
    dueInDays: 20,
  },
  { title: 'Practise twenty words of Portuguese', list: 'lisbon', tags: ['quick'] },
  { title: 'Set up the standing order for the rent', list: 'home', isDone: true },
  {
    title: 'Learn the second part of the Satie piece',
    notes: 'Slowly, hands apart, bars 17 to 32.',
    list: 'reading',
  },
  { title: 'Prepare the interview questions', list: 'work', dueInDays: 5 },
  { title: 'Write a thank-you card to the neighbours', tags: ['quick'] },
  { title: 'Repot the fig tree', list: 'home', priority: 'LOW' },
  { title: 'Update the emergency contacts at school', tags: ['family'], isDone: true },
  {
    title: 'Draft the letter to the insurance',
    notes: 'Claim number is in the mail from 3 October.',
    dueInDays: -7,
    priority: 'MEDIUM',
  },
  {
    title: 'Measure the hallway for the shelf',
    notes: '212 × 34 cm, the socket is at 30 cm.',
    list: 'home',
    isDone: true,
  },
  { title: 'Sign up for the pottery course', list: 'reading', dueInDays: 15 },
]
