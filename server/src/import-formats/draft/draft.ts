import type { Day } from '../../domain/dates/day.ts'

// What a reader makes of a file: lists and tasks as the other app had them, before our rules are applied.

export type DraftList = {
  /** The same whenever the same list is read again: its id there, or its name. */
  key: string
  name: string
  isInbox?: boolean
  isArchived?: boolean
  createdAt?: string | undefined
}

export type DraftDue = {
  day: Day
  /** `HH:MM`, with the zone it is meant in; without a zone it is the person's own. */
  time?: string | undefined
  timeZone?: string | undefined
}

/** A rule of RFC 5545, or what a person wrote in English. */
export type DraftRepeat = ({ rule: string } | { text: string }) & {
  isAfterCompletion?: boolean | undefined
  /** In which a text means its times; the person's own if it doesn't say. */
  timeZone?: string | undefined
}

/** When a task rings: so long before it is due, or at a time; neither where Tend knows no such thing. */
export type DraftReminder = {
  /** As the notes say it where it can't be set. */
  said: string
  minutesBefore?: number
  at?: { day: Day; time: string; timeZone: string | undefined }
}

export type DraftTask = {
  /** As of a list: its id there, or where it is and what it is called. */
  key: string
  list: string
  parent?: string | undefined
  title: string
  notes?: string | undefined
  /** What Tend has no field for; it is written under the notes, a line each. */
  extras?: (readonly [label: string, value: string])[]
  /** The index of its name in `priorities`. */
  priority?: number | undefined
  startOn?: Day | undefined
  due?: DraftDue | undefined
  repeats?: DraftRepeat | undefined
  reminders?: readonly DraftReminder[]
  tags?: readonly string[]
  section?: string | undefined
  /** Instants in UTC. */
  completedAt?: string | undefined
  createdAt?: string | undefined
  updatedAt?: string | undefined
  /** For the report: `line 12`. */
  where?: string | undefined
}

export type Draft = {
  lists: DraftList[]
  tasks: DraftTask[]
}
