import { readFileSync } from 'node:fs'
import { type FieldNode, Kind, type OperationDefinitionNode, parse, validate } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '../../client/src/index.ts'
import { bulkSize, maxOrderKeys, trashDays } from '../src/domain/early-limits.ts'
import {
  accessTokenDays,
  changeLogDays,
  changePageSize,
  filterLimits,
  idempotencyHours,
  maxAccessTokens,
  maxFeeds,
  maxLiveResults,
  maxPushSubscriptions,
  maxSubtaskDepth,
  maxSubtasksPerTask,
  maxTagsPerTask,
  maxWebhookRequests,
  maxWebhooks,
  mergeSize,
  pageSize,
  textLimits,
  undoDays,
  webhookOverlapHours,
} from '../src/domain/limits.ts'
import { maxPictureLength } from '../src/domain/picture.ts'
import { parseRecurrenceRule } from '../src/domain/recurrence/parse.ts'
import { describeRecurrence } from '../src/domain/recurrence/sentence.ts'
import { searchLimits } from '../src/domain/text/search-words.ts'
import { readServerEnv } from '../src/env.ts'
import { assumedListSize } from '../src/graphql/argument-cost.ts'
import { mutationPoints } from '../src/graphql/query-cost.ts'
import { schema } from '../src/schema.ts'
import { trashPieceSize } from '../src/tasks/trash/trash.service.ts'
import type { Json } from './support/ask.ts'
import { insertSession, type Person } from './support/person.ts'
import { startPushService } from './support/push-service.ts'
import { runMutation } from './support/run-mutation.ts'
import { waitFor } from './support/server-process.ts'
import { startTestApp, type TestApp, testSecret } from './support/test-app.ts'
import { startWebhookReceiver } from './support/webhook-receiver.ts'

type Example = {
  /** The operation's, such as CreateTask. */
  name: string
  query: string
  operation: OperationDefinitionNode
  /** Placeholders still in them. */
  variables: Json
  /** The answer in the document, where there is one. */
  answer: Json
}

// The document names a real push service, to which tests send nothing.
const service = await startPushService()
const browser = service.subscribe()
const receiver = await startWebhookReceiver()
const markdown = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')
  .replaceAll(
    /("(endpoint|p256dh|auth)": )"[^"]*"/g,
    (_, head: string, name: keyof typeof browser) => `${head}"${browser[name]}"`,
  )
  .replaceAll('"https://example.com/hooks/tend"', `"${receiver.origin}/hooks/tend"`)
const examples = readExamples(markdown)

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

let app: TestApp
let ada: Person

beforeAll(async () => {
  app = await startTestApp({
    env: { PUSH_ORIGINS: service.origin, WEBHOOK_ORIGINS: receiver.origin },
    app: { reminders: true },
  })
  ada = await app.createPerson('ada')
  // Signed in twice more, as the document says. After a while, the current session is the one used
  // last.
  await insertSession(app.owner, ada.userId)
  await insertSession(app.owner, ada.userId, { user_agent: firefox })
  await app.owner
    .updateTable('auth_session')
    .set({ last_used_at: new Date(Date.now() + 3_600_000) })
    .where('id', '=', ada.sessionId)
    .execute()
})
/** The examples are run with the token of a session. */
const noneForSessions = 'currentAccessToken'

afterAll(async () => {
  await app?.[Symbol.asyncDispose]()
  await service[Symbol.asyncDispose]()
  await receiver[Symbol.asyncDispose]()
})

test('the API’s document has an example for every query, mutation and subscription', () => {
  const shown = new Set(examples.flatMap(({ operation }) => rootFields(operation)))
  const missing = listOperations().filter((operation) => !shown.has(operation))
  expect(missing).toEqual([])
})

test('every example of the document is a valid operation with a unique name', () => {
  const problems = examples.flatMap(({ name, query }) =>
    validate(schema, parse(query)).map((problem) => `${name}: ${problem.message}`),
  )
  expect(problems).toEqual([])
  const names = examples.map((example) => example.name)
  expect(names.filter((name, nth) => names.indexOf(name) !== nth)).toEqual([])
})

