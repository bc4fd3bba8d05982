// Made from schema.graphql by `npm run codegen`.

/** A key for a program of yours, without the key itself. */
export type AccessToken = {
  /** When it was created. */
  createdAt: string
  /** When it stops working, or did; null when it never expires. */
  expiresAt: string | null
  /** A UUID; that of a person or session is an opaque text. */
  id: string
  /** When it was last used, to within 60 seconds; null when it never was. */
  lastUsedAt: string | null
  /** What it is called. */
  name: string
  /** What it allows. */
  scopes: AccessTokenScope[]
}

/** What an access token allows. */
export type AccessTokenScope =
  /** account:read. To read your name, e-mail address and preferences, and the names of the devices and tokens that changed a task. */
  | 'ACCOUNT_READ'
  /** tasks:read. To read tasks, lists, tags and views, and to follow them live. */
  | 'TASKS_READ'
  /** tasks:write. To change them. Without tasks:read a mutation returns nothing but its mutationId. */
  | 'TASKS_WRITE'

/** Which list is meant. */
export type ArchiveListInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** The id of the list. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type ArchiveListPayload = {
  /** The list as it is now. */
  list: List
  /** What this change is called in the log; undo takes it. */
  mutationId: string
}

/** Compares a field that is true or false. */
export type BooleanComparator = {
  /** Is this. */
  eq?: boolean | null | undefined
  /** Is not this. */
  neq?: boolean | null | undefined
}

/** What happens to the others when one of several can’t be done. */
export type BulkMode =
  /** All or nothing: one problem refuses everything, and all are reported. */
  | 'ALL'
  /** Each for itself: results say what became of each. */
  | 'EACH'

/** That an object was created, changed or deleted, and how it is now. Replace what you hold under the id with node; when deleted, drop it. */
export type Change = {
  /** When it was changed last. */
  at: string
  /** Whether it is gone for good. An object in the trash is not: it is there, with its deletedAt. */
  deleted: boolean
  /** What kind of object it is; known also when it is deleted. */
  entityType: ChangedEntity
  /** The id of the object. */
  id: string
  /** The mutation that changed it last; your own ones you know from their payloads. */
  mutationId: string
  /** The object in its newest form, which may be newer than this change; null when it is deleted. */
  node: ChangedNode | null
}

/** Changes in the order in which they happened, each object once. An object may point at another one that comes later; when hasMore is false, everything fits together. */
export type ChangePage = {
  /** What has changed; empty when nothing has. */
  changes: Change[]
  /** Where to go on. Keep it together with what you have applied. */
  cursor: string
  /** Whether there is more after this page already. */
  hasMore: boolean
  /** Whether your cursor is too old to know what you missed (changes are kept 90 days). Drop what you hold, load it again, and continue from this page’s cursor. */
  resetRequired: boolean
}

/** What kind of object has changed. */
export type ChangedEntity =
  /** A list. Counts of its tasks don’t count as its changes. */
  | 'LIST'
  /** A saved view. */
  | 'SAVED_VIEW'
  /** A tag. */
  | 'TAG'
  /** A task, with the tags on it. */
  | 'TASK'

export type ChangedNode =
  | ({ __typename: 'List' } & List)
  | ({ __typename: 'SavedView' } & SavedView)
  | ({ __typename: 'Tag' } & Tag)
  | ({ __typename: 'Task' } & Task)

/** What `changes` takes. */
export type ChangesArguments = {
  /** How many objects at most: 1 to 500; 100 by default. */
  first?: number | null | undefined
  /** Only what comes after this cursor; without one from the beginning of the log. One of another account, or none of ours, is BAD_USER_INPUT. */
  since?: string | null | undefined
}

/** The colour of a list or a tag. Each has a light and a dark shade in the apps. */
export type Color =
  /** Blue. */
  | 'BLUE'
  /** Gray. */
  | 'GRAY'
  /** Green. */
  | 'GREEN'
  /** Indigo, between blue and purple. */
  | 'INDIGO'
  /** Orange. */
  | 'ORANGE'
  /** Pink. */
  | 'PINK'
  /** Purple. */
  | 'PURPLE'
  /** Red. */
  | 'RED'
  /** Teal, between green and blue. */
  | 'TEAL'
  /** Yellow. */
  | 'YELLOW'

/** Which task is meant. */
export type CompleteTaskInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** The id of the task. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type CompleteTaskPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The next occurrence of a repeating task, its subtasks open again; null when there is none. */
  nextTask: Task | null
  /** The task as it is now. */
  task: Task
}

/** Which tasks are meant. */
export type CompleteTasksInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The ids of the tasks, 1 to 1000; none at all is refused, and nothing changes. One named twice counts once. */
  ids: string[]
  /** What happens to the others when one can’t be done. */
  mode?: BulkMode | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type CompleteTasksPayload = {
  /** How many of the named tasks are not as they were before. */
  changedCount: number
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The next occurrences of the repeating ones. */
  nextTasks: { id: string }[]
  /** What became of each, in the order they were named. */
  results: TaskResult[]
  /** The tasks as they are now, without those that were refused. */
  tasks: { id: string }[]
}

/** An access token to create. */
export type CreateAccessTokenInput = {
  /** When it stops working, at most 366 days ahead; 90 days ahead by default. null: never. */
  expiresAt?: string | null | undefined
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** What you will know it by. One line, 1 to 100 characters after trimming. */
  name: string
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
  /** What it allows; at least one. */
  scopes: AccessTokenScope[]
}

/** What has changed. */
export type CreateAccessTokenPayload = {
  /** The new token, without its secret. */
  accessToken: AccessToken
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The token itself, to send as Authorization: Bearer. It is shown only this once and not stored: null when the mutation is repeated with its idempotencyKey; then revoke it and create another. */
  token: string | null
}

/** A calendar address to create. */
export type CreateFeedInput = {
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** What the calendar is to be called. One line, 1 to 100 characters after trimming. */
  name: string
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
  /** The saved view whose tasks it shows. Without one, or null: every open task that has a day. */
  viewId?: string | null | undefined
}

/** What has changed. */
export type CreateFeedPayload = {
  /** The address itself: whoever has it can read these tasks. It is shown only this once and not stored: null when the mutation is repeated with its idempotencyKey; then revoke it and create another. It answers with events; with ?as=todos, with to-dos. */
  address: string | null
  /** The new address, without its secret. */
  feed: Feed
  /** What this change is called in the log; undo takes it. */
  mutationId: string
}

/** A list to create. */
export type CreateListInput = {
  /** The list to put it right after. By default it goes to the end. */
  afterId?: string | null | undefined
  /** The list to put it right before; not together with afterId. */
  beforeId?: string | null | undefined
  /** Its colour; none by default. */
  color?: Color | null | undefined
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** One emoji; none by default. */
  icon?: string | null | undefined
  /** A UUID of your own making, so that the mutation can be repeated safely: the same id with the same name, color and icon gives the stored list, with others CONFLICT. By default the server creates one (version 7). */
  id?: string | null | undefined
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** What to call it. One line, 1 to 100 characters after trimming. */
  name: string
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type CreateListPayload = {
  /** The list as it is now. */
  list: List
  /** What this change is called in the log; undo takes it. */
  mutationId: string
}

/** A browser’s subscription, as PushSubscription.toJSON() gives it. */
export type CreatePushSubscriptionInput = {
  /** keys.auth: 16 bytes in base64url. */
  auth: string
  /** Its endpoint, unchanged: an address of a browser vendor’s push service, at most 2000 characters. */
  endpoint: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** Whether the app does this by itself, as it should at each start. Then nothing happens if you have turned notifications off for this browser meanwhile. */
  isRenewal?: boolean | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
  /** keys.p256dh: 65 bytes in base64url. */
  p256dh: string
}

/** What has changed. */
export type CreatePushSubscriptionPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The browser as it is stored; null for a renewal of what was turned off: then the browser’s own subscription should be ended too. */
  pushSubscription: PushSubscription | null
}

/** A view to save. */
export type CreateSavedViewInput = {
  /** The view to put it right after. By default it goes to the end. */
  afterId?: string | null | undefined
  /** The view to put it right before; not together with afterId. */
  beforeId?: string | null | undefined
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** Which tasks it shows; by default all outside the trash. Up to 20000 characters as JSON. */
  filter?: TaskFilter | null | undefined
  /** What it puts them together by; NONE by default. */
  groupBy?: TaskGrouping | null | undefined
  /** One emoji; none by default. */
  icon?: string | null | undefined
  /** A UUID of your own making, so that the mutation can be repeated safely: the same id with the same contents gives the stored view, with others CONFLICT. By default the server creates one (version 7). */
  id?: string | null | undefined
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** What to call it. One line, 1 to 100 characters after trimming. */
  name: string
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
  /** What it sorts them by, 5 keys at most; by default the usual order. */
  orderBy?: TaskOrder[] | null | undefined
}

/** What has changed. */
export type CreateSavedViewPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The view as it is now. */
  savedView: SavedView
}

/** A tag to create. */
export type CreateTagInput = {
  /** Its colour; none by default. */
  color?: Color | null | undefined
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** A UUID of your own making, so that the mutation can be repeated safely: the same id with the same input gives the stored tag, with other input CONFLICT. By default the server creates one (version 7). */
  id?: string | null | undefined
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** What to call it. One line, 1 to 100 characters after trimming. */
  name: string
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type CreateTagPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The new tag. */
  tag: Tag
}

