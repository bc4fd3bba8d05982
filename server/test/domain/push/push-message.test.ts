import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type PushMessage,
  readPushMessage,
  writePushMessage,
} from '../../../src/domain/push/push-message.ts'

const navigate = 'https://tend.example/task/01890000-0000-7000-8000-000000000000'
const show = (title: string, body?: string): PushMessage => ({
  kind: 'show',
  notification: { title, navigate, tag: 'reminder', ...(body && { body }) },
})

test('what is to be shown has the form that Safari shows by itself', () => {
  expect(JSON.parse(writePushMessage(show('Feed the cat', 'Home')))).toEqual({
    web_push: 8030,
    notification: { title: 'Feed the cat', body: 'Home', navigate, tag: 'reminder' },
  })
})

test('every message is read as it was written', () => {
  const text = fc.string({ unit: 'binary', maxLength: 30, minLength: 1 })
  const messages: fc.Arbitrary<PushMessage> = fc.oneof(
    fc.tuple(text, text).map(([title, body]) => show(title, body)),
    text.map((tag) => ({ kind: 'close' as const, tag })),
  )
  fc.assert(
    fc.property(messages, (message) => {
      expect(readPushMessage(writePushMessage(message))).toEqual(message)
    }),
  )
})

test('however long the texts are, a push service takes the message, and no character is cut in two', () => {
  const longest = '👩‍🌾'.repeat(500)
  const written = writePushMessage(show(longest, longest))
  expect(Buffer.byteLength(written)).toBeLessThan(3_900)
  const read = readPushMessage(written)
  expect(read?.kind === 'show' && read.notification.title.isWellFormed()).toBe(true)
})

test.each(['', 'null', '[]', '{', '{"notification":{"title":"x"}}', '{"close":1}', '"close"'])(
  '%j is no message',
  (text) => {
    expect(readPushMessage(text)).toBeUndefined()
  },
)
