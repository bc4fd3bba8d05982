import { afterAll, expect, test } from 'vitest'
import type { Json } from '../support/ask.ts'
import { refusalOf, runMutation, tryMutation } from '../support/run-mutation.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada } = await app.createPeople('ada')
const [firstDay, lastDay] = ['1900-01-01', '9999-12-31']

const create = async (input: object): Promise<Json> =>
  (await runMutation(ada, 'createTask', { title: 'x', ...input }, 'task { id dueOn dueAt }')).task

const ask = (filter: object) =>
  ada.gql(
    'query ($filter: TaskFilter) { tasks(filter: $filter, first: 100) { totalCount nodes { dueOn dueAt dueState } } }',
    { filter },
  )

const far = ['P10000Y', '-P10000Y', 'P999999Y', 'P120000M', 'P999999W', '-P999999D', 'P7973Y14M']
const farther = ['PT999999H', '-PT999999999S', 'P10000YT1H']

test.each(far)(
  'a day %s away is refused with a message wherever a filter has days',
  async (span) => {
    for (const field of ['dueOn', 'startOn'])
      for (const comparator of [{ lt: span }, { eq: span }, { in: [span] }])
        expect(refusalOf(await ask({ [field]: comparator }))).toMatchObject({
          code: 'BAD_USER_INPUT',
          message: expect.stringContaining('calendar'),
        })
  },
)

test.each([...far, ...farther])(
  'an instant %s away is found or refused with a message',
  async (span) => {
    for (const field of ['dueAt', 'createdAt', 'updatedAt', 'completedAt', 'deletedAt']) {
      const refusal = refusalOf(await ask({ [field]: { gte: span } }))
      expect(refusal?.code ?? 'BAD_USER_INPUT').toBe('BAD_USER_INPUT')
    }
  },
)

test('days within the calendar but near its ends are compared', async () => {
  await create({ dueOn: lastDay })
  await create({ dueOn: firstDay })
  const found = async (filter: object) => (await ask(filter)).data.tasks.totalCount
  expect(await found({ dueOn: { gte: lastDay } })).toBe(1)
  expect(await found({ dueOn: { lte: firstDay } })).toBe(1)
  expect(await found({ dueOn: { lte: lastDay } })).toBe(2)
  expect(await found({ dueState: { eq: 'LATER' } })).toBe(1)
  expect(await found({ dueState: { eq: 'OVERDUE' } })).toBe(1)
})

test.each(['Etc/GMT+12', 'Pacific/Kiritimati', 'UTC'])(
  'a task of the last or first minute in %s is read and found',
  async (dueTimeZone) => {
    for (const [dueOn, dueTime] of [
      [lastDay, '23:59'],
      [firstDay, '00:00'],
    ]) {
      const task = await create({ dueOn, dueTime, dueTimeZone })
      expect(task.dueOn).toBe(dueOn)
      expect(task.dueAt.slice(0, 4)).toMatch(/^(?:9999|1899|1900)$/)
      const answer = await ask({ id: { eq: task.id } })
      expect(answer.data.tasks.nodes).toMatchObject([{ dueOn, dueAt: task.dueAt }])
    }
  },
)

test.each(['FREQ=DAILY', 'FREQ=YEARLY', 'FREQ=WEEKLY;INTERVAL=999', 'FREQ=MONTHLY;BYDAY=-1FR'])(
  'a repeat by %s ends with the calendar',
  async (rule) => {
    for (const basis of ['SCHEDULE', 'COMPLETION'])
      for (const [name, dueOn] of [
        ['completeTask', lastDay],
        ['skipOccurrence', '9999-12-30'],
      ] as const) {
        const recurrence = { rule, ...(rule.includes('BYDAY') ? {} : { basis }) }
        const input = { title: 'x', dueOn, startOn: dueOn, recurrence }
        const fields = 'task { id dueOn recurrence { nextOccurrences(first: 3) } }'
        const made = await tryMutation(ada, 'createTask', input, fields)
        expect(refusalOf(made)?.code ?? 'BAD_USER_INPUT').toBe('BAD_USER_INPUT')
        const task = made.data?.createTask?.task
        if (!task) continue
        for (const day of [task.dueOn, ...task.recurrence.nextOccurrences])
          expect(day).toMatch(/^9999-12-\d\d$/)
        const done = await tryMutation(ada, name, { id: task.id })
        expect(refusalOf(done)?.code ?? 'BAD_USER_INPUT').not.toBe('INTERNAL_SERVER_ERROR')
      }
  },
)

test.each([
  'in 10000 weeks',
  'in 999999 weeks on monday',
  '99999999999 days from now',
  'the day after 9999-12-31',
  'the monday after 9999-12-31',
  '3 days after 9999-12-31',
  'the day before 1900-01-01',
  '10000 years ago',
  'every day for 99999 years',
  '9999-12-31 at 23:59',
])('“%s” creates a task with a day of the calendar or none', async (words) => {
  const made = await tryMutation(ada, 'quickAdd', { text: `pay ${words}` }, 'task { title dueOn }')
  expect(refusalOf(made)).toBeUndefined()
  const { title, dueOn } = made.data.quickAdd.task
  expect(dueOn ?? lastDay).toMatch(/^\d{4}-\d\d-\d\d$/)
  // A part that leads out of the calendar is never read half.
  expect(title === 'pay' || title === `pay ${words}`).toBe(true)
})