/** A task to write down. */
export type CreateTaskInput = {
  /** The sibling it goes right after, in the list and under the parent it comes to. */
  afterId?: string | null | undefined
  /** The sibling it goes right before, in the list and under the parent it comes to. */
  beforeId?: string | null | undefined
  /** Notes. Markdown, up to 50000 characters. */
  description?: string | null | undefined
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** The day it is due. */
  dueOn?: string | null | undefined
  /** The wall-clock time it is due. HH:MM from 00:00 to 23:59; needs a due day. */
  dueTime?: string | null | undefined
  /** The IANA time zone of the due time, such as Europe/Berlin; needs a due time. Your own zone by default. */
  dueTimeZone?: string | null | undefined
  /** A UUID of your own making, so that the mutation can be repeated safely: the same id with the same input gives the stored task, with other input CONFLICT. By default the server creates one (version 7). */
  id?: string | null | undefined
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The list to put it in; by default its parent’s, and without one the inbox. */
  listId?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
  /** The task to put it under. One that is completed is opened again. */
  parentId?: string | null | undefined
  /** How much it matters; NONE by default. */
  priority?: Priority | null | undefined
  /** How it repeats; needs a due day, which becomes the first day on or after it that the rule gives. */
  recurrence?: RecurrenceInput | null | undefined
  /** When it calls for attention, 10 times at most. */
  reminders?: ReminderInput[] | null | undefined
  /** The day it can be begun; not after the due day. */
  startOn?: string | null | undefined
  /** Its tags, 50 at most, with those in tagNames. */
  tagIds?: string[] | null | undefined
  /** Tags by their names, beside those in tagIds. One that doesn’t exist, in whatever case, is created; undo removes it again. */
  tagNames?: string[] | null | undefined
  /** What is to be done. One line, 1 to 500 characters after trimming. */
  title: string
}

/** What has changed. */
export type CreateTaskPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The task as it is now. */
  task: Task
}

/** Tasks to write down. */
export type CreateTasksInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** What happens to the others when one can’t be done. */
  mode?: BulkMode | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
  /** The tasks, 1 to 1000; none at all is refused, and nothing changes. */
  tasks: NewTaskInput[]
}

/** What has changed. */
export type CreateTasksPayload = {
  /** How many of the named tasks are not as they were before. */
  changedCount: number
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** What became of each, in the order they were named. */
  results: TaskResult[]
  /** The tasks as they are now, without those that were refused. */
  tasks: { id: string }[]
}

/** A webhook to create. */
export type CreateWebhookInput = {
  /** What you call it. One line, at most 200 characters. */
  description?: string | null | undefined
  /** What its events are to be about; null: everything. */
  entities?: WebhookEntity[] | null | undefined
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
  /** What was done to that; null: everything. */
  operations?: WebhookOperation[] | null | undefined
  /** Where to send it: an https address of the public internet, at most 2000 characters. */
  url: string
}

/** What has changed. */
export type CreateWebhookPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** What its events are signed with: whsec_ and 32 bytes in base64. It is shown only this once: null when the mutation is repeated with its idempotencyKey; then roll it. */
  secret: string | null
  /** The webhook, without its secret. */
  webhook: Webhook
}

/** How dates are written. */
export type DateStyle =
  /** As is usual where the device is set to be. */
  | 'AUTO'
  /** 31 Dec 2026. */
  | 'DAY_FIRST'
  /** Dec 31, 2026. */
  | 'MONTH_FIRST'
  /** 2026-12-31. */
  | 'YEAR_FIRST'

/** Compares an instant. */
export type DateTimeComparator = {
  /** Is this. */
  eq?: string | null | undefined
  /** Is greater, or after. */
  gt?: string | null | undefined
  /** Is greater or equal, or not before. */
  gte?: string | null | undefined
  /** Is one of these, 100 at most. An empty list lets nothing through. */
  in?: string[] | null | undefined
  /** Is less, or before. */
  lt?: string | null | undefined
  /** Is less or equal, or not after. */
  lte?: string | null | undefined
  /** Is not this; also true where there is no value. */
  neq?: string | null | undefined
  /** Is none of these, 100 at most; also true where there is no value. */
  nin?: string[] | null | undefined
}

/** Which list is meant. */
export type DeleteListForGoodInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** The id of the list. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type DeleteListForGoodPayload = {
  /** How many lists this call has deleted. */
  deletedListCount: number
  /** How many tasks this call has deleted, subtasks included. */
  deletedTaskCount: number
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** How many of the tasks and lists that are meant are left; 0 when all are gone. */
  remainingCount: number
}

/** Which list is meant. */
export type DeleteListInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** The id of the list. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type DeleteListPayload = {
  /** The list as it is now. */
  list: List
  /** What this change is called in the log; undo takes it. */
  mutationId: string
}

/** Which browser is meant. */
export type DeletePushSubscriptionInput = {
  /** The id of the push subscription. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type DeletePushSubscriptionPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The subscription as it was. */
  pushSubscription: PushSubscription
}

/** Which view is meant. */
export type DeleteSavedViewInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** The id of the view. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type DeleteSavedViewPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The view as it was. */
  savedView: SavedView
}

/** Which tag is meant. */
export type DeleteTagInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** The id of the tag. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type DeleteTagPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The tag as it was. */
  tag: Tag
}

/** Which task is meant. */
export type DeleteTaskForGoodInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** The id of the task. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type DeleteTaskForGoodPayload = {
  /** The id of the task that is gone. */
  deletedTaskId: string
  /** What this change is called in the log; undo takes it. */
  mutationId: string
}

/** Which task is meant. */
export type DeleteTaskInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** The id of the task. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type DeleteTaskPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The task as it is now. */
  task: Task
}

/** Which tasks are meant. */
export type DeleteTasksForGoodInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The ids of the tasks, 1 to 1000; none at all is refused, and nothing changes. One named twice counts once. */
  ids: string[]
  /** What happens to the others when one can’t be done. */
  mode?: BulkMode | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type DeleteTasksForGoodPayload = {
  /** The named tasks that are gone, without those under them. */
  deletedTaskIds: string[]
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** What became of each, in the order they were named; of those that are gone, task is null. */
  results: TaskResult[]
}

/** Which tasks are meant. */
export type DeleteTasksInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The ids of the tasks, 1 to 1000; none at all is refused, and nothing changes. One named twice counts once. */
  ids: string[]
  /** What happens to the others when one can’t be done. */
  mode?: BulkMode | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type DeleteTasksPayload = {
  /** How many of the named tasks are not as they were before. */
  changedCount: number
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** What became of each, in the order they were named. */
  results: TaskResult[]
  /** The tasks as they are now, without those that were refused. */
  tasks: { id: string }[]
}

/** Which webhook is meant. */
export type DeleteWebhookInput = {
  /** The id of the webhook. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type DeleteWebhookPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The webhook. */
  webhook: Webhook
}

/** Which reminder is meant. */
export type DismissReminderInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
  /** The id of the reminder. */
  reminderId: string
  /** The id of the task it is of. */
  taskId: string
}

/** What has changed. */
export type DismissReminderPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The reminder as it is now. */
  reminder: Reminder
  /** The task as it is now. */
  task: Task
}

/** The state of a due date, in your own time zone, whether or not the task is completed. */
export type DueState =
  /** After the next 7 days. */
  | 'LATER'
  /** Tomorrow or within the six days after it. */
  | 'NEXT_7_DAYS'
  /** No due date. */
  | 'NONE'
  /** The due day is over, or the due time has passed. */
  | 'OVERDUE'
  /** Today, and not overdue. */
  | 'TODAY'

/** Compares the state of the due date or of the plan, in your time zone. */
export type DueStateComparator = {
  /** Is this. */
  eq?: DueState | null | undefined
  /** Is one of these. */
  in?: DueState[] | null | undefined
  /** Is not this. */
  neq?: DueState | null | undefined
  /** Is none of these. */
  nin?: DueState[] | null | undefined
}

/** Which task is meant. */
export type DuplicateTaskInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** The id of the task. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type DuplicateTaskPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The copy. */
  task: Task
}

/** Which tasks are meant. */
export type DuplicateTasksInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The ids of the tasks, 1 to 1000; none at all is refused, and nothing changes. One named twice counts once. */
  ids: string[]
  /** What happens to the others when one can’t be done. */
  mode?: BulkMode | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type DuplicateTasksPayload = {
  /** How many of the named tasks are not as they were before. */
  changedCount: number
  /** The copies of the named tasks, without those of their subtasks. */
  copies: { id: string }[]
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** What became of each, in the order they were named. */
  results: TaskResult[]
  /** The tasks as they are now, without those that were refused. */
  tasks: { id: string }[]
}

