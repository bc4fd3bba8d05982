import { expect, test } from 'vitest'
import { groupTimeZones } from './time-zones.ts'

test('zones stand under their continent by the name of their place', () => {
  const ids = ['America/Argentina/Ushuaia', 'America/Los_Angeles', 'Europe/Berlin']
  expect(groupTimeZones(ids, 'Europe/Berlin')).toEqual([
    {
      region: 'America',
      zones: [
        { id: 'America/Argentina/Ushuaia', label: 'Argentina, Ushuaia' },
        { id: 'America/Los_Angeles', label: 'Los Angeles' },
      ],
    },
    { region: 'Europe', zones: [{ id: 'Europe/Berlin', label: 'Berlin' }] },
    { region: 'Other', zones: [{ id: 'UTC', label: 'UTC' }] },
  ])
})

test('the zone in use is among them, also under a name the runtime no longer lists', () => {
  expect(groupTimeZones(['Asia/Kolkata'], 'Asia/Calcutta')[0]?.zones).toContainEqual({
    id: 'Asia/Calcutta',
    label: 'Calcutta',
  })
})
