import { expect, test } from 'vitest'
import { parseRecurrenceRule } from '../../src/domain/recurrence/parse.ts'
import { serializeRecurrenceRule } from '../../src/domain/recurrence/rule.ts'
import { describeRecurrence } from '../../src/domain/recurrence/sentence.ts'
import { ruleOf } from './recurrence.samples.ts'

test.each([
  ['FREQ=DAILY', 'every day'],
  ['FREQ=DAILY;INTERVAL=2', 'every other day'],
  ['FREQ=DAILY;INTERVAL=3;COUNT=5', 'every 3 days, 5 times'],
  ['FREQ=WEEKLY', 'every week'],
  ['FREQ=WEEKLY;BYDAY=MO', 'every Monday'],
  ['FREQ=WEEKLY;BYDAY=MO,WE,FR', 'every Monday, Wednesday and Friday'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every weekday'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU', 'every day'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;UNTIL=20270630', 'every other Monday until 30 Jun 2027'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR', 'every other week on Monday and Friday'],
  ['FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR', 'every 3 weeks on weekdays'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR,SA,SU', 'every day of every other week'],
  ['FREQ=MONTHLY', 'every month'],
  ['FREQ=MONTHLY;BYDAY=2TU', 'every 2nd Tuesday'],
  ['FREQ=MONTHLY;BYDAY=1MO,3MO', 'every 1st and 3rd Monday'],
  ['FREQ=MONTHLY;BYDAY=1MO,-1FR', 'every 1st Monday and last Friday'],
  ['FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU', 'on the 2nd Tuesday of every other month'],
  ['FREQ=MONTHLY;BYMONTHDAY=15', 'on the 15th of every month'],
  ['FREQ=MONTHLY;BYMONTHDAY=1,11,22', 'on the 1st, 11th and 22nd of every month'],
  ['FREQ=MONTHLY;BYMONTHDAY=31', 'on the 31st (or last day) of every month'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'on the last day of every month'],
  ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-2', 'on the 2nd to last day of every 3 months'],
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'on the last weekday of every month'],
  ['FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1', 'on the 1st Saturday or Sunday of every month'],
  ['FREQ=YEARLY', 'every year'],
  ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24;COUNT=1', 'every year on 24 December, once'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 'every year on 29 February (or its last day)'],
  ['FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1', 'every year on 1 January and 1 July'],
  ['FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1,31', 'every year on the 1st and 31st of January and July'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1', 'every year on the last day of February'],
  ['FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYDAY=2SU', 'every other year on the 2nd Sunday of May'],
  ['FREQ=YEARLY;BYMONTH=3,9', 'every year in March and September'],
])('%s reads "%s"', (text, sentence) => {
  expect(describeRecurrence(ruleOf(text))).toBe(sentence)
})

test.each([
  ['FREQ=DAILY;INTERVAL=3', 'every 3 days after completion'],
  ['FREQ=MONTHLY', 'every month after completion'],
  ['FREQ=WEEKLY;INTERVAL=2;COUNT=3', 'every other week after completion, 3 times'],
])('%s after completion reads "%s"', (text, sentence) => {
  expect(describeRecurrence(ruleOf(text), 'COMPLETION')).toBe(sentence)
})

test.each([
  ['rrule:freq=weekly;byday=fr,mo,mo;interval=1', 'FREQ=WEEKLY;BYDAY=MO,FR'],
  ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2', 'FREQ=MONTHLY;BYDAY=2TU'],
  ['FREQ=MONTHLY;BYDAY=+2TU;WKST=SU', 'FREQ=MONTHLY;BYDAY=2TU'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1,31,1,-2', 'FREQ=MONTHLY;BYMONTHDAY=1,31,-2,-1'],
  ['FREQ=WEEKLY;INTERVAL=2;WKST=SU;', 'FREQ=WEEKLY;INTERVAL=2;WKST=SU'],
  ['COUNT=3;FREQ=YEARLY', 'FREQ=YEARLY;COUNT=3'],
])('%s is kept as %s', (text, kept) => {
  expect(serializeRecurrenceRule(ruleOf(text))).toBe(kept)
})

test.each([
  ['', 'FREQ must be one of'],
  ['FREQ=HOURLY', 'FREQ must be one of DAILY, WEEKLY, MONTHLY, YEARLY.'],
  ['FREQ=DAILY;COUNT=3;UNTIL=20270101', 'COUNT and UNTIL both end the rule.'],
  ['FREQ=DAILY;COUNT=0', 'COUNT must be a whole number from 1 to 999.'],
  ['FREQ=DAILY;INTERVAL=0', 'INTERVAL must be a whole number from 1 to 3650.'],
  ['FREQ=YEARLY;INTERVAL=101', 'INTERVAL must be a whole number from 1 to 100.'],
  ['FREQ=DAILY;INTERVAL=1e2', 'INTERVAL must be a whole number'],
  ['FREQ=DAILY;INTERVAL=2;BYDAY=MO', 'Use FREQ=WEEKLY.'],
  ['FREQ=WEEKLY;BYDAY=', 'BYDAY has no readable value.'],
  ['FREQ=WEEKLY;BYDAY=XX', 'BYDAY holds "XX"'],
  ['FREQ=WEEKLY;BYDAY=2MO', 'A number in BYDAY goes with FREQ=MONTHLY or YEARLY only.'],
  ['FREQ=WEEKLY;BYMONTHDAY=3', 'BYMONTHDAY goes with FREQ=MONTHLY or YEARLY only.'],
  ['FREQ=MONTHLY;BYMONTHDAY=0', 'BYMONTHDAY holds "0"; each must be'],
  ['FREQ=MONTHLY;BYMONTHDAY=32', 'BYMONTHDAY holds "32"; each must be'],
  ['FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=1FR', 'BYMONTHDAY and BYDAY together are not supported.'],
  ['FREQ=MONTHLY;BYDAY=FR', 'BYDAY in a month needs numbers'],
  ['FREQ=MONTHLY;BYDAY=6FR', 'BYDAY holds "6FR"'],
  ['FREQ=MONTHLY;BYSETPOS=1', 'BYSETPOS chooses from BYDAY without numbers'],
  ['FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=9', 'BYSETPOS reaches beyond the 8 days'],
  ['FREQ=MONTHLY;BYMONTH=3', 'BYMONTH goes with FREQ=YEARLY only.'],
  ['FREQ=YEARLY;BYMONTHDAY=3', 'FREQ=YEARLY with a day needs its month.'],
  ['FREQ=YEARLY;BYMONTH=3,4;BYDAY=MO,TU;BYSETPOS=1', 'needs exactly one month'],
  ['FREQ=DAILY;UNTIL=20270631', 'The day 2027-06-31 is not on the calendar.'],
  ['FREQ=DAILY;UNTIL=20270630T120000Z', 'UNTIL must be a day without a time'],
  ['FREQ=DAILY;BYHOUR=3', '"BYHOUR=3" is not a part of a rule here.'],
  ['FREQ=DAILY;FREQ=DAILY', 'FREQ appears twice.'],
  ['DTSTART:20270101\nRRULE:FREQ=DAILY', 'is not a part of a rule here'],
  [`FREQ=DAILY;${'X'.repeat(400)}`, 'A rule has at most 400 characters.'],
])('%s is refused with a message', (text, words) => {
  const parsed = parseRecurrenceRule(text)
  expect(parsed.ok ? [] : parsed.issues).toContainEqual(expect.stringContaining(words))
})

test('all problems of a rule are reported together', () => {
  const parsed = parseRecurrenceRule('FREQ=MONTHLY;INTERVAL=0;BYMONTHDAY=40;WKST=XX;FOO=1')
  expect(parsed.ok ? [] : parsed.issues).toHaveLength(4)
})
