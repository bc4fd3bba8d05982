import { bulkSize } from './early-limits.ts'
import {
  accountSize,
  maxAccessTokens,
  maxCopiedTasks,
  maxExportBytes,
  maxFeeds,
  maxImportedTasks,
  maxInputItems,
  maxLiveResults,
  maxPushSubscriptions,
  maxRequestValues,
  maxStatementValues,
  maxSubtaskDepth,
  maxSubtasksPerTask,
  maxTagsPerTask,
  maxUndoneChanges,
  maxWebhookRequests,
  maxWebhooks,
  mergeSize,
} from './limits.ts'

type LimitWords = {
  max: number
  /** What is allowed, with `#` for the figure. */
  rule: string
  /** The verb before the figure that was found; “would make” by default. */
  verb?: string
  cure: string
}

/**
 * The limits of how much a person has, and of how much one call does. Limits of a single value (a text, a
 * filter, an order) are rules of that value instead, and breaking them is `BAD_USER_INPUT`.
 */
const limits = {
  lists: {
    max: accountSize.lists,
    rule: 'You can have # lists, those in the trash included',
    cure: 'Delete some for good first.',
  },
  tags: { max: accountSize.tags, rule: 'You can have # tags', cure: 'Delete some first.' },
  views: { max: accountSize.views, rule: 'You can have # views', cure: 'Delete some first.' },
  accessTokens: {
    max: maxAccessTokens,
    rule: 'You can have # access tokens',
    cure: 'Revoke one that you don’t need any more.',
  },
  feeds: {
    max: maxFeeds,
    rule: 'You can have # calendar addresses',
    cure: 'Revoke one that you don’t need any more.',
  },
  webhooks: {
    max: maxWebhooks,
    rule: 'You can have # webhooks',
    cure: 'Delete one that you don’t need any more.',
  },
  webhookRequests: {
    max: maxWebhookRequests,
    rule: 'Tests, replays and what is sent again are # an hour at most',
    cure: 'Wait a while.',
  },
  pushSubscriptions: {
    max: maxPushSubscriptions,
    rule: 'You can have notifications in # browsers',
    cure: 'Sign out of one that you don’t use any more.',
  },
  subtasks: {
    max: maxSubtasksPerTask,
    rule: 'A task can have # subtasks',
    cure: 'Put some elsewhere, or use a list.',
  },
  subtaskDepth: {
    max: maxSubtaskDepth,
    rule: 'Subtasks go # levels deep',
    cure: 'Take a parent that is further up, or move it there.',
  },
  tagsOfTask: {
    max: maxTagsPerTask,
    rule: 'A task can have # tags',
    cure: 'Leave some out, or take some off.',
  },
  bulk: {
    max: bulkSize.max,
    rule: 'At most # can be changed at once',
    verb: 'names',
    cure: 'Split them up.',
  },
  copiedTasks: {
    max: maxCopiedTasks,
    rule: 'At most # tasks can be duplicated at once, subtasks included',
    cure: 'Duplicate some at a time.',
  },
  mergedTags: {
    max: mergeSize.max,
    rule: 'At most # tags can be merged at once',
    verb: 'names',
    cure: 'Merge them in several steps.',
  },
  inputItems: {
    max: maxInputItems,
    rule: 'A list of an input has at most # items',
    verb: 'one has',
    cure: 'Split it up.',
  },
  inputFields: {
    max: maxInputItems,
    rule: 'An object of an input has at most # fields',
    verb: 'one has',
    cure: 'Leave out those that the schema doesn’t have.',
  },
  requestValues: {
    max: maxRequestValues,
    rule: 'A request has at most # values',
    verb: 'one has',
    cure: 'Split it up.',
  },
  liveResults: {
    max: maxLiveResults,
    rule: 'At most # live results can be open at a time',
    cure: 'Close one first.',
  },
  undoneChanges: {
    max: maxUndoneChanges,
    rule: 'Undo and redo take back up to # changes at once',
    verb: 'would be',
    cure: 'Delete what was added, or take what was deleted out of the trash.',
  },
  importedTasks: {
    max: maxImportedTasks,
    rule: 'One import takes # tasks',
    verb: 'file has',
    cure: 'Split it into several.',
  },
  exportBytes: {
    max: maxExportBytes,
    rule: 'One file has up to # bytes',
    verb: 'one would have',
    cure: 'Page through the GraphQL API instead.',
  },
  statementValues: {
    max: maxStatementValues,
    rule: 'One statement of the database takes # values',
    verb: 'one has',
    cure: 'Ask for less at once.',
  },
} as const satisfies Record<string, LimitWords>

export type LimitName = keyof typeof limits

/** An exceeded limit: its name, its figure, the figure that was found, and the message. */
export type Excess = {
  limit: LimitName
  max: number
  /** Undefined if nobody counted to the end. */
  found: number | undefined
  message: string
}

/** The exceeded limit; undefined while `found` is within it. */
export function findExcess(limit: LimitName, found: number): Excess | undefined {
  return found > limits[limit].max ? describeExcess(limit, { found }) : undefined
}

/**
 * The message for a limit that is known to be exceeded.
 *
 * @param figures the figure that was found, if it was counted; another limit than the usual one
 */
export function describeExcess(
  limit: LimitName,
  { found, max = limits[limit].max }: { found?: number; max?: number } = {},
): Excess {
  const { rule, cure, verb = 'would make' }: LimitWords = limits[limit]
  const limited = rule.replace('#', max.toLocaleString('en'))
  const message = `${limited}, and this ${verb} ${found?.toLocaleString('en') ?? 'more'}. ${cure}`
  return { limit, max, found, message }
}