/** How much of the trash is meant. */
export type EmptyTrashInput = {
  /** Only what was put into the trash until then, such as the newest deletedAt that a person has seen before they agreed. By default everything. */
  deletedUntil?: string | null | undefined
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type EmptyTrashPayload = {
  /** How many lists this call has deleted. */
  deletedListCount: number
  /** How many tasks this call has deleted, subtasks included. */
  deletedTaskCount: number
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** How many of the tasks and lists that are meant are left; 0 when all are gone. */
  remainingCount: number
}

/** There is nothing to choose. */
export type EndOtherSessionsInput = {
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type EndOtherSessionsPayload = {
  /** The ids of the sessions that were ended. */
  endedSessionIds: string[]
  /** What this change is called in the log; undo takes it. */
  mutationId: string
}

/** Which session is meant. */
export type EndSessionInput = {
  /** The id of the session. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type EndSessionPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The session as it was. */
  session: Session
}

/** An address at which calendar apps read your tasks, without its secret. */
export type Feed = {
  /** When it was created. */
  createdAt: string
  /** A UUID; that of a person or session is an opaque text. */
  id: string
  /** When an app last read it, to within 60 seconds; null when none did. */
  lastReadAt: string | null
  /** What the calendar is called. */
  name: string
  /** The saved view whose tasks it shows; null: every open task that has a day. If the view is deleted, the address answers 404 until that is undone. */
  viewId: string | null
}

/** Compares an id. A text that is no UUID is nobody’s id. */
export type IDComparator = {
  /** Is this. */
  eq?: string | null | undefined
  /** Is one of these, 100 at most. An empty list lets nothing through. */
  in?: string[] | null | undefined
  /** Is not this; also true where there is no value. */
  neq?: string | null | undefined
  /** Is none of these, 100 at most; also true where there is no value. */
  nin?: string[] | null | undefined
}

/** A list of tasks. Everybody has one from the start, the inbox. */
export type List = {
  /** How many of these open tasks start on a later day, in your own time zone: the app counts a task once it has begun. */
  aheadTaskCount: number
  /** When it was archived; null when it is not. */
  archivedAt: string | null
  /** Its colour; null when it has none. */
  color: Color | null
  /** When it was created. */
  createdAt: string
  /** When it was put into the trash; null when it is not there. */
  deletedAt: string | null
  /** One emoji; null when it has none. */
  icon: string | null
  /** A UUID; that of a person or session is an opaque text. */
  id: string
  /** Whether it is the inbox, where a task goes that names no list. It can’t be archived or deleted. */
  isInbox: boolean
  /** What the list is called: 1 to 100 characters. */
  name: string
  /** How many tasks in it are neither completed nor in the trash, subtasks included. */
  openTaskCount: number
  /** Its position among all your lists: they are in order when these are, compared byte by byte. */
  position: string
  /** When it was last changed itself; its tasks don’t count. */
  updatedAt: string
}

/** What `list` takes. */
export type ListArguments = {
  /** The id of the list. */
  id: string
}

/** A page of a list that can grow. */
export type ListConnection = {
  /** The nodes without their cursors. */
  nodes: List[]
  /** The position of the page. */
  pageInfo: PageInfo
}

/** Which lists are meant. Everything said must be true. Filters nest 8 deep at most and have 200 parts, comparisons and filters. A field given as null is refused. */
export type ListFilter = {
  /** All of these must be true; none given is true. */
  and?: ListFilter[] | null | undefined
  /** Whether it is archived. */
  archived?: BooleanComparator | null | undefined
  /** Whether it is in the trash. */
  deleted?: BooleanComparator | null | undefined
  /** Its id. */
  id?: IDComparator | null | undefined
  /** Whether it is the inbox. */
  isInbox?: BooleanComparator | null | undefined
  /** What it is called. */
  name?: TextComparator | null | undefined
  /** This must not be true. */
  not?: ListFilter | null | undefined
  /** One of these must be true; none given lets nothing through. */
  or?: ListFilter[] | null | undefined
}

/** What `lists` takes. */
export type ListsArguments = {
  /** Only what comes after this cursor. */
  after?: string | null | undefined
  /** Only what comes before this cursor. */
  before?: string | null | undefined
  /** How many from the front: 1 to 100; 50 when neither first nor last is given. */
  first?: number | null | undefined
  /** Gives the lists in the trash instead, archived or not. */
  inTrash?: boolean | null | undefined
  /** Whether archived lists are among them. */
  includeArchived?: boolean | null | undefined
  /** How many from the back: 1 to 100; 50 when neither first nor last is given. */
  last?: number | null | undefined
}

/** Which tags become which. */
export type MergeTagsInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** The tags that go, 1 to 100; intoId is not among them. */
  fromIds: string[]
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The tag that remains. */
  intoId: string
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type MergeTagsPayload = {
  /** The ids of the tags that are gone. */
  deletedTagIds: string[]
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The remaining tag. */
  tag: Tag
}

/** Which list goes where. Exactly one of afterId and beforeId is needed. */
export type MoveListInput = {
  /** The list to put it right after. */
  afterId?: string | null | undefined
  /** The list to put it right before. */
  beforeId?: string | null | undefined
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** The id of the list. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type MoveListPayload = {
  /** The list as it is now. */
  list: List
  /** What this change is called in the log; undo takes it. */
  mutationId: string
}

/** Which view goes where. Exactly one of afterId and beforeId is needed. */
export type MoveSavedViewInput = {
  /** The view to put it right after. */
  afterId?: string | null | undefined
  /** The view to put it right before. */
  beforeId?: string | null | undefined
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** The id of the view. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type MoveSavedViewPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The view as it is now. */
  savedView: SavedView
}

/** Which task is meant, and where to. What is left out stays. */
export type MoveTaskInput = {
  /** The sibling it goes right after, in the list and under the parent it comes to. */
  afterId?: string | null | undefined
  /** The sibling it goes right before, in the list and under the parent it comes to. */
  beforeId?: string | null | undefined
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** The id of the task. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** Another list: its top level, unless parentId says more. */
  listId?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
  /** Another parent, which decides the list; null is the top level. One that is completed is opened again. */
  parentId?: string | null | undefined
}

/** What has changed. */
export type MoveTaskPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The task as it is now. */
  task: Task
}

/** Which tasks are meant, and where to. What is left out stays. */
export type MoveTasksInput = {
  /** The sibling it goes right after, in the list and under the parent it comes to. */
  afterId?: string | null | undefined
  /** The sibling it goes right before, in the list and under the parent it comes to. */
  beforeId?: string | null | undefined
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The ids of the tasks, 1 to 1000; none at all is refused, and nothing changes. One named twice counts once. */
  ids: string[]
  /** Another list: its top level, unless parentId says more. */
  listId?: string | null | undefined
  /** What happens to the others when one can’t be done. */
  mode?: BulkMode | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
  /** Another parent, which decides the list; null is the top level. */
  parentId?: string | null | undefined
}

/** What has changed. */
export type MoveTasksPayload = {
  /** How many of the named tasks are not as they were before. */
  changedCount: number
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** What became of each, in the order they were named. */
  results: TaskResult[]
  /** The tasks as they are now, without those that were refused. */
  tasks: { id: string }[]
}

/** One of several tasks to write down. */
export type NewTaskInput = {
  /** Notes. Markdown, up to 50000 characters. */
  description?: string | null | undefined
  /** The day it is due. */
  dueOn?: string | null | undefined
  /** The wall-clock time it is due. HH:MM from 00:00 to 23:59; needs a due day. */
  dueTime?: string | null | undefined
  /** The IANA time zone of the due time, such as Europe/Berlin; needs a due time. Your own zone by default. */
  dueTimeZone?: string | null | undefined
  /** A UUID of your own making, so that the mutation can be repeated safely: the same id with the same input gives the stored task, with other input CONFLICT. By default the server creates one (version 7). */
  id?: string | null | undefined
  /** The list to put it in; by default its parent’s, and without one the inbox. */
  listId?: string | null | undefined
  /** The task to put it under. One that is completed is opened again. */
  parentId?: string | null | undefined
  /** How much it matters; NONE by default. */
  priority?: Priority | null | undefined
  /** How it repeats; needs a due day, which becomes the first day on or after it that the rule gives. */
  recurrence?: RecurrenceInput | null | undefined
  /** When it calls for attention, 10 times at most. */
  reminders?: ReminderInput[] | null | undefined
  /** The day it can be begun; not after the due day. */
  startOn?: string | null | undefined
  /** Its tags, 50 at most, with those in tagNames. */
  tagIds?: string[] | null | undefined
  /** Tags by their names, beside those in tagIds. One that doesn’t exist, in whatever case, is created; undo removes it again. */
  tagNames?: string[] | null | undefined
  /** What is to be done. One line, 1 to 500 characters after trimming. */
  title: string
}

export type Node =
  | ({ __typename: 'AccessToken' } & AccessToken)
  | ({ __typename: 'Feed' } & Feed)
  | ({ __typename: 'List' } & List)
  | ({ __typename: 'PushSubscription' } & PushSubscription)
  | ({ __typename: 'SavedView' } & SavedView)
  | ({ __typename: 'Session' } & Session)
  | ({ __typename: 'Tag' } & Tag)
  | ({ __typename: 'Task' } & Task)
  | ({ __typename: 'User' } & User)
  | ({ __typename: 'Webhook' } & Webhook)

/** What `node` takes. */
export type NodeArguments = {
  /** The id of the object. */
  id: string
}

/** What `nodes` takes. */
export type NodesArguments = {
  /** The ids of the objects. */
  ids: string[]
}

/** Compares a day that may be missing. Without a value only neq, nin and null are true. */
export type NullableDateComparator = {
  /** Is this. */
  eq?: string | null | undefined
  /** Is greater, or after. */
  gt?: string | null | undefined
  /** Is greater or equal, or not before. */
  gte?: string | null | undefined
  /** Is one of these, 100 at most. An empty list lets nothing through. */
  in?: string[] | null | undefined
  /** Is less, or before. */
  lt?: string | null | undefined
  /** Is less or equal, or not after. */
  lte?: string | null | undefined
  /** Is not this; also true where there is no value. */
  neq?: string | null | undefined
  /** Is none of these, 100 at most; also true where there is no value. */
  nin?: string[] | null | undefined
  /** Whether there is no value. */
  null?: boolean | null | undefined
}

/** Compares an instant that may be missing. Without a value only neq, nin and null are true. */
export type NullableDateTimeComparator = {
  /** Is this. */
  eq?: string | null | undefined
  /** Is greater, or after. */
  gt?: string | null | undefined
  /** Is greater or equal, or not before. */
  gte?: string | null | undefined
  /** Is one of these, 100 at most. An empty list lets nothing through. */
  in?: string[] | null | undefined
  /** Is less, or before. */
  lt?: string | null | undefined
  /** Is less or equal, or not after. */
  lte?: string | null | undefined
  /** Is not this; also true where there is no value. */
  neq?: string | null | undefined
  /** Is none of these, 100 at most; also true where there is no value. */
  nin?: string[] | null | undefined
  /** Whether there is no value. */
  null?: boolean | null | undefined
}

/** Compares an id that may be missing. A text that is no UUID is nobody’s id. */
export type NullableIDComparator = {
  /** Is this. */
  eq?: string | null | undefined
  /** Is one of these, 100 at most. An empty list lets nothing through. */
  in?: string[] | null | undefined
  /** Is not this; also true where there is no value. */
  neq?: string | null | undefined
  /** Is none of these, 100 at most; also true where there is no value. */
  nin?: string[] | null | undefined
  /** Whether there is no value. */
  null?: boolean | null | undefined
}

/** Compares a text that may be missing, character by character. Each text to compare with has 1000 characters at most. */
export type NullableTextComparator = {
  /** Has this in it. */
  contains?: string | null | undefined
  /** Has this in it, in any case. */
  containsIgnoreCase?: string | null | undefined
  /** Ends with this. */
  endsWith?: string | null | undefined
  /** Ends with this, in any case. */
  endsWithIgnoreCase?: string | null | undefined
  /** Is this. */
  eq?: string | null | undefined
  /** Is this in any case: Unicode’s full case folding, so that ß is ss and a final sigma a sigma. */
  eqIgnoreCase?: string | null | undefined
  /** Is one of these, 100 at most. An empty list lets nothing through. */
  in?: string[] | null | undefined
  /** Is not this; also true where there is no value. */
  neq?: string | null | undefined
  /** Is none of these, 100 at most; also true where there is no value. */
  nin?: string[] | null | undefined
  /** Whether there is no value. */
  null?: boolean | null | undefined
  /** Begins with this. */
  startsWith?: string | null | undefined
  /** Begins with this, in any case. */
  startsWithIgnoreCase?: string | null | undefined
}

/** Where those without a value come. */
export type NullsOrder =
  /** Before all others. */
  | 'FIRST'
  /** After all others. */
  | 'LAST'

/** Which occurrences of a repeating task another due day is for. */
export type OccurrenceScope =
  /** This one alone; the next one comes as if it had stayed. */
  | 'THIS'
  /** This one and all that follow: Mondays become Tuesdays, the 15th the 20th, the 2nd Tuesday the 3rd Friday. */
  | 'THIS_AND_FOLLOWING'

/** Which end comes first. */
export type OrderDirection =
  /** The lowest or earliest first. */
  | 'ASC'
  /** The highest or latest first. */
  | 'DESC'

/** The position of a page in its connection. */
export type PageInfo = {
  /** The cursor of the last edge; null on an empty page. */
  endCursor: string | null
  /** Whether there is more after this page. */
  hasNextPage: boolean
  /** Whether there is more before this page. */
  hasPreviousPage: boolean
  /** The cursor of the first edge; null on an empty page. */
  startCursor: string | null
}

/** What `parseQuickAdd` takes. */
export type ParseQuickAddArguments = {
  /** The day that is meant where the line says none; none by default. A time in the line is on that day. */
  dueOn?: string | null | undefined
  /** What is to stay text. */
  ignore?: QuickAddIgnore | null | undefined
  /** One line of plain English, 1 to 1000 characters, such as “Pay rent every 1st 9am #home !high @admin”. What it can say is in docs/quick-add.md. */
  text: string
}

/** How much a task matters. In an order, URGENT is the highest. */
export type Priority =
  /** Matters much. */
  | 'HIGH'
  /** When there is time. */
  | 'LOW'
  /** Should be done. */
  | 'MEDIUM'
  /** Not said; what a new task has. */
  | 'NONE'
  /** Before everything else. */
  | 'URGENT'

/** Compares a priority; NONE is the lowest, URGENT the highest. */
export type PriorityComparator = {
  /** Is this. */
  eq?: Priority | null | undefined
  /** Is higher. */
  gt?: Priority | null | undefined
  /** Is higher or the same. */
  gte?: Priority | null | undefined
  /** Is one of these. */
  in?: Priority[] | null | undefined
  /** Is lower. */
  lt?: Priority | null | undefined
  /** Is lower or the same. */
  lte?: Priority | null | undefined
  /** Is not this. */
  neq?: Priority | null | undefined
  /** Is none of these. */
  nin?: Priority[] | null | undefined
}

/** A browser of yours that shows notifications. It ends with the session in which it was created. */
export type PushSubscription = {
  /** When notifications were first turned on there. */
  createdAt: string
  /** The device in words, such as "Safari on iPhone"; null when it didn’t say what it is. */
  device: string | null
  /** The address by which the browser knows it again. */
  endpoint: string
  /** A UUID; that of a person or session is an opaque text. */
  id: string
  /** Whether it belongs to the session that asks now. */
  isCurrent: boolean
}

/** What stays text although it could be recognised. */
export type QuickAddIgnore = {
  /** Nothing of these kinds. */
  kinds?: QuickAddKind[] | null | undefined
  /** Nothing that touches these ranges, such as the span of a part; 100 at most. */
  ranges?: QuickAddRange[] | null | undefined
}

/** A line to create a task from, and where it goes when the line doesn’t say. */
export type QuickAddInput = {
  /** The sibling it goes right after, in the list and under the parent it comes to. */
  afterId?: string | null | undefined
  /** The sibling it goes right before, in the list and under the parent it comes to. */
  beforeId?: string | null | undefined
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** The day that is meant where the line says none; none by default. A time in the line is on that day. */
  dueOn?: string | null | undefined
  /** A UUID of your own making for the task. By default the server creates one (version 7). To repeat a line safely use idempotencyKey: tomorrow, “tomorrow” is another day. */
  id?: string | null | undefined
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** What is to stay text. */
  ignore?: QuickAddIgnore | null | undefined
  /** The list, where the line names none; the inbox by default. */
  listId?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
  /** The task to put it under, which must be in its list. */
  parentId?: string | null | undefined
  /** Tags besides those that the line names, 50 in all. */
  tagIds?: string[] | null | undefined
  /** One line of plain English, 1 to 1000 characters, such as “Pay rent every 1st 9am #home !high @admin”. What it can say is in docs/quick-add.md. */
  text: string
}

/** What a recognised part of a line says. */
export type QuickAddKind =
  /** The due day, sometimes with its time: tonight. */
  | 'DATE'
  /** When the repeating ends: until June, 5 times. */
  | 'END'
  /** The list: #home. One that isn’t there stays text. */
  | 'LIST'
  /** How much it matters: !high. */
  | 'PRIORITY'
  /** When it rings: remind me 30 minutes before, !! tomorrow 9am. */
  | 'REMINDER'
  /** How it repeats: every other Monday. */
  | 'REPEAT'
  /** When it starts: starting Monday, from Monday to Friday. */
  | 'START'
  /** A tag: @admin. One that doesn’t exist is created. */
  | 'TAG'
  /** The due time: 9am, in the evening. */
  | 'TIME'

/** What has changed. */
export type QuickAddPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The tags that were created. */
  newTags: { id: string }[]
  /** What was recognised, in the order of the line. */
  spans: QuickAddSpan[]
  /** The new task. */
  task: Task
}

/** A range of a line, counted in UTF-16 code units, as JavaScript does. */
export type QuickAddRange = {
  /** The unit behind its last. */
  end: number
  /** Its first unit, from 0. */
  start: number
}

/** What a line means now: the task that quickAdd would create from it. */
export type QuickAddReading = {
  /** The day it is due. */
  dueOn: string | null
  /** The wall-clock time it is due, HH:MM. */
  dueTime: string | null
  /** The IANA time zone of the due time: the one in the line, or your own. */
  dueTimeZone: string | null
  /** Why quickAdd would refuse it, in words; empty when it wouldn’t. */
  issues: string[]
  /** The list it names; null where it names none that is there. */
  list: List | null
  /** How much it matters; NONE where the line doesn’t say. */
  priority: Priority
  /** How it repeats, counted from the due day. */
  recurrence: Recurrence | null
  /** When it is to ring. */
  reminders: QuickAddReminder[]
  /** What was recognised, in the order of the line. */
  spans: QuickAddSpan[]
  /** The day it can be begun. */
  startOn: string | null
  /** The tags it names. */
  tags: QuickAddTag[]
  /** The line without what was recognised; empty only with an issue that says so. */
  title: string
}

/** When a line wants its task to ring: minutesBefore it is due, or on a day at a time of its own. */
export type QuickAddReminder = {
  /** How long before the task is due; without a due day it waits for one. null for one with a time of its own. */
  minutesBefore: number | null
  /** The day of its own that it rings on. */
  on: string | null
  /** The wall-clock time that it rings at on that day, HH:MM, in timeZone. */
  time: string | null
  /** The IANA time zone of that time: the one in the line, or your own. */
  timeZone: string | null
}

/** A recognised part of a line. Exactly these parts are missing from the title. */
export type QuickAddSpan = {
  /** The unit behind its last. */
  end: number
  /** What it says. */
  kind: QuickAddKind
  /** What it means now, in English: “Thu 26 Nov 2026”, “every other Monday”. */
  meaning: string
  /** Its first UTF-16 code unit in the text, from 0. */
  start: number
  /** The part as it was written. */
  text: string
}

/** A tag that a line names. */
export type QuickAddTag = {
  /** Its name, as it is or will be called. */
  name: string
  /** The tag; null for one that quickAdd would create. */
  tag: { id: string } | null
}

/** The hours in which you don’t want to be reminded, in your time zone. */
export type QuietHours = {
  /** The time they begin, HH:MM. */
  from: string
  /** The time they end, HH:MM; on the next day if that is earlier. */
  until: string
}

/** The hours in which you don’t want to be reminded, in your time zone. */
export type QuietHoursInput = {
  /** The time they begin, HH:MM. */
  from: string
  /** The time they end, HH:MM. */
  until: string
}

/** What `rangReminders` takes. */
export type RangRemindersArguments = {
  /** Only what comes after this cursor. */
  after?: string | null | undefined
  /** Only what comes before this cursor. */
  before?: string | null | undefined
  /** How many from the front: 1 to 100; 50 when neither first nor last is given. */
  first?: number | null | undefined
  /** How many from the back: 1 to 100; 50 when neither first nor last is given. */
  last?: number | null | undefined
}

/** Your budget for asking. It refills all the time; the headers RateLimit-Limit, -Remaining and -Reset say the same. */
export type RateLimit = {
  /** The estimated cost of this very operation; what its lists turn out not to hold is given back with the answer. */
  cost: number
  /** The whole budget, in points. */
  limit: number
  /** How many points come back each second. */
  refillPerSecond: number
  /** What is left after this operation. */
  remaining: number
  /** When all of it will be there again, if you ask for nothing meanwhile. */
  resetAt: string
}

/** How a task repeats. Completing it creates its next occurrence, a task of its own. */
export type Recurrence = {
  /** What its days are counted from. */
  basis: RecurrenceBasis
  /** The first of nextOccurrences; null when this is the last one. */
  nextOn: string | null
  /** The day the rule gave for this task, whatever day it was put off to. */
  occurrenceOn: string
  /** The rule in RFC 5545’s words, such as FREQ=WEEKLY;BYDAY=MO. */
  rule: string
  /** The rule in English, such as "every 2nd Tuesday". */
  sentence: string
  /** The day its intervals and its count are counted from. */
  startOn: string
}

/** What the days of a recurrence are counted from. */
export type RecurrenceBasis =
  /** The day it was done: "3 days after I did it". */
  | 'COMPLETION'
  /** The days the rule gives, whenever each is done. */
  | 'SCHEDULE'

/** How a task repeats. It counts from the due day. */
export type RecurrenceInput = {
  /** What its days are counted from. After completion a rule has no BY parts. */
  basis?: RecurrenceBasis | undefined
  /** A recurrence rule of RFC 5545 on days, at most 400 characters: FREQ=DAILY, WEEKLY, MONTHLY or YEARLY with INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS, WKST, COUNT or UNTIL, such as FREQ=MONTHLY;BYDAY=2TU. A month day that a month doesn’t have is its last day. */
  rule: string
}

/** What to do again. */
export type RedoInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId of the payload of what was undone. */
  mutationId: string
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type RedoPayload = {
  /** The objects that have changed, each in its newest form or as deleted. */
  changes: { at: string; deleted: boolean; entityType: ChangedEntity; id: string; mutationId: string }[]
  /** What this change is called in the log; undo takes it. */
  mutationId: string
}

/** When a task calls for attention. Part of its task: whatever changes it changes the task. */
export type Reminder = {
  /** When it was last dismissed or snoozed: what rang before is dealt with. */
  dismissedAt: string | null
  /** Its id, which no other reminder of the task has. */
  id: string
  /** How long before the task is due it rings; null for one with a time of its own. */
  minutesBefore: number | null
  /** When it rings next, snoozing included; null when it won’t, as of a task that is completed or in the trash. */
  nextAt: string | null
  /** The day of its own that it rings on. */
  on: string | null
  /** The instant that its own time is, with your quiet hours; past once it has rung. null while its task has no due day. */
  ringsAt: string | null
  /** How long before, in English: "at the time", "2 days before"; null for one with a time of its own. */
  sentence: string | null
  /** When it rings again because it was snoozed; past once it has. */
  snoozedUntil: string | null
  /** The wall-clock time that it rings at on that day, HH:MM, in timeZone. */
  time: string | null
  /** The IANA time zone of that time. */
  timeZone: string | null
}

/** By which a reminder comes to you. What has rung is in rangReminders in any case. */
export type ReminderChannel =
  /** A mail to the address of your account. */
  | 'MAIL'
  /** A notification on each device that you have allowed it on. */
  | 'PUSH'

/** When to remind of a task: minutesBefore it is due, or on a day at a time of its own. One of the two. */
export type ReminderInput = {
  /** A UUID of your own making, or that of a reminder that the task has, to change when it rings. By default the server creates one. */
  id?: string | null | undefined
  /** How long before the task is due, 0 to 527040, a leap year; 0 is at the time. Whole days are counted on the calendar. A day without a time is due at your reminderSettings’ dayTime. Without a due day it waits for one. */
  minutesBefore?: number | null | undefined
  /** The day to ring on; comes with time. */
  on?: string | null | undefined
  /** The wall-clock time to ring at, HH:MM; comes with on. */
  time?: string | null | undefined
  /** The IANA time zone of that time, such as Europe/Berlin; your own by default. */
  timeZone?: string | null | undefined
}

/** How you want to be reminded. */
export type ReminderSettings = {
  /** By which reminders come to you; none at all is fine. */
  channels: ReminderChannel[]
  /** The time, HH:MM in your zone, at which a day without a time counts as due. */
  dayTime: string
  /** Whether mails and notifications leave out what the tasks are. */
  hidesTitles: boolean
  /** What the app and quick add set a reminder to that says nothing else. */
  minutesBefore: number
  /** Reminders before the due time wait for the end of these, but not longer than until then. Those with a time of their own ring all the same. */
  quietHours: QuietHours | null
  /** The time, HH:MM in your zone, at which a mail says what is overdue and for today; null for none. It doesn’t come on days without such tasks. */
  summaryTime: string | null
}

/** Which task is meant. */
export type ReopenTaskInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** The id of the task. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type ReopenTaskPayload = {
  /** The next occurrence that stays beside it, as it has been changed since. */
  keptNextTask: Task | null
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The next occurrence that is gone again; null when there was none to take back. */
  takenBackTaskId: string | null
  /** The task as it is now. */
  task: Task
}

/** Which tasks are meant. */
export type ReopenTasksInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The ids of the tasks, 1 to 1000; none at all is refused, and nothing changes. One named twice counts once. */
  ids: string[]
  /** What happens to the others when one can’t be done. */
  mode?: BulkMode | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type ReopenTasksPayload = {
  /** How many of the named tasks are not as they were before. */
  changedCount: number
  /** The next occurrences that stay, as they have been changed since. */
  keptNextTasks: { id: string }[]
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** What became of each, in the order they were named. */
  results: TaskResult[]
  /** The next occurrences that are gone again. */
  takenBackTaskIds: string[]
  /** The tasks as they are now, without those that were refused. */
  tasks: { id: string }[]
}

/** Where to begin: either since or from. */
export type ReplayWebhookInput = {
  /** With the first change at this time or later. */
  from?: string | null | undefined
  /** The id of the webhook. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
  /** Right after this cursor, such as that of an attempt. */
  since?: string | null | undefined
}

/** What has changed. */
export type ReplayWebhookPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The webhook. */
  webhook: Webhook
}

