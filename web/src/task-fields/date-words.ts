import { parseQuickAdd } from '@tend/server/domain/quick-add/quick-add'
import { instantIn } from '../time/calendar.ts'
import { localDue } from '../time/due.ts'
import type { UserClock } from '../time/due-words.ts'
import { toGrammarClock } from '../time/grammar-clock.ts'
import type { Due, DueChoice } from './due-choice.ts'

/**
 * What words such as "tomorrow 9am" or "in 3 days" mean as a date, by the grammar of quick add, in
 * the user's time zone; undefined unless every word is part of it. Needs `Temporal`.
 */
export function readDateWords(
  text: string,
  clock: UserClock,
  day: DueChoice['day'],
): Due | undefined {
  const read = parseQuickAdd(
    text,
    { ...toGrammarClock(clock), defaultDay: day, lists: [], tags: [] },
    { kinds: ['REPEAT', 'START', 'END', 'PRIORITY', 'LIST', 'TAG', 'REMINDER'] },
  )
  if (read.title !== '' || !read.dueOn) return undefined
  if (!read.dueTime) return { day: read.dueOn, time: null }
  // A zone may be among the words.
  const at = instantIn(read.dueTimeZone ?? clock.timeZone, read.dueOn, read.dueTime)
  const due = localDue({ dueOn: read.dueOn, dueAt: new Date(at).toISOString() }, clock.timeZone)
  return { day: due?.day ?? read.dueOn, time: due?.time ?? null }
}
