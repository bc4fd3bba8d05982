import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Json } from '../support/ask.ts'
import { bruteAdd, bruteDays, bruteInstant, bruteWall } from '../support/brute-calendar.ts'
import type { Person } from '../support/person.ts'
import { refusal, runMutation } from '../support/run-mutation.ts'
import { create, taskPayload } from '../support/task-operations.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())

/** The first and the last to have a day, and those whose clocks change: by half an hour, at midnight, down there. */
const zones = [
  ...['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin', 'America/Los_Angeles'],
  ...['Australia/Lord_Howe', 'Africa/Cairo', 'Pacific/Auckland', 'America/St_Johns'],
]
const anySeries = fc.record({
  rule: fc.constantFrom(
    ...[
      'FREQ=DAILY',
      'FREQ=DAILY;INTERVAL=3',
      'FREQ=WEEKLY',
      'FREQ=WEEKLY;BYDAY=SA,SU',
      'FREQ=MONTHLY',
    ],
  ),
  zone: fc.option(fc.constantFrom(...zones)),
  /** How far from now the time of day is. */
  minutes: fc.integer({ min: -180, max: 180 }),
  days: fc.integer({ min: -9, max: 9 }),
})
/** An end is a count, or so many days after the first one. */
const anyEnd = fc.constantFrom('', '', ';COUNT=3', ';COUNT=9', 12, 40, 150)
const anyStep = fc.record({
  act: fc.constantFrom('complete', 'complete', 'skip', 'putOff', 'undo'),
  who: fc.constantFrom(['P'], ['P'], ['C'], ['D'], ['C', 'P'], ['P', 'C'], ['D', 'P', 'C']),
  days: fc.integer({ min: -2, max: 9 }),
})
const anyLife = fc.record({
  own: fc.constantFrom(...zones),
  series: fc.record({ P: anySeries, C: anySeries, D: anySeries }),
  ends: fc.record({ C: anyEnd, D: anyEnd }),
  steps: fc.array(anyStep, { minLength: 10, maxLength: 10 }),
})

type Name = 'P' | 'C' | 'D'
type Series = { rule: string; zone: string | null; first: string; time: string | null }

/** All tasks of the person, by id, with what the property is about. */
async function readAll(person: Person): Promise<Map<string, Json>> {
  const fields =
    'id title completed dueOn dueTime dueTimeZone parent { id } recurrence { rule occurrenceOn }'
  const { tasks } = await person.data(`{ tasks(first: 100) { nodes { ${fields} } } }`)
  return new Map(tasks.nodes.map((task: Json) => [task.id, task]))
}

function openOnes(all: Map<string, Json>, name: string): Json[] {
  return [...all.values()].filter((task) => task.title === name && !task.completed)
}

async function start(
  person: Person,
  name: Name,
  series: Json,
  end: string | number,
  parentId?: string,
) {
  const { rule, zone, minutes, days } = series
  const own = (await person.data('{ me { timeZone } }')).me.timeZone
  const [day = '', time = ''] = bruteWall(Date.now() + minutes * 60_000, zone ?? own).split(' ')
  const dueOn = bruteAdd(day, days)
  const until = typeof end === 'number' ? bruteAdd(dueOn, end).replaceAll('-', '') : undefined
  const whole = until === undefined ? `${rule}${end}` : `${rule};UNTIL=${until}`
  const input = {
    title: name,
    dueOn,
    ...(zone && { dueTime: time, dueTimeZone: zone }),
    ...(parentId && { parentId }),
    recurrence: { rule: whole },
  }
  const task = await create(person, input)
  const made: Series = { rule: whole, zone, first: task.dueOn, time: zone && time }
  return { id: task.id as string, made }
}

function isOverdue({ dueOn, dueTime, dueTimeZone }: Json, own: string, now: number): boolean {
  if (!dueTime) return dueOn < bruteWall(now, own).slice(0, 10)
  return bruteInstant(dueOn, dueTime, dueTimeZone) < now
}