/** Which event is meant, and of which webhook. */
export type ResendWebhookEventInput = {
  /** eventId of one of its attempts. */
  eventId: string
  /** The id of the webhook. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type ResendWebhookEventPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The webhook. */
  webhook: Webhook
}

/** Which list is meant. */
export type RestoreListInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** The id of the list. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type RestoreListPayload = {
  /** The list as it is now. */
  list: List
  /** What this change is called in the log; undo takes it. */
  mutationId: string
}

/** Which task is meant. */
export type RestoreTaskInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** The id of the task. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type RestoreTaskPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The task as it is now. */
  task: Task
}

/** Which tasks are meant. */
export type RestoreTasksInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The ids of the tasks, 1 to 1000; none at all is refused, and nothing changes. One named twice counts once. */
  ids: string[]
  /** What happens to the others when one can’t be done. */
  mode?: BulkMode | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type RestoreTasksPayload = {
  /** How many of the named tasks are not as they were before. */
  changedCount: number
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** What became of each, in the order they were named. */
  results: TaskResult[]
  /** The tasks as they are now, without those that were refused. */
  tasks: { id: string }[]
}

/** Which access token is meant. */
export type RevokeAccessTokenInput = {
  /** The id of the access token. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type RevokeAccessTokenPayload = {
  /** The token as it was. */
  accessToken: AccessToken
  /** What this change is called in the log; undo takes it. */
  mutationId: string
}

