import { buildSchema, execute, type GraphQLObjectType, parse } from 'graphql'
import { afterEach, expect, test, vi } from 'vitest'
import { countLists } from '../../src/graphql/count-lists.ts'
import { OperationWork } from '../../src/graphql/operation-work.ts'
import { createPace } from '../../src/graphql/pace.ts'

// How much is created between two turns of the event loop, in which everybody else is served.

const usualPointsATurn = 100

afterEach(() => void vi.useRealTimers())
const childCount = 20

/** The largest number that was noted between two turns of the event loop. */
function watchTurns() {
  let inTurn = 0
  let most = 0
  let isOver = false
  const next = () => {
    most = Math.max(most, inTurn)
    inTurn = 0
    if (!isOver) setImmediate(next)
  }
  setImmediate(next)
  return {
    note() {
      inTurn += 1
    },
    stop() {
      isOver = true
      return Math.max(most, inTurn)
    },
  }
}

function createContext(pace: ReturnType<typeof createPace>, userId: string) {
  const budget = {
    spend: () => {},
    charge: () => {},
    refund: () => {},
    spent: () => 0,
    secondsUntilRoom: () => 0,
    read: () => ({ limit: 0, remaining: 0, resetSeconds: 0, refillPerSecond: 0 }),
  }
  const work = new OperationWork(budget)
  work.begin(0, 1_000_000)
  return { work, pace: (points: number) => pace(userId, points) }
}

test.each([
  ['one operation', 1],
  ['many of one person at once', 8],
])('what %s creates is spread over turns in which others are served', async (_name, atOnce) => {
  const turns = watchTurns()
  const schema = buildSchema('type Query { node: Node! } type Node { id: ID! children: [Node!]! }')
  const fields = (schema.getType('Node') as GraphQLObjectType).getFields()
  if (!fields.children || !fields.id) throw new Error('Two fields were expected')
  fields.children.resolve = () => Array.from({ length: childCount }, () => ({}))
  fields.id.resolve = () => {
    turns.note()
    return 'x'
  }
  countLists(schema)
  const pace = createPace(usualPointsATurn)
  const document = parse('{ node { children { children { children { id } } } } }')
  const answers = await Promise.all(
    Array.from({ length: atOnce }, () =>
      execute({
        schema,
        document,
        rootValue: { node: {} },
        contextValue: createContext(pace, 'ada'),
      }),
    ),
  )
  expect(answers.filter(({ errors }) => errors)).toEqual([])
  // A list that was begun is finished.
  expect(turns.stop()).toBeLessThanOrEqual(usualPointsATurn + childCount)
})

test('a person with little work never waits, however much another one has', async () => {
  const pace = createPace(usualPointsATurn)
  const waits = Array.from({ length: 50 }, () => pace('ada', usualPointsATurn))
  expect(waits.filter((wait) => wait === undefined)).toHaveLength(1)
  expect(pace('bob', usualPointsATurn)).toBeUndefined()
  await Promise.all(waits)
  await new Promise((resolve) => setImmediate(resolve))
  expect(pace('ada', 1)).toBeUndefined()
})

test('work after a list that is longer than a turn waits for it', async () => {
  const pace = createPace(usualPointsATurn)
  const order: string[] = []
  expect(pace('ada', 5 * usualPointsATurn)).toBeUndefined()
  const after = pace('ada', 1)?.then(() => order.push('after'))
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    order.push('turn')
  }
  await after
  expect(order).toEqual(['turn', 'turn', 'turn', 'after'])
})

test('a person who wants more than the next turn pauses before the one after it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const pace = createPace(usualPointsATurn, 10)
  const begun: number[] = []
  for (let nth = 0; nth < 4; nth += 1)
    void pace('ada', usualPointsATurn)?.then(() => void begun.push(nth))
  const letOthers = async () => {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  }
  await letOthers()
  expect(begun).toEqual([1])
  vi.advanceTimersByTime(10)
  await letOthers()
  expect(begun).toEqual([1, 2])
  vi.advanceTimersByTime(10)
  await letOthers()
  expect(begun).toEqual([1, 2, 3])
})
