import { describe, expect, test } from 'vitest'
import { readAt } from './corpus.ts'
import { corpusMorning } from './score.ts'

const read = (line: string) => readAt(line, corpusMorning, 'UTC')

describe('What is named after a day or a time isn’t due then', () => {
  test.each([
    ['a musical', 'Find Sunday in the Park with George vinyl'],
    ['a musical, written small', 'watch sunday in the park with george'],
    ['a book, by its author', 'read saturday by ian mcewan'],
    ['a film behind its verb', 'watch 3:10 to yuma'],
    ['a film that is a time', 'watch 11:14'],
    ['a film at midnight', 'watch midnight in paris'],
    ['a book on a train', 'read 4:50 from paddington'],
    ['a night on television', 'watch saturday night live'],
    ['somebody with a surname', 'wednesday addams costume'],
    ['a paper', 'sunday times crossword'],
    ['a song', 'learn stormy monday chords'],
    ['a document', 'monday meeting agenda'],
    ['a document of a morning', 'Monday morning standup notes'],
    ['a verse', 'read romans 8:28'],
    ['how fast', '5k under 22:30'],
    ['how long', 'half marathon in 1:45'],
    ['the best so far', 'marathon pb 3:59'],
    ['what is to be beaten', 'beat 4:30 on the rower'],
    ['how much of each', 'dilute 1:20'],
    ['the number of a ticket', 'ticket 10/24'],
    ['how fast something is learnt', 'learn spanish in 3 months'],
    ['how fast somebody runs', 'run 10k in 50 minutes'],
    ['a dress', 'wear sunday dress'],
  ])('%s: “%s”', (_what, line) => {
    expect(read(line)).toMatchObject({ title: line, spans: [], dueOn: null })
  })

  test.each([
    ['a verb with its thing', 'watch Dune tomorrow', 'watch Dune', '2026-11-26'],
    ['a verb behind a document', 'monday send agenda', 'send agenda', '2026-11-30'],
    ['a verb that needs no thing', 'read tomorrow at 7', 'read', '2026-11-26'],
    ['a day and a surname', 'call Addams wednesday', 'call Addams', '2026-12-02'],
  ])('but %s: “%s”', (_what, line, title, dueOn) => {
    expect(read(line)).toMatchObject({ title, dueOn })
  })
})

describe('A day’s short name is the day', () => {
  test.each([
    ['before a time with a full stop', 'gp mon 10.15', 'gp', '2026-11-30', '10:15'],
    ['at the start with such a time', 'wed 9.15 dentist', 'dentist', '2026-12-02', '09:15'],
    [
      'behind the time that begins a line',
      '11am sat walk dogs',
      'walk dogs',
      '2026-11-28',
      '11:00',
    ],
    ['behind noon', 'noon mon lunch w/ Mo', 'lunch w/ Mo', '2026-11-30', '12:00'],
    ['at the start before a dash', 'wed - call Mo', 'call Mo', '2026-12-02', null],
    ['before a date and a sign', 'Mon Nov 30 @3 realtor', 'realtor', '2026-11-30', '15:00'],
  ])('%s: “%s”', (_where, line, title, dueOn, dueTime) => {
    expect(read(line)).toMatchObject({ title, dueOn, dueTime })
  })

  test.each(['9am sun salutation', '4pm SAT prep', 'where the cat sat 5pm'])(
    'and a word of its own in “%s”',
    (line) => {
      expect(read(line)).toMatchObject({ title: line, spans: [] })
    },
  )
})