/** Which calendar address is meant. */
export type RevokeFeedInput = {
  /** The id of the calendar address. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type RevokeFeedPayload = {
  /** The address as it was. */
  feed: Feed
  /** What this change is called in the log; undo takes it. */
  mutationId: string
}

/** Which webhook is meant. */
export type RollWebhookSecretInput = {
  /** The id of the webhook. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type RollWebhookSecretPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** What its events are signed with: whsec_ and 32 bytes in base64. It is shown only this once: null when the mutation is repeated with its idempotencyKey; then roll it. */
  secret: string | null
  /** The webhook, without its secret. */
  webhook: Webhook
}

/** A reminder that has rung. */
export type RungReminder = {
  /** When it was due to ring, even if it came later. */
  rangAt: string
  /** The reminder; snoozeReminder and dismissReminder take it off the list. */
  reminder: Reminder
  /** The task it is of. */
  task: Task
}

/** A page of a list that can grow. */
export type RungReminderConnection = {
  /** The nodes without their cursors. */
  nodes: RungReminder[]
  /** The position of the page. */
  pageInfo: PageInfo
}

/** A way to look at tasks that was given a name. */
export type SavedView = {
  /** When it was saved. */
  createdAt: string
  /** A TaskFilter, to be passed as a variable to tasks and whatever else takes one. */
  filter: unknown
  /** What its tasks are put together by. */
  groupBy: TaskGrouping
  /** One emoji; null when it has none. */
  icon: string | null
  /** A UUID; that of a person or session is an opaque text. */
  id: string
  /** What the view is called: 1 to 100 characters. */
  name: string
  /** A list of TaskOrder, to be passed as a variable likewise. Empty: the usual order. */
  orderBy: unknown[]
  /** Its position among your views: they are in order when these are, compared byte by byte. */
  position: string
  /** When it was last changed. */
  updatedAt: string
}

/** What `savedView` takes. */
export type SavedViewArguments = {
  /** The id of the view. */
  id: string
}

/** A page of a list that can grow. */
export type SavedViewConnection = {
  /** The nodes without their cursors. */
  nodes: SavedView[]
  /** The position of the page. */
  pageInfo: PageInfo
}

/** What `savedViews` takes. */
export type SavedViewsArguments = {
  /** Only what comes after this cursor. */
  after?: string | null | undefined
  /** Only what comes before this cursor. */
  before?: string | null | undefined
  /** How many from the front: 1 to 100; 50 when neither first nor last is given. */
  first?: number | null | undefined
  /** How many from the back: 1 to 100; 50 when neither first nor last is given. */
  last?: number | null | undefined
}