test('the document’s curl commands also send valid operations', () => {
  const bodies = [...markdown.matchAll(/^ {2}-d '(.+)'$/gm)].map(([, body = '']) => body)
  expect(bodies.length).toBeGreaterThan(0)
  for (const body of bodies) expect(validate(schema, parse(JSON.parse(body).query))).toEqual([])
})

test('the document’s recurrence rules have the sentences that it gives', () => {
  const rows = [...markdown.matchAll(/^\| `(FREQ=\S+)` \| (.+) \|$/gm)]
  expect(rows.length).toBeGreaterThan(0)
  for (const [, text = '', sentence] of rows) {
    const parsed = parseRecurrenceRule(text)
    expect(parsed.ok && describeRecurrence(parsed.rule), text).toBe(sentence)
  }
})

const { queryLimits, budget } = readServerEnv({ BETTER_AUTH_SECRET: testSecret })
const count = (value: number) => value.toLocaleString('en')

test.each([
  `One operation may cost ${count(queryLimits.cost)} points, and have ${count(queryLimits.tokens)} tokens, ${queryLimits.depth} levels, ${count(queryLimits.fields)} fields, ${queryLimits.aliases} aliases, ${queryLimits.directives} directives and ${queryLimits.rootFields} fields at its root`,
  `a budget of ${count(budget.capacity)} points, of which ${count(budget.drainPerSecond)} come back each second`,
  `is estimated at ${assumedListSize}`,
  `a mutation costs ${mutationPoints} points`,
  `\`first\` (or \`last\`, from the end) is ${pageSize.min} to ${pageSize.max}, ${pageSize.default} by default`,
  `${filterLimits.depth} deep and with ${filterLimits.parts} parts (comparisons and filters)`,
  `(${filterLimits.values} values at most)`,
  `up to ${maxOrderKeys} keys`,
  `Within ${idempotencyHours} hours the same key`,
  `A page has ${changePageSize.min} to ${changePageSize.max} objects, ${changePageSize.default} by default`,
  `The log reaches back ${changeLogDays} days`,
  `You can have ${maxLiveResults} open at a time`,
  `they can be restored for ${trashDays} days`,
  `After ${trashDays} days there it is deleted for good`,
  `\`deleteTasksForGood\` takes ${bulkSize.min} to ${bulkSize.max}`,
  `One call deletes ${count(trashPieceSize)} tasks at most`,
  `\`fromIds\` (${mergeSize.min} to ${mergeSize.max})`,
  `a title of ${textLimits.taskTitle.min} to ${textLimits.taskTitle.max} characters`,
  `up to ${textLimits.taskDescription.max.toLocaleString('en')} characters`,
  `at most ${maxTagsPerTask} tags`,
  `${maxSubtaskDepth} levels deep, up to ${maxSubtasksPerTask} under one task`,
  `These take ${bulkSize.min} to ${bulkSize.max} tasks`,
  `the first ${searchLimits.wordsPerQuery} different words count`,
  `the ${searchLimits.results} best are found`,
  `can be undone for ${undoDays} days`,
  `one older than ${undoDays} days \`CONFLICT\``,
  `expires after ${accessTokenDays.default} days by default`,
  `at most ${accessTokenDays.max} days ahead`,
  `You can have ${maxAccessTokens}.`,
  `You can have ${maxFeeds} calendar addresses.`,
  `You can have ${maxWebhooks} webhooks`,
  `events that are sent again, ${maxWebhookRequests} an hour are the most`,
  `for ${webhookOverlapHours} hours the former one signs, too`,
  `in up to ${maxPushSubscriptions} browsers`,
  `at most ${maxPictureLength.toLocaleString('en')} characters, and \`null\` removes it`,
])('the document’s limit is right: %s', (words) => {
  expect(markdown.includes(words), `docs/api.md says “${words}”`).toBe(true)
})

test('every example of the document works and finds something, in the document’s order', async () => {
  const answers: Record<string, Json> = {}
  for (const example of examples) {
    if (example.name === 'WhatHasRung') await letReminderRing()
    if (example.name === 'Webhooks') await letEventsArrive()
    const variables = fillIn(example.variables, answers)
    const data = await run(example, variables)
    for (const [field, value] of Object.entries(data).filter(([name]) => name !== noneForSessions))
      expect(findsSomething(value), `${example.name} finds something at ${field}`).toBe(true)
    if (example.answer) expect(data, `the answer of ${example.name}`).toEqual(example.answer)
    Object.assign(answers, data)
  }
})

