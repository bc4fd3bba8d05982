import type { DraftDue, DraftRepeat, DraftTask } from '../draft/draft.ts'
import { frequencies } from '../draft/frequencies.ts'
import { fromEpoch, toDue, toInstant } from '../draft/moments.ts'
import { NamedLists } from '../draft/named-lists.ts'
import { listKnown, reportUnknown } from '../draft/report-unknown.ts'
import { type JsonObject, toObjects, toText, toTexts } from '../files/json-values.ts'
import type { Reading, SourceReader } from '../source-reader.ts'

const fields = {
  uuid: 'Keeps it the same task when it is imported again',
  description: 'Title',
  project: 'List',
  status: 'Completed; deleted ones are left out',
  entry: 'When it was created',
  modified: 'When it was changed',
  end: 'When it was completed',
  due: 'Due date: midnight is a day without a time',
  scheduled: 'Start',
  wait: 'Start, if it isn’t scheduled',
  until: 'Reported',
  start: 'Left out',
  priority: 'Priority: H High, M Medium, L Low',
  tags: 'Tags',
  annotations: 'Notes',
  depends: 'Reported',
  recur: 'Repeat, once for all occurrences',
  parent: 'Which occurrences belong together',
  'id, imask, mask, rtype, urgency, last, template': 'Left out',
}
const known = listKnown(fields)
const priorities: Readonly<Record<string, number>> = { H: 3, M: 2, L: 1 }
const rules: Readonly<Record<string, string>> = {
  ...{ daily: 'FREQ=DAILY', day: 'FREQ=DAILY', weekdays: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' },
  ...{ weekly: 'FREQ=WEEKLY', sennight: 'FREQ=WEEKLY', biweekly: 'FREQ=WEEKLY;INTERVAL=2' },
  ...{ fortnight: 'FREQ=WEEKLY;INTERVAL=2', monthly: 'FREQ=MONTHLY', month: 'FREQ=MONTHLY' },
  ...{ bimonthly: 'FREQ=MONTHLY;INTERVAL=2', quarterly: 'FREQ=MONTHLY;INTERVAL=3' },
  ...{ semiannual: 'FREQ=MONTHLY;INTERVAL=6', annual: 'FREQ=YEARLY', yearly: 'FREQ=YEARLY' },
  ...{ biannual: 'FREQ=YEARLY;INTERVAL=2', biyearly: 'FREQ=YEARLY;INTERVAL=2' },
}
const ownFrequencies: Readonly<Record<string, string>> = { ...frequencies, q: 'MONTHLY' }

/** What `task export` prints: a list, or a task a line. */
export const taskwarriorReader: SourceReader = {
  source: 'taskwarrior',
  fields,
  recognizes({ json }) {
    const [first] = toObjects(json)
    return first !== undefined && 'uuid' in first && 'description' in first && 'entry' in first
  },
  read({ json }, reading) {
    const { draft, report } = reading
    const all = toObjects(json)
    const lists = new NamedLists(draft.lists)
    const open = all.filter(({ status }) => status === 'pending' || status === 'waiting')
    // The first occurrence goes on repeating; the hidden parent is one only where there is none.
    const heirs = new Map(open.toReversed().map((task) => [toText(task.parent), toText(task.uuid)]))
    for (const task of all) {
      const title = toText(task.description) ?? ''
      const uuid = toText(task.uuid)
      if (uuid === undefined) continue
      if (task.status === 'deleted') {
        report.add('What was deleted there is left out.', title)
        continue
      }
      if (task.status === 'recurring' && heirs.has(uuid)) continue
      const parent = toText(task.parent)
      const repeats = parent === undefined || heirs.get(parent) === uuid
      const name = toText(task.project)
      const list = lists.add(name ?? 'Inbox', name === undefined)
      draft.tasks.push(readTask(task, { uuid, list, title, repeats }, reading))
    }
  },
}

type Place = { uuid: string; list: string; title: string; repeats: boolean }

function readTask(
  task: JsonObject,
  { uuid, list, title, repeats }: Place,
  { report, context }: Reading,
): DraftTask {
  reportUnknown(Object.keys(task), known, report)
  if (task.depends !== undefined) report.add('What a task depends on is left out.', title)
  if (task.until !== undefined) report.add('When a task expires is left out.', title)
  const due = toLocal(task.due, context.timeZone)
  const start = toLocal(task.scheduled ?? task.wait, context.timeZone)?.day
  const recur = toText(task.recur)
  const isDone = task.status === 'completed'
  return {
    ...{ key: uuid, list, title, due },
    startOn: start,
    notes: toObjects(task.annotations)
      .flatMap(({ description }) => toText(description) ?? [])
      .join('\n'),
    priority: priorities[toText(task.priority)?.toUpperCase() ?? ''] ?? 0,
    tags: toTexts(task.tags),
    ...(recur && repeats && { repeats: readRepeat(recur) }),
    completedAt: isDone ? (toMoment(task.end) ?? context.now) : undefined,
    createdAt: toMoment(task.entry),
    updatedAt: toMoment(task.modified),
  }
}

/** `20261201T080000Z`; of old versions the seconds since 1970. */
function toMoment(value: unknown): string | undefined {
  const text = toText(value)
  return text !== undefined && /^\d{9,11}$/.test(text)
    ? fromEpoch(Number(text) * 1000)
    : toInstant(text, 'UTC')
}

function toLocal(value: unknown, timeZone: string): DraftDue | undefined {
  const due = toDue(toMoment(value), timeZone)
  return due?.time === '00:00' ? { day: due.day } : due
}

function readRepeat(recur: string): DraftRepeat {
  const rule = rules[recur.toLowerCase()]
  if (rule) return { rule }
  const [, iso, count = '1', unit = ''] =
    /^(P)?(\d{0,4})\s*(d|w|m|q|y|days?|weeks?|wks?|months?|mnths?|mos?|quarters?|qtrs?|years?|yrs?)$/i.exec(
      recur,
    ) ?? []
  const frequency = ownFrequencies[unit.charAt(0).toLowerCase()]
  if (!frequency || (iso !== undefined && unit.length > 1)) return { text: recur }
  const times = Number(count || 1) * (/^q/i.test(unit) ? 3 : 1)
  return { rule: `FREQ=${frequency};INTERVAL=${times}` }
}
