import { remindBefore } from '../draft/draft-reminders.ts'
import { fromEpoch, toDue, toInstant } from '../draft/moments.ts'
import { listKnown, reportUnknown } from '../draft/report-unknown.ts'
import {
  type JsonObject,
  sortByNumber,
  toNumber,
  toObject,
  toObjects,
  toText,
} from '../files/json-values.ts'
import type { Reading, SourceReader } from '../source-reader.ts'

const fields = {
  id: 'Keeps it the same task when it is imported again; holds when it was created',
  name: 'Title',
  desc: 'Notes',
  idList: 'Section: a list of its own, or a tag; the board is the list',
  pos: 'Order',
  labels: 'Tags; one without a name is its colour',
  due: 'Due date',
  dueComplete: 'Completed',
  start: 'Start',
  closed: 'Archived cards are completed',
  checklists: 'Subtasks',
  attachments: 'Notes: `Link`; files are left out',
  comments: 'Notes: `Comment`, of the board’s last thousand actions',
  idMembers: 'Reported',
  customFieldItems: 'Reported',
  dueReminder: 'Reminder: so many minutes before',
  dateLastActivity: 'When it was changed',
  shortUrl: 'Left out',
}
const known = listKnown(fields, [
  ...['address', 'agent', 'badges', 'cardRole', 'checkItemStates', 'coordinates', 'cover'],
  ...['creationMethod', 'creationMethodError', 'creationMethodLoadingStartedAt', 'dateClosed'],
  ...['dateCompleted', 'dateViewedByCreator', 'descData', 'email', 'faviconUrl'],
  ...['idAttachmentCover', 'idBoard', 'idChecklists', 'idLabels', 'idMemberCreator'],
  ...['idMembersVoted', 'idOrganization', 'idShort', 'isTemplate', 'limits', 'locationName'],
  ...['manualCoverAttachment', 'mirrorSourceId', 'nodeId', 'originalDesc', 'originalName'],
  ...['pinned', 'pluginData', 'recurrenceRule', 'shortLink', 'staticMapUrl', 'subscribed', 'url'],
  ...['urlSource', 'urlSourceText', 'votes', 'stickers'],
])

/** A board as Trello exports it. */
export const trelloReader: SourceReader = {
  source: 'trello',
  fields,
  recognizes({ json }) {
    const { cards, lists } = toObject(json)
    return Array.isArray(cards) && Array.isArray(lists)
  },
  read(file, reading) {
    const board = toObject(file.json)
    const name = toText(board.name) ?? file.stem
    const key = toText(board.id) ?? name
    reading.draft.lists.push({ key, name, isArchived: board.closed === true })
    const lists = new Map(toObjects(board.lists).map((list) => [toText(list.id), list]))
    const listOrder = (card: JsonObject) => Number(lists.get(toText(card.idList))?.pos ?? 0) || 0
    const checklists = Map.groupBy(toObjects(board.checklists), (list) => toText(list.idCard))
    const comments = listComments(toObjects(board.actions))
    const cards = sortByNumber(toObjects(board.cards), ({ pos }) => pos)
    for (const card of cards.toSorted((one, other) => listOrder(one) - listOrder(other))) {
      const column = lists.get(toText(card.idList))
      const own = checklists.get(toText(card.id)) ?? toObjects(card.checklists)
      readCard(card, { key, column, own, comments }, reading)
    }
  },
}

function listComments(actions: readonly JsonObject[]): Map<string, string[]> {
  const comments = new Map<string, string[]>()
  // The newest comes first.
  for (const { type, data } of actions.toReversed()) {
    const text = toText(toObject(data).text)
    const card = toText(toObject(toObject(data).card).id)
    if (type === 'commentCard' && text && card)
      comments.getOrInsertComputed(card, () => []).push(text)
  }
  return comments
}

type Place = {
  key: string
  column: JsonObject | undefined
  own: readonly JsonObject[]
  comments: ReadonlyMap<string, string[]>
}

function readCard(card: JsonObject, place: Place, { draft, report, context }: Reading): void {
  const { key: list, column, own, comments } = place
  const key = toText(card.id)
  const title = toText(card.name) ?? ''
  if (key === undefined) return
  reportUnknown(Object.keys(card), known, report)
  if (Array.isArray(card.idMembers) && card.idMembers.length > 0)
    report.add('Whom a task is assigned to is left out.', title)
  if (Array.isArray(card.customFieldItems) && card.customFieldItems.length > 0)
    report.add('Custom fields are left out.', title)
  const isArchived = card.closed === true || column?.closed === true
  if (isArchived) report.add('Archived cards come as completed tasks.', title)
  const changedAt = toInstant(toText(card.dateLastActivity), 'UTC')
  const isDone = card.dueComplete === true || isArchived
  const completedAt = isDone ? (changedAt ?? context.now) : undefined
  const due = toDue(toText(card.due), context.timeZone)
  const start = toDue(toText(card.start), context.timeZone)?.day
  const createdAt = createdBy(key)
  // None is written as -1.
  const remind = toNumber(card.dueReminder) ?? -1
  const attachments = toObjects(card.attachments)
  if (attachments.some(({ isUpload }) => isUpload === true))
    report.add('Attached files are left out.', title)
  draft.tasks.push({
    ...{ key, list, title, due, completedAt, createdAt, updatedAt: changedAt },
    section: toText(column?.name),
    notes: toText(card.desc),
    startOn: start,
    reminders: remind >= 0 ? [remindBefore(remind, `${remind} minutes before`)] : [],
    tags: toObjects(card.labels).flatMap(({ name, color }) => toText(name) ?? toText(color) ?? []),
    extras: [
      ...attachments
        .filter(({ isUpload }) => isUpload !== true)
        .map(({ url }) => ['Link', toText(url) ?? ''] as const),
      ...(comments.get(key) ?? []).map((text) => ['Comment', text] as const),
    ],
  })
  for (const checklist of sortByNumber(own, ({ pos }) => pos))
    for (const item of sortByNumber(toObjects(checklist.checkItems), ({ pos }) => pos)) {
      const itemDue = toDue(toText(item.due), context.timeZone)
      draft.tasks.push({
        key: toText(item.id) ?? `${key}/${toText(item.name)}`,
        ...{ list, parent: key, title: toText(item.name) ?? '', due: itemDue, createdAt },
        completedAt:
          isDone || item.state === 'complete'
            ? (completedAt ?? changedAt ?? context.now)
            : undefined,
      })
    }
}

/** An id begins with the seconds since 1970. */
function createdBy(id: string): string | undefined {
  return /^[0-9a-f]{24}$/i.test(id)
    ? fromEpoch(Number.parseInt(id.slice(0, 8), 16) * 1000)
    : undefined
}
