export type DemoTask = { title: string; description?: string; completed: boolean }

// The first of each row is a title; notes and "done" only where real lists have them.
const written: readonly (readonly [title: string, done: boolean, notes?: string])[] = [
  ['Water the plants', true],
  ['Book the dentist', false, 'Ask for a morning, and whether the X-ray from March is enough.'],
  ['Send Mara the photos from the lake', true],
  [
    'Renew the passport',
    false,
    'Needs:\n- two photos, not older than six months\n- the old passport\n- 70 € in cash',
  ],
  ['Return the library books', false, 'Three novels and the atlas. Due on Friday.'],
  [
    'Write the outline of the talk',
    false,
    'Fifteen minutes. One story, one drawing, one thing to take home.',
  ],
  ['Call Grandma', true],
  ['Pay the electricity bill', true, 'Reading on 1 November: 48 213'],
  ['Fix the dripping tap in the kitchen', false, 'Washer 3/8". The shop on the corner has them.'],
  ['Plan the menu for Saturday', false, 'Six people. Jonas eats no fish, Ayşe no pork.'],
  ['Back up the laptop', true],
  ['Reply to the landlord about the heating', false],
  ['Buy a birthday present for Noor', false, 'She liked the blue teapot in the window.'],
  ['Cancel the gym', true],
  ['Read the first two chapters for the book club', false],
  ['Take the bike in for a service', false, 'Rear brake, and the chain jumps in fourth gear.'],
  ['File the tax documents', false, 'https://www.elster.de'],
  ['Sort the box of cables', false],
  ['Ask Piotr for the recipe of the beet soup', true],
  [
    'Review the budget for the second quarter',
    false,
    'Compare with last year. Travel looks too high.',
  ],
  ['Order new contact lenses', true],
  ['Clean the windows before the visit', false],
  ['Set up the standing order for the rent', true],
  ['Learn the second part of the Satie piece', false, 'Slowly, hands apart, bars 17 to 32.'],
  ['Prepare the interview questions', false],
  ['Get the winter tyres fitted', true],
  ['Write a thank-you card to the neighbours', false],
  ['Repot the fig tree', false],
  ['Update the emergency contacts at school', true],
  ['Find a sitter for the 14th', false, 'Try Lena first, then the list on the fridge.'],
  ['Compare offers for the new mattress', false],
  ['Draft the letter to the insurance', false, 'Claim number is in the mail from 3 October.'],
  ['Pick up the parcel at the post office', true],
  ['Try the new bakery on Linden Street', true],
  ['Sign up for the pottery course', false],
  ['Archive last year’s mail', false],
  ['Measure the hallway for the shelf', true, '212 × 34 cm, the socket is at 30 cm.'],
  ['Practise twenty words of Portuguese', false],
  ['Book the train to Lisbon', false, 'Night train if there is a compartment left.'],
  ['Look through the photos of this year', false],
]

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

/** The same tasks every time, as many as asked for: first those written by hand, then combined ones. */
export function listDemoTasks(count: number): DemoTask[] {
  return Array.from({ length: count }, (_, index) => {
    const [title, completed, description] = written[index] ?? combine(index)
    return { title, completed, ...(description && { description }) }
  })
}

function combine(index: number): readonly [string, boolean, string | undefined] {
  const round = Math.floor(index / (verbs.length * things.length * contexts.length))
  const words = [
    verbs[index % verbs.length],
    things[index % things.length],
    contexts[Math.floor(index / (verbs.length * things.length)) % contexts.length],
    ...(round > 0 ? [`(${round + 1})`] : []),
  ]
  return [words.join(' '), index % 3 === 0, index % 5 === 0 ? 'Half an hour is enough.' : undefined]
}
