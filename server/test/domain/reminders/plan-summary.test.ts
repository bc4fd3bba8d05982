import { expect, test } from 'vitest'
import { planSummary } from '../../../src/domain/reminders/plan-summary.ts'

const berlin = { summaryTime: '07:00', timeZone: 'Europe/Berlin' }

test.each([
  ['before the time', '2027-06-29T06:00', '2027-06-30T04:00', null, '2027-06-30T05:00:00Z'],
  ['at the time', '2027-06-30T04:00', '2027-06-30T05:00', '2027-06-30', '2027-07-01T05:00:00Z'],
  ['after it was sent', '2027-06-30T05:00', '2027-06-30T06:00', null, '2027-07-01T05:00:00Z'],
  ['chosen later that day', '2027-06-30T06:00', '2027-06-30T06:00', null, '2027-07-01T05:00:00Z'],
  [
    'after days of silence',
    '2027-06-01T06:00',
    '2027-06-30T09:00',
    '2027-06-30',
    '2027-07-01T05:00:00Z',
  ],
  ['over a clock change', '2027-03-27T07:00', '2027-03-27T07:00', null, '2027-03-28T05:00:00Z'],
])('%s', (_, after, now, day, next) => {
  const instant = (text: string) => Temporal.Instant.from(`${text}Z`)
  const plan = planSummary(berlin, { after: instant(after), now: instant(now) })
  expect([plan.day, plan.nextAt.toString()]).toEqual([day, next])
})
