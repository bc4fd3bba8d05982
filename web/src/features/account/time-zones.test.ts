import { expect, test } from 'vitest'
import { findsTimeZone, listTimeZones, nameTimeZone } from './time-zones.ts'

const winter = Date.parse('2026-11-29T12:00:00Z')

test('zones are sorted from west to east, each by its city, with its current offset', () => {
  const ids = ['Europe/Berlin', 'America/Los_Angeles', 'America/Argentina/Ushuaia', 'Asia/Kolkata']
  expect(show(ids, winter)).toEqual([
    'America/Los_Angeles: Los Angeles UTC−8',
    'America/Argentina/Ushuaia: Ushuaia UTC−3',
    'UTC: UTC UTC+0',
    'Europe/Berlin: Berlin UTC+1',
    'Asia/Kolkata: Kolkata UTC+5:30',
  ])
  expect(show(['Europe/Berlin'], Date.parse('2026-07-01T12:00:00Z'))[1]).toBe(
    'Europe/Berlin: Berlin UTC+2',
  )
})

test('a zone that browsers list under an old name has today’s, and is found by both', () => {
  const zones = listTimeZones(['Asia/Calcutta', 'Asia/Kolkata', 'Europe/Kiev'], 'UTC', winter)
  expect(zones.map(({ id }) => id)).toEqual(['UTC', 'Europe/Kyiv', 'Asia/Kolkata'])
  expect(zones.filter((zone) => findsTimeZone(zone, 'calcutta')).map(({ id }) => id)).toEqual([
    'Asia/Kolkata',
  ])
  expect(nameTimeZone('Asia/Saigon')).toBe('Ho Chi Minh')
})

test('the zone in use is among them, whatever this browser lists', () => {
  const zones = listTimeZones([], 'Europe/Berlin', winter)
  expect(zones.map(({ id }) => id)).toEqual(['UTC', 'Europe/Berlin'])
})

test.each([
  ['berl', true],
  ['europe ber', true],
  ['utc+1', true],
  ['+1', true],
  ['', true],
  ['erlin', false],
  ['berlin america', false],
])('“%s” finds Berlin: %s', (query, found) => {
  const [zone] = listTimeZones(['Europe/Berlin'], 'Europe/Berlin', winter).slice(1)
  expect(zone && findsTimeZone(zone, query)).toBe(found)
})

test('every zone that this runtime lists can be used under the name that is shown', () => {
  for (const { id } of listTimeZones(Intl.supportedValuesOf('timeZone'), 'UTC', winter))
    expect(() => new Intl.DateTimeFormat('en', { timeZone: id }), id).not.toThrow()
})

function show(ids: readonly string[], at: number): string[] {
  return listTimeZones(ids, 'UTC', at).map(({ id, name, offset }) => `${id}: ${name} ${offset}`)
}
