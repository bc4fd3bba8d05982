import type { DateFormats } from '../dates/date-formats.ts'
import { type Day, dayAt } from '../dates/day.ts'
import type { Viewpoint } from '../dates/due-date.ts'
import { findExcess } from '../excess.ts'
import { maxRemindersPerTask, textLimits } from '../limits.ts'
import type { DateStyle } from '../preferences.ts'
import { weekStartDays } from '../preferences.ts'
import type { RecurrenceBasis } from '../recurrence/basis.ts'
import { serializeRecurrenceRule } from '../recurrence/rule.ts'
import type { ReminderTime } from '../reminders/reminder.ts'
import { tagNameKey } from '../text/tag-name.ts'
import { checkText } from '../text/text.ts'
import { findEnd, findStart } from './bounds.ts'
import { chooseFindings, listChosen } from './choose.ts'
import { findDate } from './dates.ts'
import type { Finding, FindingKind, Named } from './finding.ts'
import { describeFinding } from './meaning.ts'
import type { Scene } from './phrase.ts'
import { listQuotations } from './quotation.ts'
import { findList, findTag, indexNames } from './references.ts'
import { listTimes, makeReminders } from './reminder-times.ts'
import { findReminder } from './reminders.ts'
import { findRepeat } from './repeats.ts'
import { makeSchedule } from './schedule.ts'
import { listSigns, readSigns, type SignValues, signKinds } from './signs.ts'
import { findPartOfDay, findTime } from './times.ts'
import { cutTitle, findRanges, overlapsAny, type Range } from './title.ts'
import { type Token, tokenize } from './tokens.ts'

/** Everything that the meaning of a line depends on. */
export type QuickAddContext = Viewpoint & {
  readonly weekStartsOn: DateFormats['weekStartsOn']
  /** Decides what 12/3/2027 means; if it is unset, such a date stays text. */
  readonly dateStyle: DateStyle
  /** The day to use where the line has none, such as the day whose list is open. */
  readonly defaultDay?: Day | null
  /** The lists and tags that a sign can name; the first is used where two have one name. */
  readonly lists: readonly Named[]
  readonly tags: readonly Named[]
}

export const quickAddKinds = [
  ...(['DATE', 'TIME', 'REPEAT', 'START', 'END'] as const),
  ...signKinds,
  ...(['LIST', 'TAG', 'REMINDER'] as const),
]
export type QuickAddKind = (typeof quickAddKinds)[number]

/** A recognised part: where it is (UTF-16 units, `end` exclusive), and what it means in words. */
export type QuickAddSpan = Range & {
  readonly kind: QuickAddKind
  readonly text: string
  readonly meaning: string
  /** Of a part that says when the task rings: its times. */
  readonly reminders?: readonly ReminderTime[]
}

/** What stays text although it could be recognised. */
export type QuickAddIgnored = {
  readonly kinds?: readonly QuickAddKind[] | null | undefined
  /** Nothing that touches one of these ranges. */
  readonly ranges?: readonly Range[] | null | undefined
}

export type QuickAdd = SignValues & {
  /** The rest of the line; empty only with an issue that says so. */
  readonly title: string
  readonly startOn: Day | null
  readonly dueOn: Day | null
  /** `HH:MM`; always together with the zone. */
  readonly dueTime: string | null
  readonly dueTimeZone: string | null
  /** RFC 5545, counted from `dueOn`, which is its first day. */
  readonly recurrence: { readonly rule: string; readonly basis: RecurrenceBasis } | null
  readonly list: Named | null
  /** Without duplicates; a tag without an id is a new one. */
  readonly tags: readonly { readonly id: string | null; readonly name: string }[]
  /** When it rings, without duplicates. */
  readonly reminders: readonly ReminderTime[]
  /** In the order of the line, without overlaps. Exactly these are missing from the title. */
  readonly spans: readonly QuickAddSpan[]
  /** Why no task can be created from the line, as messages; empty when one can. */
  readonly issues: readonly string[]
}

/**
 * Reads one line of plain English: docs/quick-add.md has the grammar. The same line in the same
 * context always has the same meaning. Never throws, whatever the text.
 */
