import { bulkSize } from './early-limits.ts'
import type { TextRule } from './text/text.ts'

/** The rule for each text that people write, ready for `checkText`. */
export const textLimits = {
  taskTitle: { name: 'title', min: 1, max: 500, multiline: false },
  taskDescription: { name: 'description', min: 0, max: 50_000, multiline: true },
  listName: { name: 'list name', min: 1, max: 100, multiline: false },
  tagName: { name: 'tag name', min: 1, max: 100, multiline: false },
  viewName: { name: 'view name', min: 1, max: 100, multiline: false },
  // At least one character, because the app greets people by their name.
  personName: { name: 'name', min: 1, max: 100, multiline: false },
  accessTokenName: { name: 'token name', min: 1, max: 100, multiline: false },
  feedName: { name: 'calendar name', min: 1, max: 100, multiline: false },
  webhookDescription: { name: 'webhook description', min: 0, max: 200, multiline: false },
  quickAddLine: { name: 'line', min: 1, max: 1_000, multiline: false },
  searchText: { name: 'search', min: 1, max: 200, multiline: false },
} as const satisfies Record<string, TextRule>

/** How many ranges of a quick-add line can be named that stay text. */
export const maxIgnoredRanges = 100

/** Levels of subtasks under a task: the deepest has this many ancestors. */
export const maxSubtaskDepth = 5

/** How many subtasks outside the trash one task may have directly under it. */
export const maxSubtasksPerTask = 1000

/** How many coming occurrences are listed at once. */
export const occurrencePreview = { min: 1, max: 10, default: 5 } as const

export const maxTagsPerTask = 50

export const maxRemindersPerTask = 10

/** How long before the due time a reminder may ring: a leap year. */
export const maxReminderMinutes = 366 * 1_440

/** How many of each one person may have, including those in the trash. */
export const accountSize = { lists: 1_000, tags: 5_000, views: 500 } as const

/** How many tasks one import may have; the number of tasks in an account isn't limited. */
export const maxImportedTasks = 200_000

/** The most bytes of one exported file. */
export const maxExportBytes = 250_000_000

/** The most values in one statement; PostgreSQL counts them in 16 bits. */
export const maxStatementValues = 65_535

/** How many tags can be merged into another one at once. */
export const mergeSize = { min: 1, max: 100 } as const

/** How many objects a dry run tells of. */
export const dryRunSize = { max: 100 } as const

/** How many tasks, subtasks included, are duplicated at once: a task with a full list of subtasks, and some more. */
export const maxCopiedTasks = 2_000

/** The most items of any list in any input, before its own limit is checked. */
export const maxInputItems = bulkSize.max

/** The most values of a request in all; a thousand tasks with fifty tags each are 66,000. */
export const maxRequestValues = 100_000

/** The most objects of a filter, before its own limits are checked. */
export const maxFilterObjects = 1_000

/** How many problems of one request are reported. */
export const maxReportedProblems = 100

/** Characters (UTF-16 code units) of the message of an error, which may repeat what was sent. */
export const longestMessage = 1_000

/** How large a filter may be. */
export const filterLimits = {
  /** Filters in filters, relations included. */
  depth: 8,
  /** Comparisons in all of it, and the filters in it. */
  parts: 200,
  /** Values of one `in` or `nin`. */
  values: 100,
  /** Characters (UTF-16 code units) of a text to compare with. */
  textLength: 1_000,
} as const

/** Characters of a saved view's filter as JSON. */
export const savedFilterLength = 20_000

/** How many objects a page of a connection has. */
export const pageSize = { min: 1, max: 100, default: 50 } as const

/** How many objects a page of changes has. */
export const changePageSize = { min: 1, max: 500, default: 100 } as const

/** How many objects an event of live changes has at most. */
export const liveEventSize = changePageSize.default

/** How many events of one person are under way at once, for all their live results on one API process. */
export const maxEventsOnTheWay = 4

/** How many live results one person may have open on one API process. */
export const maxLiveResults = 100

/** How often a live result sends a heartbeat; proxies cut silent connections after a minute, some after half. */
export const liveHeartbeatSeconds = 12

/** How many changes of the log one undo or redo covers; so many take some seconds. */
export const maxUndoneChanges = 20_000

/** How far undo and redo reach back. */
export const undoDays = 30

/** How long a change stays in the log. */
export const changeLogDays = 90

/** How long after its time a reminder is still worth a mail or a notification. */
export const reminderUsefulHours = 12

/** How long what has rung stays in the list of it. */
export const deliveryDays = 30

/** How long the answer to an idempotency key is kept. */
export const idempotencyHours = 24

/** How many personal access tokens one person may have, expired ones included. */
export const maxAccessTokens = 50

/** How many calendar addresses one person may have. */
export const maxFeeds = 20

/** What a calendar that is subscribed to has at most; of more tasks, those that are due last. */
export const feedSize = {
  tasks: 5_000,
  /** Characters (UTF-16 code units), before the task that doesn't fit any more. */
  characters: 10_000_000,
  /** Characters (UTF-16 code units) of a task's notes in it. */
  notesLength: 1_000,
  /** Rules with a count, each of which has to be counted through. */
  countedRules: 50,
} as const

/** How many webhooks one person may have. */
export const maxWebhooks = 10

/** Characters (UTF-16 code units) of the address of a webhook. */
export const longestWebhookUrl = 2_000

/** What an event of a webhook has at most; of more it only says that it was too much. */
export const webhookEventSize = { changes: 50, bytes: 20_000 } as const

/** How many tests, events to be sent again and replays one person may ask for within an hour. */
export const maxWebhookRequests = 60

/** How long attempts are kept. */
export const webhookAttemptDays = 30

/** How long a webhook's former secret signs beside its new one. */
export const webhookOverlapHours = 24

/** After how long of failures in a row a webhook is stopped. */
export const webhookFailingDays = 5

/** How many browsers of one person show notifications, those included in which they were turned off. */
export const maxPushSubscriptions = 50

/** Characters (UTF-16 code units) of the address at which a browser is reached. */
export const longestPushEndpoint = 2_000

/** How long an expiring personal access token may be valid, at most and by default. */
export const accessTokenDays = { max: 366, default: 90 } as const

/** How precise the last use of a session, an access token or a calendar address is. */
export const lastUseSeconds = 60

/** The most of each that one operation of the API may have; the figures are configured. */
export type QueryLimits = {
  tokens: number
  /** Fields under fields: `{ me { name } }` has 2. */
  depth: number
  /** Counted, like everything below, with fragments expanded where they are used. */
  fields: number
  aliases: number
  directives: number
  rootFields: number
  /** In points; `docs/api.md` says how they are counted. */
  cost: number
}
