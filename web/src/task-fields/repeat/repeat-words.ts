import type { Day } from '@tend/server/domain/dates/day'
import { parseQuickAdd, type QuickAdd } from '@tend/server/domain/quick-add/quick-add'
import { parseRecurrenceRule } from '@tend/server/domain/recurrence/parse'
import type { RecurrenceSeries } from '@tend/server/domain/recurrence/recurrence'
import type { UserClock } from '../../time/due-words.ts'
import { toGrammarClock } from '../../time/grammar-clock.ts'

/** A repeat that somebody wrote, and the time of day where they said one. */
export type WrittenRepeat = RecurrenceSeries & { time?: { at: string; zone: string } }

/**
 * What words such as "every weekday", "every 2 weeks on mon, thu" or "monthly until june" mean as a
 * repeat, by the grammar of quick add; "every" may be left out. It counts from `day` unless the words
 * name another one. Undefined when not all of them are part of it. Needs `Temporal`.
 */
export function readRepeatWords(
  text: string,
  clock: UserClock,
  day: Day,
): WrittenRepeat | undefined {
  function read(line: string): QuickAdd | undefined {
    const found = parseQuickAdd(
      line,
      { ...toGrammarClock(clock), defaultDay: day, lists: [], tags: [] },
      { kinds: ['PRIORITY', 'LIST', 'TAG', 'REMINDER'] },
    )
    return found.title === '' && found.recurrence ? found : undefined
  }

  const found = read(text) ?? (text.trim() ? read(`every ${text.trim()}`) : undefined)
  const parsed = found?.recurrence && parseRecurrenceRule(found.recurrence.rule)
  if (!found?.recurrence || !parsed?.ok) return undefined
  const namesDay = found.spans.some(({ kind }) => kind === 'DATE' || kind === 'START')
  const { dueTime, dueTimeZone } = found
  return {
    rule: parsed.rule,
    basis: found.recurrence.basis,
    start: namesDay && found.dueOn ? found.dueOn : day,
    ...(dueTime && { time: { at: dueTime, zone: dueTimeZone ?? clock.timeZone } }),
  }
}
