import { afterAll, expect, test } from 'vitest'
import { refusalOf, runMutation, tryMutation } from '../support/run-mutation.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada, bob } = await app.createPeople('ada', 'bob')

const fields = 'name image timeZone weekStartsOn dateStyle timeStyle theme'
const profileOf = async (person: typeof ada) => (await person.data(`{ me { ${fields} } }`)).me
const picture = `data:image/png;base64,${btoa('\x89PNG\r\n\x1a\n')}`

const untouched = {
  ...{ image: null, timeZone: 'UTC', theme: 'SYSTEM' },
  ...{ weekStartsOn: 'AUTO', dateStyle: 'AUTO', timeStyle: 'AUTO' },
}

test('a new person’s preferences leave everything to the device', async () => {
  expect(await profileOf(bob)).toEqual({ name: 'bob', ...untouched })
})

test('every part of the profile can be changed, only for oneself', async () => {
  const wanted = {
    ...{ name: 'Ada Lovelace', image: picture, timeZone: 'Europe/Berlin', theme: 'DARK' },
    ...{ weekStartsOn: 'SUNDAY', dateStyle: 'MONTH_FIRST', timeStyle: 'HOURS_12' },
  }
  const { user } = await runMutation(ada, 'updateMe', wanted, `user { id ${fields} }`)
  expect(user).toEqual({ id: ada.userId, ...wanted })
  expect(await profileOf(ada)).toEqual(wanted)
  expect(await profileOf(bob)).toEqual({ name: 'bob', ...untouched })
})

test('a name is trimmed, and a zone spelt as the IANA database has it', async () => {
  const change = { name: '  Ada ', timeZone: 'europe/berlin' }
  const { user } = await runMutation(ada, 'updateMe', change, 'user { name timeZone }')
  expect(user).toEqual({ name: 'Ada', timeZone: 'Europe/Berlin' })
})

test('fields that are left out stay', async () => {
  await runMutation(ada, 'updateMe', { timeZone: 'Asia/Tokyo', theme: 'LIGHT' }, 'mutationId')
  const before = await profileOf(ada)
  for (const change of [{}, { theme: 'LIGHT' }])
    await runMutation(ada, 'updateMe', change, 'mutationId')
  expect(await profileOf(ada)).toEqual(before)
})

test('a picture can be removed', async () => {
  await runMutation(ada, 'updateMe', { image: picture }, 'mutationId')
  const { user } = await runMutation(ada, 'updateMe', { image: null }, 'user { image }')
  expect(user.image).toBeNull()
})

test.each([
  ['timeZone', ['Mars/Olympus', '+02:00', '', null, 'Europe/Berlin\0']],
  ['name', ['', ' \u200b ', 'x'.repeat(101), 'half \ud800', null]],
  [
    'image',
    ['', 'https://example.com/1.png', `data:image/svg+xml;base64,${btoa('<svg/>')}`, `${picture}"`],
  ],
  ['weekStartsOn', [null]],
  ['theme', [null]],
])('an invalid %s is refused with a message, and changes nothing', async (field, values) => {
  const before = await profileOf(ada)
  for (const value of values)
    expect(refusalOf(await tryMutation(ada, 'updateMe', { [field]: value }))).toMatchObject({
      code: 'BAD_USER_INPUT',
      paths: [`input.${field}`],
    })
  expect(await profileOf(ada)).toEqual(before)
})

test('all problems are reported together', async () => {
  const answer = await tryMutation(ada, 'updateMe', { name: '', timeZone: 'Nowhere', theme: null })
  expect(refusalOf(answer)?.paths?.sort()).toEqual(['input.name', 'input.theme', 'input.timeZone'])
})
