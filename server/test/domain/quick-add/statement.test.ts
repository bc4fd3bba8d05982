import { describe, expect, test } from 'vitest'
import { readAt } from './corpus.ts'
import { corpusMorning } from './score.ts'

const read = (line: string) => readAt(line, corpusMorning, 'UTC')

describe('A question or statement gives the task no day, time or repeat', () => {
  test.each([
    ['a question about a time', 'Why does the gym close at 9?'],
    ['a question without its mark', 'When does the train start on sunday'],
    ['a question that begins with a verb', 'Can Marta do tuesday?'],
    ['a question to nobody', 'Anyone free on friday?'],
    ['a question behind a name', 'Text Lee - are you around friday?'],
    ['a question about a repeat', 'Why do we meet on tuesdays at 9am'],
    ['what is to be found out', 'Find out why the boiler starts at 3am'],
    ['what is to be found out, with "when"', 'Check when the market opens on saturday'],
    ['what is to be asked, with "if"', 'Ask if Tuesday at 3pm works'],
    ['what is to be asked of a repeat', 'Figure out why the job fails every night'],
    ['a clause about a place', 'Short story where everyone wakes at 4am'],
    ['a clause about a thing', 'Complain about the drilling that starts at 7am'],
    ['a clause about somebody', 'Complain about the neighbour who drills at noon'],
    ['what is so', 'School is out on friday'],
    ['what will be so', 'The office will be closed on friday'],
    ['what is so each week', 'The museum is closed on mondays'],
    ['what is so at a time', 'Dinner is at 7pm'],
    ['what somebody does', 'We eat at 7'],
    ['what somebody said', 'They said friday'],
    ['when something closes', 'The shop closes at 6'],
    ['every day as what something is said of', 'Every day is a gift poster'],
  ])('%s: “%s”', (_what, line) => {
    expect(read(line)).toMatchObject({ title: line, spans: [], dueOn: null, recurrence: null })
  })
})

describe('An action has its day all the same', () => {
  test.each([
    ['somebody says that they should', 'We should book flights on friday', '2026-11-27'],
    ['somebody has to', 'I have to pay rent on the 1st', '2026-12-01'],
    ['somebody needs something', 'We need milk tomorrow', '2026-11-26'],
    ['it is asked for by then', 'Can you send the deck by noon?', '2026-11-25'],
    ['what is told ends with a comma', 'Ask Tom if he needs a lift, friday', '2026-11-27'],
    ['it is done by then', 'Find out when the shop opens by friday', '2026-11-27'],
    ['it stands before', 'Ask Ann tomorrow who comes on friday', '2026-11-26'],
    ['something is to be made so', 'Make sure the alarm is set tomorrow', '2026-11-26'],
    ['nothing is asked but the day', 'Dinner friday?', '2026-11-27'],
  ])('%s: “%s”', (_what, line, dueOn) => {
    expect(read(line)).toMatchObject({ dueOn })
  })
})
