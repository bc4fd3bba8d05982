import type { Day } from '../dates/day.ts'
import type { RecurrenceBasis } from '../recurrence/basis.ts'
import type { RecurrenceRule } from '../recurrence/rule.ts'
import type { Clock } from './clock.ts'
import type { FoundSign } from './signs.ts'
import type { Span } from './span.ts'
import type { DayPart } from './words.ts'

/**
 * What a recogniser found in the tokens from `from` to `to` (exclusive). Other recognisers may find
 * something else in them.
 */
export type Finding = { readonly from: number; readonly to: number } & FoundPart

export type FoundDate = {
  readonly kind: 'DATE'
  readonly day: Day
  /** Whether it is counted from now: in 2 hours. */
  readonly time: string | null
  /** The zone of that time. */
  readonly timeZone: string | null
  readonly part: DayPart | null
  /** Whether a weekday means the first one after the start, where the line has a start too. */
  readonly isWeekday: boolean
  /** Of several days in a line, the surest is used. */
  readonly strength: number
}

export type FoundTime = {
  readonly kind: 'TIME'
  readonly clock: Clock
  readonly timeZone: string | null
  readonly strength: number
}

export type FoundPartOfDay = {
  readonly kind: 'PART'
  readonly part: DayPart
  /** Whether it counts only directly after a day: "morning" by itself says nothing. */
  readonly leans: boolean
}

export type FoundRepeat = {
  readonly kind: 'REPEAT'
  readonly rule: RecurrenceRule
  readonly basis: RecurrenceBasis
  readonly part: DayPart | null
}

export type FoundEnd = {
  readonly kind: 'END'
  readonly end: { count: number } | { until: Day } | { span: Span }
  /**
   * Whether it counts only directly after a repeat: "for a week" by itself says how long something
   * takes.
   */
  readonly leans: boolean
}

export type FoundStart = {
  readonly kind: 'START'
  readonly day: Day
  /** The end of a range: from monday to friday. */
  readonly dueDay: Day | null
  /** Whether it counts only with a repeat: "from monday" by itself says where something comes from. */
  readonly leans: boolean
}

/** When a task rings: so many minutes before it is due, or at a day and time. */
export type FoundMoment =
  | { readonly kind: 'before'; readonly minutes: number }
  | {
      readonly kind: 'at'
      /** How many days before the due day; null for its own day, or the due day if there is one. */
      readonly daysBefore: number | null
      readonly DATE?: Extract<Finding, { kind: 'DATE' }>
      readonly TIME?: Extract<Finding, { kind: 'TIME' }>
      readonly PART?: Extract<Finding, { kind: 'PART' }>
    }

export type FoundReminder = {
  readonly kind: 'REMINDER'
  readonly moments: readonly FoundMoment[]
  /** Where another part has to end for this to count; null where it counts anyway. */
  readonly leansOn: number | null
}

type FoundPart =
  | FoundDate
  | FoundTime
  | FoundPartOfDay
  | FoundRepeat
  | FoundEnd
  | FoundStart
  | FoundSign
  | FoundReminder
  | { readonly kind: 'LIST'; readonly list: Named }
  | { readonly kind: 'TAG'; readonly tag: { readonly id: string | null; readonly name: string } }

export type FindingKind = Finding['kind']

/** One of the person's lists or tags. */
export type Named = { readonly id: string; readonly name: string }
