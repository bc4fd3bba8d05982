import type { QuickAddContext } from '@tend/server/domain/quick-add/quick-add'
import type { UserClock } from './due-words.ts'

export type GrammarClock = Pick<QuickAddContext, 'now' | 'timeZone' | 'weekStartsOn' | 'dateStyle'>

/** A user's clock as the grammar of quick add reads dates by it. Needs `Temporal`. */
export function toGrammarClock({ now, timeZone, formats }: UserClock): GrammarClock {
  return {
    now: Temporal.Instant.fromEpochMilliseconds(now),
    timeZone,
    weekStartsOn: formats.weekStartsOn,
    dateStyle: formats.dateStyle,
  }
}
