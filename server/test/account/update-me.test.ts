import { afterAll, expect, test } from 'vitest'
import { refusalOf, runMutation, tryMutation } from '../support/run-mutation.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada, bob } = await app.createPeople('ada', 'bob')

const timeZoneOf = async (person: typeof ada) =>
  (await person.data('{ me { timeZone } }')).me.timeZone

test('the time zone changes, in the spelling of the IANA database, for oneself alone', async () => {
  const { user } = await runMutation(
    ada,
    'updateMe',
    { timeZone: 'europe/berlin' },
    'user { id name timeZone }',
  )
  expect(user).toEqual({ id: ada.userId, name: 'ada', timeZone: 'Europe/Berlin' })
  expect(await timeZoneOf(ada)).toBe('Europe/Berlin')
  expect(await timeZoneOf(bob)).toBe('UTC')
})

test('what is left out stays', async () => {
  await runMutation(ada, 'updateMe', { timeZone: 'Asia/Tokyo' }, 'mutationId')
  const { user } = await runMutation(ada, 'updateMe', {}, 'user { timeZone }')
  expect(user.timeZone).toBe('Asia/Tokyo')
})

test('what is no time zone is refused with words', async () => {
  const before = await timeZoneOf(ada)
  for (const timeZone of ['Mars/Olympus', '+02:00', '', null, 'Europe/Berlin\0'])
    expect(refusalOf(await tryMutation(ada, 'updateMe', { timeZone }))).toMatchObject({
      code: 'BAD_USER_INPUT',
      paths: ['input.timeZone'],
    })
  expect(await timeZoneOf(ada)).toBe(before)
})