test('Whatever is completed, skipped, postponed and undone, each series has one open occurrence, on a day of its rule', async () => {
  await fc.assert(
    fc.asyncProperty(anyLife, async ({ own, series, ends, steps }) => {
      const person = await app.createPerson('anybody')
      await runMutation(person, 'updateMe', { timeZone: own }, 'user { timeZone }')
      const parent = await start(person, 'P', series.P, '')
      const made = {
        P: parent.made,
        C: (await start(person, 'C', series.C, ends.C, parent.id)).made,
        D: (await start(person, 'D', series.D, ends.D, parent.id)).made,
      }
      let before = await readAll(person)
      let undoable: { mutationId: string; before: Map<string, Json> } | undefined
      for (const step of steps) {
        const ids = step.who.flatMap((name) => openOnes(before, name)).map(({ id }) => id as string)
        const began = Date.now()
        const mutationId = await take(
          person,
          step.act,
          ids,
          step.days,
          before,
          undoable?.mutationId,
        )
        const after = await readAll(person)
        if (step.act === 'undo' && undoable) expect(after).toEqual(undoable.before)
        for (const name of ['P', 'C', 'D'] as const) check(name, made[name], before, after)
        if (step.act === 'complete' || step.act === 'skip')
          for (const task of newOnes(before, after))
            expect(isOverdue(task, own, began), `${task.title} on ${task.dueOn}`).toBe(false)
        undoable = mutationId && step.act !== 'undo' ? { mutationId, before } : undefined
        before = after
      }
    }),
    { numRuns: 20 },
  )
}, 300_000)

/** The open ones on another occurrence than before. */
function newOnes(before: Map<string, Json>, after: Map<string, Json>): Json[] {
  return ['P', 'C', 'D'].flatMap((name) => {
    const days = openOnes(before, name).map((task) => task.recurrence.occurrenceOn)
    return openOnes(after, name).filter((task) => !days.includes(task.recurrence.occurrenceOn))
  })
}

/** Does it if it can be done, and gives what undoes it. */
async function take(
  person: Person,
  act: string,
  ids: string[],
  days: number,
  before: Map<string, Json>,
  lastId: string | undefined,
): Promise<string | undefined> {
  const [id] = ids
  if (act === 'undo')
    return (
      lastId &&
      (await runMutation(person, 'undo', { mutationId: lastId }, 'changes { id }')).mutationId
    )
  if (id === undefined) return undefined
  if (act === 'complete')
    return (await runMutation(person, 'completeTasks', { ids }, 'changedCount')).mutationId
  if (act === 'putOff') {
    const dueOn = bruteAdd(before.get(id)?.dueOn, days)
    // What changes nothing can't be undone.
    if (days === 0) return undefined
    return (await runMutation(person, 'updateTask', { id, dueOn }, taskPayload)).mutationId
  }
  const probe = await person.gql(
    'mutation($input: SkipOccurrenceInput!) { skipOccurrence(input: $input) { mutationId } }',
    { input: { id } },
  )
  // The last of a count can't be skipped.
  if (probe.errors)
    expect(await refusal(person, 'skipOccurrence', { id })).toMatchObject({ code: 'CONFLICT' })
  return probe.data?.skipOccurrence?.mutationId
}

function check(
  name: Name,
  series: Series,
  before: Map<string, Json>,
  after: Map<string, Json>,
): void {
  const all = [...after.values()].filter((task) => task.title === name)
  const open = openOnes(after, name)
  const days = bruteDays(series.rule, series.first, 400, bruteAdd(series.first, 1000))
  for (const task of all) expect(days, name).toContain(task.recurrence.occurrenceOn)
  // One that has an end may have come to it: then its last day is behind it.
  const isLast = days.at(-1) === openOnes(before, name)[0]?.recurrence.occurrenceOn
  const wasOver = openOnes(before, name).length === 0
  if (!/COUNT|UNTIL/.test(series.rule)) expect(open.length, name).toBe(1)
  else if (!wasOver && !isLast) expect(open.length + missedDays(days), name).toBeGreaterThan(0)
  expect(open.length, name).toBeLessThanOrEqual(1)
  const [one] = open
  if (!one) return
  if (name !== 'P') expect(one.parent?.id, `${name} under P`).toBe(openOnes(after, 'P')[0]?.id)
  // Nothing that is ahead, nor what is open, is recorded as done, and nothing twice.
  const done = all.filter((task) => task.completed).map((task) => task.recurrence.occurrenceOn)
  for (const day of done) expect(day < one.recurrence.occurrenceOn, `${name} ${day}`).toBe(true)
  expect(new Set(done).size, name).toBe(done.length)
}

/** How many of a rule's days are behind today, so that a count may have run out unseen. */
function missedDays(days: readonly string[]): number {
  const yesterday = bruteAdd(new Date().toISOString().slice(0, 10), -1)
  return days.filter((day) => day <= bruteAdd(yesterday, 2)).length
}