/** What `searchTasks` takes. */
export type SearchTasksArguments = {
  /** Only what comes after this cursor. */
  after?: string | null | undefined
  /** Only what comes before this cursor. */
  before?: string | null | undefined
  /** What the tasks must be besides; all outside the trash by default. */
  filter?: TaskFilter | null | undefined
  /** How many from the front: 1 to 100; 50 when neither first nor last is given. */
  first?: number | null | undefined
  /** How many from the back: 1 to 100; 50 when neither first nor last is given. */
  last?: number | null | undefined
  /** 1 to 200 characters with at least one letter, digit or emoji. Case, accents and punctuation don’t matter; the last word may be the beginning of one. What is joined is found however it is written (e-mail, email); C++, C#, .NET and 1.2.3 are themselves. The first 24 different words count. Where a language puts no spaces, every character is a word; a Korean word may go on with its particles. */
  query: string
}

/** A browser or app in which you are signed in. */
export type Session = {
  /** When you signed in. */
  createdAt: string
  /** The device in words, such as "Safari on iPhone"; null when it didn’t say what it is. */
  device: string | null
  /** When it ends unless it is used before. */
  endsAt: string
  /** A UUID; that of a person or session is an opaque text. */
  id: string
  /** The network address it was begun from; null when that is not known. */
  ipAddress: string | null
  /** Whether it is the session that asks now. */
  isCurrent: boolean
  /** When it was last used, to within 60 seconds. */
  lastActiveAt: string
}

/** A page of a list that can grow. */
export type SessionConnection = {
  /** The nodes without their cursors. */
  nodes: Session[]
  /** The position of the page. */
  pageInfo: PageInfo
}

/** What `sessions` takes. */
export type SessionsArguments = {
  /** Only what comes after this cursor. */
  after?: string | null | undefined
  /** Only what comes before this cursor. */
  before?: string | null | undefined
  /** How many from the front: 1 to 100; 50 when neither first nor last is given. */
  first?: number | null | undefined
  /** How many from the back: 1 to 100; 50 when neither first nor last is given. */
  last?: number | null | undefined
}

/** Which task is meant. */
export type SkipOccurrenceInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** The id of the task. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type SkipOccurrencePayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The task as it is now. */
  task: Task
}

/** Which reminder is meant, and when it rings again. */
export type SnoozeReminderInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
  /** The id of the reminder. */
  reminderId: string
  /** The id of the task it is of. */
  taskId: string
  /** When it rings again; one that is past rings at once. */
  until: string
}

/** What has changed. */
export type SnoozeReminderPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The reminder as it is now. */
  reminder: Reminder
  /** The task as it is now. */
  task: Task
}

/** Whether a task has begun, in your own time zone, whether or not it is completed. */
export type StartState =
  /** It starts on a later day. */
  | 'AHEAD'
  /** No start. */
  | 'NONE'
  /** It starts today, or has started. */
  | 'STARTED'

/** Compares whether a task has begun, in your time zone. */
export type StartStateComparator = {
  /** Is this. */
  eq?: StartState | null | undefined
  /** Is one of these. */
  in?: StartState[] | null | undefined
  /** Is not this. */
  neq?: StartState | null | undefined
  /** Is none of these. */
  nin?: StartState[] | null | undefined
}

/** How many of a task’s own subtasks are done. Those in the trash don’t count. */
export type SubtaskProgress = {
  /** How many are completed. */
  completed: number
  /** How many there are. */
  total: number
}

/** A word that tasks of any list can share. */
export type Tag = {
  /** How many of these open tasks start on a later day, in your own time zone: the app counts a task once it has begun. */
  aheadTaskCount: number
  /** Its colour; null when it has none. */
  color: Color | null
  /** When it was created. */
  createdAt: string
  /** A UUID; that of a person or session is an opaque text. */
  id: string
  /** What the tag is called: 1 to 100 characters. No two of your tags have the same name, whatever its case. */
  name: string
  /** How many tasks with this tag are neither completed nor in the trash, subtasks included. */
  openTaskCount: number
  /** When it was last changed itself; putting it on a task is no such change. */
  updatedAt: string
}

/** What `tag` takes. */
export type TagArguments = {
  /** The id of the tag. */
  id: string
}

/** Compares the tags of a task. An empty filter means any tag. */
export type TagCollectionFilter = {
  /** No tag is unlike this; true of a task without tags. */
  every?: TagFilter | null | undefined
  /** No tag is like this. */
  none?: TagFilter | null | undefined
  /** At least one tag is like this. */
  some?: TagFilter | null | undefined
}

/** A page of a list that can grow. */
export type TagConnection = {
  /** The nodes without their cursors. */
  nodes: Tag[]
  /** The position of the page. */
  pageInfo: PageInfo
}

/** Which tags are meant. Everything said must be true. Filters nest 8 deep at most and have 200 parts, comparisons and filters. A field given as null is refused. */
export type TagFilter = {
  /** All of these must be true; none given is true. */
  and?: TagFilter[] | null | undefined
  /** Its id. */
  id?: IDComparator | null | undefined
  /** What it is called. */
  name?: TextComparator | null | undefined
  /** This must not be true. */
  not?: TagFilter | null | undefined
  /** One of these must be true; none given lets nothing through. */
  or?: TagFilter[] | null | undefined
}

/** What `tags` takes. */
export type TagsArguments = {
  /** Only what comes after this cursor. */
  after?: string | null | undefined
  /** Only what comes before this cursor. */
  before?: string | null | undefined
  /** How many from the front: 1 to 100; 50 when neither first nor last is given. */
  first?: number | null | undefined
  /** How many from the back: 1 to 100; 50 when neither first nor last is given. */
  last?: number | null | undefined
}

/** Something to do. */
export type Task = {
  /** Whether it is done. */
  completed: boolean
  /** When it was done. */
  completedAt: string | null
  /** When it was created. */
  createdAt: string
  /** When it was put into the trash; null when it is not there. */
  deletedAt: string | null
  /** Notes in Markdown, up to 50000 characters. */
  description: string | null
  /** The instant that day, time and zone give together; null without a time. */
  dueAt: string | null
  /** The day it is due. Without a time it is a day wherever you are. */
  dueOn: string | null
  /** The state of its due date now, in your own time zone. */
  dueState: DueState
  /** The wall-clock time it is due, HH:MM from 00:00 to 23:59, in dueTimeZone. */
  dueTime: string | null
  /** The IANA time zone of the due time; null without one. */
  dueTimeZone: string | null
  /** A UUID; that of a person or session is an opaque text. */
  id: string
  /** The list it is in. */
  list: { id: string }
  /** The task it is a subtask of, always in the same list; null at the top level. */
  parent: { id: string } | null
  /** When it is to be thought of, in the states of due dates: what has a start is for that day, and from then on TODAY; what is overdue is OVERDUE; everything else is as dueState says. Compare it to show what the app’s Today and Upcoming show. */
  plannedState: DueState
  /** Its position among its siblings in the manual order: positions compare byte by byte. */
  position: string
  /** How much it matters. */
  priority: Priority
  /** How it repeats; null when it doesn’t. */
  recurrence: Recurrence | null
  /** When it calls for attention, 10 times at most; they ring while it is open. */
  reminders: Reminder[]
  /** The day it can be begun; not after the due day. */
  startOn: string | null
  /** Whether it has begun by now, in your own time zone. */
  startState: StartState
  /** How far it has got. */
  subtaskProgress: SubtaskProgress
  /** Its tags by name, 50 at most. */
  tags: { id: string }[]
  /** What is to be done, one line: 1 to 500 characters. */
  title: string
  /** When it was last changed. */
  updatedAt: string
}

/** What `task` takes. */
export type TaskArguments = {
  /** The id of the task. */
  id: string
}

/** What to change of each task. What is left out stays; null clears. */
export type TaskChangesInput = {
  /** Reminders to add to those it has, 10 in all; not together with reminders. */
  addReminders?: ReminderInput[] | null | undefined
  /** Tags to add to those it has, 50 in all; not together with tagIds. */
  addTagIds?: string[] | null | undefined
  /** Other notes. Markdown, up to 50000 characters. */
  description?: string | null | undefined
  /** Another due day; null clears due time and recurrence too. One before the start is the start too, unless startOn says more. */
  dueOn?: string | null | undefined
  /** Another due time; null clears its zone too. HH:MM from 00:00 to 23:59; needs a due day. */
  dueTime?: string | null | undefined
  /** The IANA time zone of the due time, such as Europe/Berlin; needs a due time. null is your own. */
  dueTimeZone?: string | null | undefined
  /** Another list, at the end of its top level; can’t be cleared. */
  listId?: string | null | undefined
  /** Which occurrences another dueOn is for; THIS by default. Everything else is always for this one and those that follow. */
  occurrences?: OccurrenceScope | null | undefined
  /** Another parent, at the end of its subtasks; null is the top level of the list. */
  parentId?: string | null | undefined
  /** Another priority; null is NONE. */
  priority?: Priority | null | undefined
  /** Another rule for this occurrence and all that follow; needs a due day, which becomes the first day on or after it that the rule gives. null ends the repeating. */
  recurrence?: RecurrenceInput | null | undefined
  /** Its reminders, in place of those it has, 10 at most; null takes all off. One that stays keeps what became of it. */
  reminders?: ReminderInput[] | null | undefined
  /** Reminders to take off it, where they may not be; not together with reminders. */
  removeReminderIds?: string[] | null | undefined
  /** Tags to take off it, where they may not be; not together with tagIds. */
  removeTagIds?: string[] | null | undefined
  /** Another start; not after the due day. */
  startOn?: string | null | undefined
  /** Its tags, in place of those it has, 50 at most; null takes all off. */
  tagIds?: string[] | null | undefined
  /** Another title; can’t be cleared. One line, 1 to 500 characters after trimming. */
  title?: string | null | undefined
}

/** A page of a list that can grow. */
export type TaskConnection = {
  /** The nodes without their cursors. */
  nodes: Task[]
  /** The position of the page. */
  pageInfo: PageInfo
}