/** The document can't wait until one of its own does. */
async function letReminderRing(): Promise<void> {
  const input = { title: 'Leave', dueOn: '2030-06-03', reminders: [{ minutesBefore: 0 }] }
  const { task } = await runMutation(ada, 'createTask', input, 'task { id reminders { id } }')
  const name = { taskId: task.id, reminderId: task.reminders[0].id }
  await runMutation(ada, 'snoozeReminder', { ...name, until: new Date() }, 'mutationId')
  await waitFor('The reminder in the list', async () => {
    const { rangReminders } = await ada.data('{ rangReminders { totalCount } }')
    return rangReminders.totalCount > 0 ? true : undefined
  })
}

/** A test and another one. */
async function letEventsArrive(): Promise<void> {
  await runMutation(ada, 'createTask', { title: 'Sent' }, 'mutationId')
  await waitFor('Both attempts', async () => {
    const { webhooks } = await ada.data('{ webhooks { attempts { totalCount } } }')
    return webhooks[0].attempts.totalCount === 2 ? true : undefined
  })
}

/** By our own client, which throws if there is any error. */
async function run({ query, operation }: Example, variables: Json): Promise<Json> {
  const client = createClient({ url: app.url, token: ada.token, maxAttempts: 1 })
  if (operation.operation === 'query') return await client.query(query, variables)
  if (operation.operation === 'mutation') return await client.mutate(query, variables)
  const live = client.follow(query, variables.since)
  for await (const changes of live) return { changes }
}

/** The operations in GraphQL blocks, each with the JSON blocks that follow it. */
function readExamples(text: string): Example[] {
  const found: { query: string; json: Json[] }[] = []
  for (const [, language, body = ''] of text.matchAll(/^```(\w+)\n(.*?)^```$/gms)) {
    if (language === 'graphql') found.push({ query: body, json: [] })
    else if (language === 'json') found.at(-1)?.json.push(JSON.parse(body))
  }
  return found.map(({ query, json }) => {
    const [operation] = parse(query).definitions
    if (operation?.kind !== Kind.OPERATION_DEFINITION || !operation.name)
      throw new Error(`An operation with a name was expected in docs/api.md, found ${query}`)
    const takesVariables = (operation.variableDefinitions ?? []).length > 0
    const [variables, answer] = takesVariables ? json : [{}, ...json]
    return { name: operation.name.value, query, operation, variables, answer }
  })
}

/** `Mutation.createTask` and the like. */
function rootFields({ operation, selectionSet }: OperationDefinitionNode): string[] {
  const type = schema.getRootType(operation)
  return selectionSet.selections
    .filter((selection): selection is FieldNode => selection.kind === Kind.FIELD)
    .map((field) => `${type?.name}.${field.name.value}`)
}

function listOperations(): string[] {
  const types = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
  return types.flatMap((type) =>
    Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name}.${field}`),
  )
}

/** Replaces `"<lists.nodes.0.id>"` by that value of an earlier answer; `key=value` finds an item. */
function fillIn(value: Json, answers: Json): Json {
  if (typeof value === 'string') {
    const path = /^<([\w.=]+)>$/.exec(value)?.[1]
    if (path === undefined) return value
    const found = path.split('.').reduce(readStep, answers)
    if (found == null) throw new Error(`Expected an earlier answer to have ${path}, found nothing`)
    return found
  }
  if (Array.isArray(value)) return value.map((part) => fillIn(part, answers))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, fillIn(part, answers)]),
  )
}

function readStep(part: Json, step: string): Json {
  const [key = '', wanted] = step.split('=')
  if (wanted === undefined) return part?.[key]
  return part?.find((item: Json) => String(item[key]) === wanted)
}

/** A page must contain something, because an example that finds nothing would hide that it is wrong. */
function findsSomething(value: Json): boolean {
  if (value == null) return false
  if (Array.isArray(value)) return value.length > 0 && value.every(findsSomething)
  return Array.isArray(value.nodes) ? value.nodes.length > 0 : true
}