export function parseQuickAdd(
  line: string,
  context: QuickAddContext,
  ignored: QuickAddIgnored = {},
): QuickAdd {
  const { timeZone } = context
  const tokens = tokenize(line)
  const scene = setScene(line, tokens, context)
  const quotations = listQuotations(line)
  const seen = recognize(scene, context).filter(
    (finding) => !isIgnored(scene, finding, ignored) && !isQuoted(scene, finding, quotations),
  )
  const isText = (index: number) => {
    const token = tokens[index]
    return token !== undefined && overlapsAny(token, ignored.ranges ?? [])
  }
  const made = makeReminders(scene, makeSchedule(scene, chooseFindings(scene, seen, isText)))
  const { schedule, choice } = made
  const chosen = listChosen(choice)
  const ranges = findRanges(tokens, chosen, ignored.ranges ?? [])
  const spans = chosen.map((finding, nth): QuickAddSpan => {
    const { start, end } = ranges[nth] ?? { start: 0, end: 0 }
    const meaning = describeFinding(finding, made, timeZone)
    const span = { start, end, kind: toKind(finding.kind), text: line.slice(start, end), meaning }
    const times = finding.kind === 'REMINDER' && made.reminders.get(finding)
    return times ? { ...span, reminders: times } : span
  })
  const title = cutTitle(line, ranges)
  const tags = listTags(choice.tags.map(({ tag }) => tag))
  const reminders = listTimes(made.reminders)
  const { recurrence, ...dates } = schedule
  return {
    title,
    ...dates,
    recurrence: recurrence && {
      rule: serializeRecurrenceRule(recurrence.rule),
      basis: recurrence.basis,
    },
    ...readSigns(choice),
    list: choice.LIST?.list ?? null,
    tags,
    reminders,
    spans,
    issues: listIssues({ title, tags, reminders, hasSpans: spans.length > 0 }),
  }
}

function setScene(line: string, tokens: readonly Token[], context: QuickAddContext): Scene {
  const { now, timeZone, weekStartsOn, dateStyle, defaultDay = null } = context
  const weekStart = weekStartDays[weekStartsOn]
  const today = dayAt(now, timeZone)
  return { line, tokens, now, timeZone, today, weekStart, dateStyle, defaultDay }
}

function recognize(scene: Scene, context: QuickAddContext): Finding[] {
  // No task can have a longer title, so none of it has to be understood.
  if (scene.line.length > textLimits.quickAddLine.max) return []
  const lists = indexNames(scene.line.includes('#') ? context.lists : [])
  const tags = indexNames(scene.line.includes('@') ? context.tags : [])
  return scene.tokens.flatMap((_, index) =>
    [
      findRepeat(scene, index),
      findEnd(scene, index),
      findStart(scene, index),
      findDate(scene, index),
      findTime(scene, index),
      findPartOfDay(scene, index),
      ...listSigns(scene, index),
      findList(scene, index, lists),
      findTag(scene, index, tags),
      findReminder(scene, index),
    ].filter((finding) => finding !== undefined),
  )
}

function isIgnored(scene: Scene, finding: Finding, { kinds, ranges }: QuickAddIgnored): boolean {
  if (kinds?.includes(toKind(finding.kind))) return true
  return overlapsAny(rangeOf(scene, finding.from, finding.to), ranges ?? [])
}

/** Quotation marks enclose somebody else's words, so a day in them isn't this task's. */
function isQuoted(scene: Scene, { from, to }: Finding, quotations: readonly Range[]): boolean {
  return overlapsAny(rangeOf(scene, from, to), quotations)
}

function rangeOf({ tokens }: Scene, from: number, to: number): Range {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }
}

/** People read a part of the day as a time. */
function toKind(kind: FindingKind): QuickAddKind {
  return kind === 'PART' ? 'TIME' : kind
}

function listTags(tags: QuickAdd['tags']): QuickAdd['tags'] {
  const byKey = new Map(tags.map((tag) => [tag.id ?? tagNameKey(tag.name), tag]))
  return [...byKey.values()]
}

function listIssues({
  title,
  tags,
  reminders,
  hasSpans,
}: Pick<QuickAdd, 'title' | 'tags' | 'reminders'> & {
  hasSpans: boolean
}): string[] {
  const issues: string[] = []
  const checked = checkText(title, textLimits.taskTitle)
  if (title === '' && hasSpans)
    issues.push('All of the line was recognised, so no title is left. Write what is to be done.')
  else if (!checked.ok) issues.push(checked.message)
  const crowded = findExcess('tagsOfTask', tags.length)
  if (crowded) issues.push(crowded.message)
  if (reminders.length > maxRemindersPerTask) {
    const found = `A task can have ${maxRemindersPerTask} reminders, and this line has ${reminders.length}.`
    issues.push(`${found} Leave some out.`)
  }
  return issues
}