/** Which of your tasks are meant. Everything said must be true; an empty filter means all of them. Those in the trash are left out unless the filter speaks of deleted or deletedAt. Filters nest 8 deep at most and have 200 parts, comparisons and filters. A field given as null is refused. */
export type TaskFilter = {
  /** All of these must be true; none given is true. */
  and?: TaskFilter[] | null | undefined
  /** Whether it is completed. */
  completed?: BooleanComparator | null | undefined
  /** When it was done. */
  completedAt?: NullableDateTimeComparator | null | undefined
  /** When it was created. */
  createdAt?: DateTimeComparator | null | undefined
  /** Whether it is in the trash. */
  deleted?: BooleanComparator | null | undefined
  /** When it was put into the trash. */
  deletedAt?: NullableDateTimeComparator | null | undefined
  /** Its notes in Markdown. */
  description?: NullableTextComparator | null | undefined
  /** The instant it is due at; only a task with a due time has one. */
  dueAt?: NullableDateTimeComparator | null | undefined
  /** Its due day as it was given; where it has a time, in the zone of that time. */
  dueOn?: NullableDateComparator | null | undefined
  /** The state of its due date; completed tasks are compared in the same way. */
  dueState?: DueStateComparator | null | undefined
  /** Whether it is a subtask. */
  hasParent?: BooleanComparator | null | undefined
  /** Whether it has a reminder. */
  hasReminder?: BooleanComparator | null | undefined
  /** Its id. */
  id?: IDComparator | null | undefined
  /** The list it is in. */
  list?: ListFilter | null | undefined
  /** The id of the list it is in. */
  listId?: IDComparator | null | undefined
  /** This must not be true. */
  not?: TaskFilter | null | undefined
  /** One of these must be true; none given lets nothing through. */
  or?: TaskFilter[] | null | undefined
  /** The id of the task it is a subtask of. */
  parentId?: NullableIDComparator | null | undefined
  /** When it is to be thought of, as plannedState of a task says it: OVERDUE and TODAY are what the app’s Today has, NEXT_7_DAYS and LATER what its Upcoming has. Completed tasks are compared in the same way. */
  plannedState?: DueStateComparator | null | undefined
  /** How much it matters. */
  priority?: PriorityComparator | null | undefined
  /** Whether it repeats. */
  recurring?: BooleanComparator | null | undefined
  /** Words that title or notes have, all of them, the last one as the beginning of a word; without regard to case and accents. 1 to 200 characters, of which the first 24 words count. searchTasks puts the best first. */
  search?: string | null | undefined
  /** The day it starts on. */
  startOn?: NullableDateComparator | null | undefined
  /** Whether it has begun: “neq: AHEAD” leaves out what isn’t to be thought of before its day. Completed tasks are compared in the same way. */
  startState?: StartStateComparator | null | undefined
  /** The tags on it. */
  tags?: TagCollectionFilter | null | undefined
  /** What is to be done. */
  title?: TextComparator | null | undefined
  /** When it was last changed. */
  updatedAt?: DateTimeComparator | null | undefined
}

/** What the tasks of a view are put together by. */
export type TaskGrouping =
  /** By the day they are due on. */
  | 'DUE_DAY'
  /** By the list they are in. */
  | 'LIST'
  /** Not grouped. */
  | 'NONE'
  /** By their priority. */
  | 'PRIORITY'
  /** By their tags; a task with several is in several groups. */
  | 'TAG'

/** One key of an order. Where several are given, each sorts what those before it left equal. */
export type TaskOrder = {
  /** Which end comes first. */
  direction?: OrderDirection | null | undefined
  /** What to sort by. */
  field: TaskOrderField
  /** Where tasks without a value come, in either direction. */
  nulls?: NullsOrder | null | undefined
}

/** What tasks can be sorted by. */
export type TaskOrderField =
  /** When it was done. */
  | 'COMPLETED_AT'
  /** When it was created. */
  | 'CREATED_AT'
  /** When it was put into the trash. */
  | 'DELETED_AT'
  /** The due day, and within a day the time; ascending, those for the whole day come after those with a time. */
  | 'DUE'
  /** The manual order. It is among siblings, so filter by a list and by parentId. */
  | 'MANUAL'
  /** The day it starts on, else the due day, and within a day the due time: the order of plannedState. */
  | 'PLANNED'
  /** The priority; ascending begins with NONE. */
  | 'PRIORITY'
  /** The day it starts on. */
  | 'START'
  /** The title, as dictionaries sort. */
  | 'TITLE'
  /** When it was last changed. */
  | 'UPDATED_AT'

/** Why something could not be done to one of several tasks. */
export type TaskProblem = {
  /** The code that the error would have alone. */
  code: string
  /** What is wrong, and what to do. */
  message: string
  /** The reason that the error would have alone: of a CONFLICT, why; else null. */
  reason: string | null
}

/** What became of one of several tasks. */
export type TaskResult = {
  /** Why it was refused; null when it was done. */
  error: TaskProblem | null
  /** The id it was named by, in lower case. */
  id: string
}

/** What `tasks` takes. */
export type TasksArguments = {
  /** Only what comes after this cursor. */
  after?: string | null | undefined
  /** Only what comes before this cursor. */
  before?: string | null | undefined
  /** Which tasks; all by default. */
  filter?: TaskFilter | null | undefined
  /** How many from the front: 1 to 100; 50 when neither first nor last is given. */
  first?: number | null | undefined
  /** How many from the back: 1 to 100; 50 when neither first nor last is given. */
  last?: number | null | undefined
  /** What to sort by, 5 keys at most; newest first by default. */
  orderBy?: TaskOrder[] | null | undefined
}

/** Which browser is meant. */
export type TestPushSubscriptionInput = {
  /** The id of the push subscription. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type TestPushSubscriptionPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** Where it is sent. */
  pushSubscription: PushSubscription
}

/** Which webhook is meant. */
export type TestWebhookInput = {
  /** The id of the webhook. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type TestWebhookPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The webhook. */
  webhook: Webhook
}

/** Compares a text, character by character. Each text to compare with has 1000 characters at most. */
export type TextComparator = {
  /** Has this in it. */
  contains?: string | null | undefined
  /** Has this in it, in any case. */
  containsIgnoreCase?: string | null | undefined
  /** Ends with this. */
  endsWith?: string | null | undefined
  /** Ends with this, in any case. */
  endsWithIgnoreCase?: string | null | undefined
  /** Is this. */
  eq?: string | null | undefined
  /** Is this in any case: Unicode’s full case folding, so that ß is ss and a final sigma a sigma. */
  eqIgnoreCase?: string | null | undefined
  /** Is one of these, 100 at most. An empty list lets nothing through. */
  in?: string[] | null | undefined
  /** Is not this; also true where there is no value. */
  neq?: string | null | undefined
  /** Is none of these, 100 at most; also true where there is no value. */
  nin?: string[] | null | undefined
  /** Begins with this. */
  startsWith?: string | null | undefined
  /** Begins with this, in any case. */
  startsWithIgnoreCase?: string | null | undefined
}

/** The colours of the app. */
export type Theme =
  /** Light text on a dark page. */
  | 'DARK'
  /** Dark text on a light page. */
  | 'LIGHT'
  /** Light or dark as the device is. */
  | 'SYSTEM'

/** How times of day are written. */
export type TimeStyle =
  /** As is usual where the device is set to be. */
  | 'AUTO'
  /** 2:30 PM. */
  | 'HOURS_12'
  /** 14:30. */
  | 'HOURS_24'

/** Which list is meant. */
export type UnarchiveListInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** The id of the list. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type UnarchiveListPayload = {
  /** The list as it is now. */
  list: List
  /** What this change is called in the log; undo takes it. */
  mutationId: string
}

/** What to take back. */
export type UndoInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The mutationId of its payload. */
  mutationId: string
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type UndoPayload = {
  /** The objects that have changed, each in its newest form or as deleted. */
  changes: { at: string; deleted: boolean; entityType: ChangedEntity; id: string; mutationId: string }[]
  /** What this change is called in the log; undo takes it. */
  mutationId: string
}

/** What to change of a list. What is left out stays; null clears. */
export type UpdateListInput = {
  /** Another colour. */
  color?: Color | null | undefined
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** Another icon, one emoji. */
  icon?: string | null | undefined
  /** The id of the list. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The updatedAt of what you have seen: when it is another by now, the change is refused with CONFLICT, reason CHANGED_SINCE, and nothing is done. Without it the change happens whatever was changed since. */
  ifUnchangedSince?: string | null | undefined
  /** Another name; can’t be cleared. One line, 1 to 100 characters after trimming. */
  name?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type UpdateListPayload = {
  /** The list as it is now. */
  list: List
  /** What this change is called in the log; undo takes it. */
  mutationId: string
}

/** What to change of the account. What is left out stays. */
export type UpdateMeInput = {
  /** How you like dates to be written; can’t be cleared. */
  dateStyle?: DateStyle | null | undefined
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** A picture as a data URL: PNG, JPEG or WebP in base64, at most 65536 characters in all. null removes it. */
  image?: string | null | undefined
  /** What you want to be called. One line, 1 to 100 characters after trimming; can’t be cleared. */
  name?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
  /** The colours of the app; can’t be cleared. */
  theme?: Theme | null | undefined
  /** How you like times of day to be written; can’t be cleared. */
  timeStyle?: TimeStyle | null | undefined
  /** The IANA time zone that decides what "today" is, such as Europe/Berlin; can’t be cleared. */
  timeZone?: string | null | undefined
  /** The day that weeks begin with; can’t be cleared. */
  weekStartsOn?: WeekStart | null | undefined
}

/** What has changed. */
export type UpdateMePayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The account as it is now. */
  user: User
}

