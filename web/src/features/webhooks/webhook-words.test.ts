import { expect, test } from 'vitest'
import { describeChoice, describeProblem, describeState, nameWebhook } from './webhook-words.ts'
import type { WebhookData } from './webhooks.query.ts'

const webhook = {
  url: 'https://example.com/tend',
  description: null,
  entities: null,
  operations: null,
  stopReason: null,
  stoppedAt: null,
  lastSuccessAt: null,
  lastFailureAt: null,
  lastFailure: null,
  nextAttemptAt: null,
} as unknown as WebhookData

const formats = { weekStartsOn: 'MONDAY', dateStyle: 'DAY_FIRST', timeStyle: 'HOURS_24' } as const
const style = { now: '2026-11-30T12:00:00Z', timeZone: 'UTC', formats }

const stateOf = (more: object) => describeState({ ...webhook, ...more }, style)

test('a webhook is called by its name, or by its address where it has none', () => {
  expect(nameWebhook(webhook)).toBe('https://example.com/tend')
  expect(nameWebhook({ ...webhook, description: 'Home server' })).toBe('Home server')
})

test.each([
  [{}, 'All changes'],
  [{ entities: ['TASK'] }, 'Tasks'],
  [{ entities: ['LIST', 'TASK_TAG', 'TASK'] }, 'Tasks, tags on tasks, and lists'],
  [{ operations: ['DELETE'] }, 'Everything, when deleted for good'],
  [
    { entities: ['TASK', 'LIST'], operations: ['UPDATE', 'CREATE'] },
    'Tasks and lists, when created or changed',
  ],
])('what %j chooses is: %s', (chosen, words) => {
  expect(describeChoice({ ...webhook, ...chosen } as WebhookData)).toBe(words)
})

test('the state says what came last, and what comes next after a failure', () => {
  expect(stateOf({})).toEqual({ text: 'No changes sent yet', isTrouble: false })
  const lastSuccessAt = '2026-11-30T11:55:00Z'
  expect(stateOf({ lastSuccessAt, lastFailureAt: '2026-11-30T11:00:00Z' })).toEqual({
    text: 'Last delivered 5 minutes ago',
    isTrouble: false,
  })
  const failed = { lastSuccessAt, lastFailureAt: '2026-11-30T11:58:00Z', lastFailure: 'TIMEOUT' }
  expect(stateOf(failed)).toEqual({
    text: 'Failed 2 minutes ago: no answer within 15 seconds',
    isTrouble: true,
  })
  expect(stateOf({ ...failed, nextAttemptAt: '2026-11-30T12:03:00Z' }).text).toBe(
    'Failed 2 minutes ago: no answer within 15 seconds. Next try: 30 Nov, 12:03',
  )
})

test.each([
  ['BY_OWNER', 'Stopped by you, 1 hour ago', false],
  ['GONE', 'Stopped because your server answered “410 Gone”, 1 hour ago', true],
  ['FAILING', 'Stopped because nothing arrived for 5 days, 1 hour ago', true],
  ['SECRET_LOST', 'Stopped because its secret can’t be read any more, 1 hour ago', true],
])('one that is stopped as %s says: %s', (stopReason, text, isTrouble) => {
  const stoppedAt = '2026-11-30T11:00:00Z'
  expect(stateOf({ stopReason, stoppedAt, lastFailureAt: stoppedAt })).toEqual({ text, isTrouble })
})

test.each([
  ['HTTP 503', 'your server answered 503'],
  ['ECONNREFUSED', 'the connection was refused'],
  [
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'the certificate of your server isn’t trusted (DEPTH_ZERO_SELF_SIGNED_CERT)',
  ],
  ['EHOSTUNREACH', 'no answer (EHOSTUNREACH)'],
  ['', 'no answer'],
])('the problem “%s” is: %s', (problem, words) => {
  expect(describeProblem(problem)).toBe(words)
})