/** What to change. What is left out stays. */
export type UpdateReminderSettingsInput = {
  /** By which reminders come to you; can be empty but not cleared. */
  channels?: ReminderChannel[] | null | undefined
  /** When a day without a time counts as due, HH:MM; can’t be cleared. */
  dayTime?: string | null | undefined
  /** Whether mails and notifications leave out what the tasks are; can’t be cleared. */
  hidesTitles?: boolean | null | undefined
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** What a reminder is set to that says nothing else, 0 to 527040; can’t be cleared. */
  minutesBefore?: number | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
  /** null for none. */
  quietHours?: QuietHoursInput | null | undefined
  /** When the summary of a day comes, HH:MM; null for none. */
  summaryTime?: string | null | undefined
}

/** What has changed. */
export type UpdateReminderSettingsPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The account as it is now. */
  user: User
}

/** What to change of a saved view. What is left out stays; null clears. */
export type UpdateSavedViewInput = {
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** Another filter, in place of the whole one before. Up to 20000 characters as JSON. */
  filter?: TaskFilter | null | undefined
  /** Another grouping; null is NONE. */
  groupBy?: TaskGrouping | null | undefined
  /** Another icon, one emoji. */
  icon?: string | null | undefined
  /** The id of the view. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The updatedAt of what you have seen: when it is another by now, the change is refused with CONFLICT, reason CHANGED_SINCE, and nothing is done. Without it the change happens whatever was changed since. */
  ifUnchangedSince?: string | null | undefined
  /** Another name; can’t be cleared. One line, 1 to 100 characters after trimming. */
  name?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
  /** Another order, 5 keys at most, in place of the whole one before. */
  orderBy?: TaskOrder[] | null | undefined
}

/** What has changed. */
export type UpdateSavedViewPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The view as it is now. */
  savedView: SavedView
}

/** What to change of a tag. What is left out stays; null clears. */
export type UpdateTagInput = {
  /** Another colour. */
  color?: Color | null | undefined
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** The id of the tag. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The updatedAt of what you have seen: when it is another by now, the change is refused with CONFLICT, reason CHANGED_SINCE, and nothing is done. Without it the change happens whatever was changed since. */
  ifUnchangedSince?: string | null | undefined
  /** Another name; can’t be cleared. One line, 1 to 100 characters after trimming. */
  name?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type UpdateTagPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The tag as it is now. */
  tag: Tag
}

/** What to change of a task. What is left out stays; null clears. */
export type UpdateTaskInput = {
  /** Reminders to add to those it has, 10 in all; not together with reminders. */
  addReminders?: ReminderInput[] | null | undefined
  /** Tags to add to those it has, 50 in all; not together with tagIds. */
  addTagIds?: string[] | null | undefined
  /** Other notes. Markdown, up to 50000 characters. */
  description?: string | null | undefined
  /** The notes as you had them when you changed them, null for none. Where they have been changed since, both changes are kept, and bothDescriptionsKept says when they were in the same range. Without it, description replaces whatever is there. */
  descriptionBase?: string | null | undefined
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** Another due day; null clears due time and recurrence too. One before the start is the start too, unless startOn says more. */
  dueOn?: string | null | undefined
  /** Another due time; null clears its zone too. HH:MM from 00:00 to 23:59; needs a due day. */
  dueTime?: string | null | undefined
  /** The IANA time zone of the due time, such as Europe/Berlin; needs a due time. null is your own. */
  dueTimeZone?: string | null | undefined
  /** The id of the task. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The updatedAt of what you have seen: when it is another by now, the change is refused with CONFLICT, reason CHANGED_SINCE, and nothing is done. Without it the change happens whatever was changed since. */
  ifUnchangedSince?: string | null | undefined
  /** Another list, at the end of its top level; can’t be cleared. */
  listId?: string | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
  /** Which occurrences another dueOn is for; THIS by default. Everything else is always for this one and those that follow. */
  occurrences?: OccurrenceScope | null | undefined
  /** Another parent, at the end of its subtasks; null is the top level of the list. */
  parentId?: string | null | undefined
  /** Another priority; null is NONE. */
  priority?: Priority | null | undefined
  /** Another rule for this occurrence and all that follow; needs a due day, which becomes the first day on or after it that the rule gives. null ends the repeating. */
  recurrence?: RecurrenceInput | null | undefined
  /** Its reminders, in place of those it has, 10 at most; null takes all off. One that stays keeps what became of it. */
  reminders?: ReminderInput[] | null | undefined
  /** Reminders to take off it, where they may not be; not together with reminders. */
  removeReminderIds?: string[] | null | undefined
  /** Tags to take off it, where they may not be; not together with tagIds. */
  removeTagIds?: string[] | null | undefined
  /** Another start; not after the due day. */
  startOn?: string | null | undefined
  /** Its tags, in place of those it has, 50 at most; null takes all off. */
  tagIds?: string[] | null | undefined
  /** Another title; can’t be cleared. One line, 1 to 500 characters after trimming. */
  title?: string | null | undefined
}

/** What has changed. */
export type UpdateTaskPayload = {
  /** Whether the notes had been changed since descriptionBase in the same range: there, the lines of both are one after the other now. */
  bothDescriptionsKept: boolean
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** Whether the start went along: a new due day before the start, which you didn’t name, is the start too. */
  startMoved: boolean
  /** The task as it is now. */
  task: Task
}

/** Which tasks are meant, and what to change of each. */
export type UpdateTasksInput = {
  /** What to change of each. */
  changes: TaskChangesInput
  /** True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then. */
  dryRun?: boolean | null | undefined
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** The ids of the tasks, 1 to 1000; none at all is refused, and nothing changes. One named twice counts once. */
  ids: string[]
  /** What happens to the others when one can’t be done. */
  mode?: BulkMode | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
}

/** What has changed. */
export type UpdateTasksPayload = {
  /** How many of the named tasks are not as they were before. */
  changedCount: number
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** What became of each, in the order they were named. */
  results: TaskResult[]
  /** The tasks as they are now, without those that were refused. */
  tasks: { id: string }[]
}

/** What to change of a webhook; what is left out stays. */
export type UpdateWebhookInput = {
  /** What you call it. One line, at most 200 characters. */
  description?: string | null | undefined
  /** What its events are to be about; null: everything. */
  entities?: WebhookEntity[] | null | undefined
  /** The id of the webhook. */
  id: string
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined
  /** False stops it. True starts it where it has stopped, so that what happened meanwhile is sent first. */
  isEnabled?: boolean | null | undefined
  /** The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (90 days); with another input it is CONFLICT, and an older one is refused. */
  newMutationId?: string | null | undefined
  /** What was done to that; null: everything. */
  operations?: WebhookOperation[] | null | undefined
  /** Where to send what comes from now on; what waits is sent there, too. */
  url?: string | null | undefined
}

/** What has changed. */
export type UpdateWebhookPayload = {
  /** What this change is called in the log; undo takes it. */
  mutationId: string
  /** The webhook. */
  webhook: Webhook
}

/** A person with an account: you. */
export type User = {
  /** When the account was created. */
  createdAt: string
  /** How the person likes dates to be written. */
  dateStyle: DateStyle
  /** The address the person signs in with. */
  email: string
  /** A UUID; that of a person or session is an opaque text. */
  id: string
  /** A picture, when there is one: a data URL, or the address that a sign-in provider gave. */
  image: string | null
  /** What the person wants to be called. */
  name: string
  /** How the person wants to be reminded. */
  reminderSettings: ReminderSettings
  /** The colours of the app, on a device where no others were chosen. */
  theme: Theme
  /** How the person likes times of day to be written. */
  timeStyle: TimeStyle
  /** The IANA time zone that decides what "today" is, such as Europe/Berlin. */
  timeZone: string
  /** The day that weeks begin with. */
  weekStartsOn: WeekStart
}

/** An address to which what happens to your tasks is sent, without its secret. */
export type Webhook = {
  /** When it was created. */
  createdAt: string
  /** How far your changes were sent. */
  cursor: string
  /** What you call it. */
  description: string | null
  /** What its events are about; null: everything. */
  entities: WebhookEntity[] | null
  /** Until when the former secret signs beside the new one, 24 hours after it was rolled; null when it doesn’t. */
  formerSecretUntil: string | null
  /** A UUID; that of a person or session is an opaque text. */
  id: string
  /** Whether anything is sent. */
  isEnabled: boolean
  /** Why that was, as in problem of an attempt. */
  lastFailure: string | null
  /** When one has failed last. */
  lastFailureAt: string | null
  /** When an event has arrived last, tests aside. */
  lastSuccessAt: string | null
  /** When the event that has failed last is tried again; null when none waits for that. */
  nextAttemptAt: string | null
  /** What was done to that; null: everything. */
  operations: WebhookOperation[] | null
  /** Why nothing is sent; null while something is. */
  stopReason: WebhookStopReason | null
  /** Since when nothing is sent. */
  stoppedAt: string | null
  /** Where it is sent to. */
  url: string
}

/** What an event of a webhook is about. */
export type WebhookEntity =
  /** A list. */
  | 'LIST'
  /** A saved view. */
  | 'SAVED_VIEW'
  /** A tag. */
  | 'TAG'
  /** A task, without the tags on it. */
  | 'TASK'
  /** That a tag is on a task. */
  | 'TASK_TAG'

/** What was done to it. */
export type WebhookOperation =
  /** It is new. */
  | 'CREATE'
  /** It is gone for good. */
  | 'DELETE'
  /** It was changed: completed, moved to the trash, and everything else. */
  | 'UPDATE'

/** Why nothing is sent to a webhook. */
export type WebhookStopReason =
  /** You have stopped it. */
  | 'BY_OWNER'
  /** Nothing has arrived for 5 days. */
  | 'FAILING'
  /** Its receiver has answered 410 Gone. */
  | 'GONE'
  /** Its secret can’t be read since the secret of the server was changed: roll it, then start it again. */
  | 'SECRET_LOST'

/** The day that a week begins with. */
export type WeekStart =
  /** As is usual where the device is set to be. */
  | 'AUTO'
  /** Monday. */
  | 'MONDAY'
  /** Saturday. */
  | 'SATURDAY'
  /** Sunday. */
  | 'SUNDAY'
