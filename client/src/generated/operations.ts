// Made from schema.graphql by `npm run codegen`.
import type { CallOptions, TendClient } from '../client.ts'
import type * as types from './types.ts'

const accessTokenFields =
  'createdAt expiresAt id lastUsedAt name scopes'

const feedFields =
  'createdAt id lastReadAt name viewId'

const listFields =
  'aheadTaskCount archivedAt color createdAt deletedAt icon id isInbox name openTaskCount position updatedAt'

const pushSubscriptionFields =
  'createdAt device endpoint id isCurrent'

const savedViewFields =
  'createdAt filter groupBy icon id name orderBy position updatedAt'

const sessionFields =
  'createdAt device endsAt id ipAddress isCurrent lastActiveAt'

const tagFields =
  'aheadTaskCount color createdAt id name openTaskCount updatedAt'

const taskFields =
  'completed completedAt createdAt deletedAt description dueAt dueOn dueState dueTime dueTimeZone id list { id } parent { id } plannedState position priority recurrence { basis nextOn occurrenceOn rule sentence startOn } reminders { dismissedAt id minutesBefore nextAt on ringsAt sentence snoozedUntil time timeZone } startOn startState subtaskProgress { completed total } tags { id } title updatedAt'

const userFields =
  'createdAt dateStyle email id image name reminderSettings { channels dayTime hidesTitles minutesBefore quietHours { from until } summaryTime } theme timeStyle timeZone weekStartsOn'

const webhookFields =
  'createdAt cursor description entities formerSecretUntil id isEnabled lastFailure lastFailureAt lastSuccessAt nextAttemptAt operations stopReason stoppedAt url'

/** Your personal access tokens that have not been revoked, the newest first; 50 at most. Only a session may ask, never an access token. */
export async function accessTokens(client: TendClient, options?: CallOptions): Promise<types.AccessToken[] | null> {
  const document = `query AccessTokens { accessTokens { ${accessTokenFields} } }`
  return (await client.query<{ accessTokens: types.AccessToken[] | null }>(document, {}, options)).accessTokens
}

/** What has changed since the cursor, for a client that keeps a copy: each object in its newest form or as deleted. */
export async function changes(client: TendClient, variables: types.ChangesArguments = {}, options?: CallOptions): Promise<types.ChangePage> {
  const document = `query Changes($first: Int, $since: SyncCursor) { changes(first: $first, since: $since) { changes { at deleted entityType id mutationId node { __typename ... on List { ${listFields} } ... on SavedView { ${savedViewFields} } ... on Tag { ${tagFields} } ... on Task { ${taskFields} } } } cursor hasMore resetRequired } }`
  return (await client.query<{ changes: types.ChangePage }>(document, { ...variables }, options)).changes
}

/** The access token that asks, whatever its scopes: what it is called, what it allows and when it ends. null for a session. While a token has an end, each answer names it in the header X-Token-Expires-At. */
export async function currentAccessToken(client: TendClient, options?: CallOptions): Promise<types.AccessToken | null> {
  const document = `query CurrentAccessToken { currentAccessToken { ${accessTokenFields} } }`
  return (await client.query<{ currentAccessToken: types.AccessToken | null }>(document, {}, options)).currentAccessToken
}

/** Your calendar addresses that have not been revoked, the newest first; 20 at most. Only a session may ask, never an access token. */
export async function feeds(client: TendClient, options?: CallOptions): Promise<types.Feed[] | null> {
  const document = `query Feeds { feeds { ${feedFields} } }`
  return (await client.query<{ feeds: types.Feed[] | null }>(document, {}, options)).feeds
}

/** One of your lists, archived ones and those in the trash too; null when there is none with this id. */
export async function list(client: TendClient, variables: types.ListArguments, options?: CallOptions): Promise<types.List | null> {
  const document = `query List($id: ID!) { list(id: $id) { ${listFields} } }`
  return (await client.query<{ list: types.List | null }>(document, { ...variables }, options)).list
}

/** Your lists in the order you gave them. */
export async function lists(client: TendClient, variables: types.ListsArguments = {}, options?: CallOptions): Promise<types.ListConnection> {
  const document = `query Lists($after: String, $before: String, $first: Int, $inTrash: Boolean, $includeArchived: Boolean, $last: Int) { lists(after: $after, before: $before, first: $first, inTrash: $inTrash, includeArchived: $includeArchived, last: $last) { nodes { ${listFields} } pageInfo { endCursor hasNextPage hasPreviousPage startCursor } } }`
  return (await client.query<{ lists: types.ListConnection }>(document, { ...variables }, options)).lists
}

/** The person whose token this is; null, with FORBIDDEN, without account:read. */
export async function me(client: TendClient, options?: CallOptions): Promise<types.User | null> {
  const document = `query Me { me { ${userFields} } }`
  return (await client.query<{ me: types.User | null }>(document, {}, options)).me
}

/** When the next reminder of all rings; null when none is to come. Ask for rangReminders then. Past while something is about to ring or has just been changed: ask again in a moment. */
export async function nextReminderAt(client: TendClient, options?: CallOptions): Promise<string | null> {
  const document = `query NextReminderAt { nextReminderAt }`
  return (await client.query<{ nextReminderAt: string | null }>(document, {}, options)).nextReminderAt
}

/** Any one of your own objects; null when there is none with this id. */
export async function node(client: TendClient, variables: types.NodeArguments, options?: CallOptions): Promise<types.Node | null> {
  const document = `query Node($id: ID!) { node(id: $id) { __typename ... on AccessToken { ${accessTokenFields} } ... on Feed { ${feedFields} } ... on List { ${listFields} } ... on PushSubscription { ${pushSubscriptionFields} } ... on SavedView { ${savedViewFields} } ... on Session { ${sessionFields} } ... on Tag { ${tagFields} } ... on Task { ${taskFields} } ... on User { ${userFields} } ... on Webhook { ${webhookFields} } } }`
  return (await client.query<{ node: types.Node | null }>(document, { ...variables }, options)).node
}

/** Several of your own objects in the order of their ids, at most 100; null where there is none. */
export async function nodes(client: TendClient, variables: types.NodesArguments, options?: CallOptions): Promise<(types.Node | null)[]> {
  const document = `query Nodes($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on AccessToken { ${accessTokenFields} } ... on Feed { ${feedFields} } ... on List { ${listFields} } ... on PushSubscription { ${pushSubscriptionFields} } ... on SavedView { ${savedViewFields} } ... on Session { ${sessionFields} } ... on Tag { ${tagFields} } ... on Task { ${taskFields} } ... on User { ${userFields} } ... on Webhook { ${webhookFields} } } }`
  return (await client.query<{ nodes: (types.Node | null)[] }>(document, { ...variables }, options)).nodes
}

/** Reads a line as quickAdd does, and creates nothing. Weeks begin as you have set it; where you leave that to the device, on Monday. */
export async function parseQuickAdd(client: TendClient, variables: types.ParseQuickAddArguments, options?: CallOptions): Promise<types.QuickAddReading> {
  const document = `query ParseQuickAdd($dueOn: Date, $ignore: QuickAddIgnore, $text: String!) { parseQuickAdd(dueOn: $dueOn, ignore: $ignore, text: $text) { dueOn dueTime dueTimeZone issues list { ${listFields} } priority recurrence { basis nextOn occurrenceOn rule sentence startOn } reminders { minutesBefore on time timeZone } spans { end kind meaning start text } startOn tags { name tag { id } } title } }`
  return (await client.query<{ parseQuickAdd: types.QuickAddReading }>(document, { ...variables }, options)).parseQuickAdd
}

/** What a browser subscribes with: the applicationServerKey of PushManager.subscribe, in base64url. It is the same for everybody and stays the same. */
export async function pushPublicKey(client: TendClient, options?: CallOptions): Promise<string | null> {
  const document = `query PushPublicKey { pushPublicKey }`
  return (await client.query<{ pushPublicKey: string | null }>(document, {}, options)).pushPublicKey
}

/** Your browsers that show notifications, the newest first; 50 at most. Only a session may ask, never an access token. */
export async function pushSubscriptions(client: TendClient, options?: CallOptions): Promise<types.PushSubscription[] | null> {
  const document = `query PushSubscriptions { pushSubscriptions { ${pushSubscriptionFields} } }`
  return (await client.query<{ pushSubscriptions: types.PushSubscription[] | null }>(document, {}, options)).pushSubscriptions
}

/** What has rung in the last 30 days of tasks that are open, and was neither snoozed nor dismissed since; the newest first. */
export async function rangReminders(client: TendClient, variables: types.RangRemindersArguments = {}, options?: CallOptions): Promise<types.RungReminderConnection> {
  const document = `query RangReminders($after: String, $before: String, $first: Int, $last: Int) { rangReminders(after: $after, before: $before, first: $first, last: $last) { nodes { rangAt reminder { dismissedAt id minutesBefore nextAt on ringsAt sentence snoozedUntil time timeZone } task { ${taskFields} } } pageInfo { endCursor hasNextPage hasPreviousPage startCursor } } }`
  return (await client.query<{ rangReminders: types.RungReminderConnection }>(document, { ...variables }, options)).rangReminders
}

/** How much you may still ask for, and what this operation costs. */
export async function rateLimit(client: TendClient, options?: CallOptions): Promise<types.RateLimit> {
  const document = `query RateLimit { rateLimit { cost limit refillPerSecond remaining resetAt } }`
  return (await client.query<{ rateLimit: types.RateLimit }>(document, {}, options)).rateLimit
}

/** One of your saved views; null when there is none with this id. */
export async function savedView(client: TendClient, variables: types.SavedViewArguments, options?: CallOptions): Promise<types.SavedView | null> {
  const document = `query SavedView($id: ID!) { savedView(id: $id) { ${savedViewFields} } }`
  return (await client.query<{ savedView: types.SavedView | null }>(document, { ...variables }, options)).savedView
}

/** Your saved views in the order you gave them. */
export async function savedViews(client: TendClient, variables: types.SavedViewsArguments = {}, options?: CallOptions): Promise<types.SavedViewConnection> {
  const document = `query SavedViews($after: String, $before: String, $first: Int, $last: Int) { savedViews(after: $after, before: $before, first: $first, last: $last) { nodes { ${savedViewFields} } pageInfo { endCursor hasNextPage hasPreviousPage startCursor } } }`
  return (await client.query<{ savedViews: types.SavedViewConnection }>(document, { ...variables }, options)).savedViews
}

/** Your tasks that have all of the words in title or description, the best first: titles before descriptions, whole words before beginnings, then the newest. The 250 best are found; where the rarest of the words is in more tasks than that, the best of those that have exactly that word. Of a task, its first 2000 different words count. */
export async function searchTasks(client: TendClient, variables: types.SearchTasksArguments, options?: CallOptions): Promise<types.TaskConnection> {
  const document = `query SearchTasks($after: String, $before: String, $filter: TaskFilter, $first: Int, $last: Int, $query: String!) { searchTasks(after: $after, before: $before, filter: $filter, first: $first, last: $last, query: $query) { nodes { ${taskFields} } pageInfo { endCursor hasNextPage hasPreviousPage startCursor } } }`
  return (await client.query<{ searchTasks: types.TaskConnection }>(document, { ...variables }, options)).searchTasks
}

/** Where you are signed in, the one used last first. Only a session may ask, never an access token. */
export async function sessions(client: TendClient, variables: types.SessionsArguments = {}, options?: CallOptions): Promise<types.SessionConnection | null> {
  const document = `query Sessions($after: String, $before: String, $first: Int, $last: Int) { sessions(after: $after, before: $before, first: $first, last: $last) { nodes { ${sessionFields} } pageInfo { endCursor hasNextPage hasPreviousPage startCursor } } }`
  return (await client.query<{ sessions: types.SessionConnection | null }>(document, { ...variables }, options)).sessions
}

/** The cursor of your newest change. Ask for it before you load everything, then continue from it with changes: nothing is missed in between. */
export async function syncCursor(client: TendClient, options?: CallOptions): Promise<string> {
  const document = `query SyncCursor { syncCursor }`
  return (await client.query<{ syncCursor: string }>(document, {}, options)).syncCursor
}

/** One of your tags; null when there is none with this id. */
export async function tag(client: TendClient, variables: types.TagArguments, options?: CallOptions): Promise<types.Tag | null> {
  const document = `query Tag($id: ID!) { tag(id: $id) { ${tagFields} } }`
  return (await client.query<{ tag: types.Tag | null }>(document, { ...variables }, options)).tag
}

/** Your tags by name, as dictionaries sort, without regard to case. */
export async function tags(client: TendClient, variables: types.TagsArguments = {}, options?: CallOptions): Promise<types.TagConnection> {
  const document = `query Tags($after: String, $before: String, $first: Int, $last: Int) { tags(after: $after, before: $before, first: $first, last: $last) { nodes { ${tagFields} } pageInfo { endCursor hasNextPage hasPreviousPage startCursor } } }`
  return (await client.query<{ tags: types.TagConnection }>(document, { ...variables }, options)).tags
}

/** One of your tasks, those in the trash too; null when there is none with this id. */
export async function task(client: TendClient, variables: types.TaskArguments, options?: CallOptions): Promise<types.Task | null> {
  const document = `query Task($id: ID!) { task(id: $id) { ${taskFields} } }`
  return (await client.query<{ task: types.Task | null }>(document, { ...variables }, options)).task
}

/** Your tasks. */
export async function tasks(client: TendClient, variables: types.TasksArguments = {}, options?: CallOptions): Promise<types.TaskConnection> {
  const document = `query Tasks($after: String, $before: String, $filter: TaskFilter, $first: Int, $last: Int, $orderBy: [TaskOrder!]) { tasks(after: $after, before: $before, filter: $filter, first: $first, last: $last, orderBy: $orderBy) { nodes { ${taskFields} } pageInfo { endCursor hasNextPage hasPreviousPage startCursor } } }`
  return (await client.query<{ tasks: types.TaskConnection }>(document, { ...variables }, options)).tasks
}

/** Your webhooks, the newest first; 10 at most. Only a session may ask, never an access token. */
export async function webhooks(client: TendClient, options?: CallOptions): Promise<types.Webhook[] | null> {
  const document = `query Webhooks { webhooks { ${webhookFields} } }`
  return (await client.query<{ webhooks: types.Webhook[] | null }>(document, {}, options)).webhooks
}

/** Puts a list aside with its tasks. One that is archived stays as it is; the inbox and a list in the trash are refused with CONFLICT. */
export async function archiveList(client: TendClient, input: Omit<types.ArchiveListInput, 'dryRun'>, options?: CallOptions): Promise<types.ArchiveListPayload> {
  const document = `mutation ArchiveList($input: ArchiveListInput!) { archiveList(input: $input) { list { ${listFields} } mutationId } }`
  return (await client.mutate<{ archiveList: types.ArchiveListPayload }>(document, { input }, options)).archiveList
}

/** Marks a task as done, with all its open subtasks. A repeating one gets its next occurrence, unless its rule has ended. One that is done stays as it is. */
export async function completeTask(client: TendClient, input: Omit<types.CompleteTaskInput, 'dryRun'>, options?: CallOptions): Promise<types.CompleteTaskPayload> {
  const document = `mutation CompleteTask($input: CompleteTaskInput!) { completeTask(input: $input) { mutationId nextTask { ${taskFields} } task { ${taskFields} } } }`
  return (await client.mutate<{ completeTask: types.CompleteTaskPayload }>(document, { input }, options)).completeTask
}

/** Completes several tasks, each as completeTask does. */
export async function completeTasks(client: TendClient, input: Omit<types.CompleteTasksInput, 'dryRun'>, options?: CallOptions): Promise<types.CompleteTasksPayload> {
  const document = `mutation CompleteTasks($input: CompleteTasksInput!) { completeTasks(input: $input) { changedCount mutationId nextTasks { id } results { error { code message reason } id } tasks { id } } }`
  return (await client.mutate<{ completeTasks: types.CompleteTasksPayload }>(document, { input }, options)).completeTasks
}

/** Creates a personal access token for a program. More than 50 are LIMIT_EXCEEDED. Only a session may do it: a token can’t create another. A mail tells its owner. It is not part of the log, so undo doesn’t know it. */
export async function createAccessToken(client: TendClient, input: types.CreateAccessTokenInput, options?: CallOptions): Promise<types.CreateAccessTokenPayload> {
  const document = `mutation CreateAccessToken($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { accessToken { ${accessTokenFields} } mutationId token } }`
  return (await client.mutate<{ createAccessToken: types.CreateAccessTokenPayload }>(document, { input }, options)).createAccessToken
}

/** Creates an address at which calendar apps read your tasks without signing in. More than 20 are LIMIT_EXCEEDED. Only a session may do it. A mail tells its owner. It is not part of the log, so undo doesn’t know it. */
export async function createFeed(client: TendClient, input: types.CreateFeedInput, options?: CallOptions): Promise<types.CreateFeedPayload> {
  const document = `mutation CreateFeed($input: CreateFeedInput!) { createFeed(input: $input) { address feed { ${feedFields} } mutationId } }`
  return (await client.mutate<{ createFeed: types.CreateFeedPayload }>(document, { input }, options)).createFeed
}

/** Makes a list, at the end or beside another one. */
export async function createList(client: TendClient, input: Omit<types.CreateListInput, 'dryRun'>, options?: CallOptions): Promise<types.CreateListPayload> {
  const document = `mutation CreateList($input: CreateListInput!) { createList(input: $input) { list { ${listFields} } mutationId } }`
  return (await client.mutate<{ createList: types.CreateListPayload }>(document, { input }, options)).createList
}

/** Turns notifications on for the browser that asks, with what its PushManager.subscribe gave, or takes its new keys if they were on. More than 50 are LIMIT_EXCEEDED. They end with the session. It is not part of the log, so undo doesn’t know it. */
export async function createPushSubscription(client: TendClient, input: types.CreatePushSubscriptionInput, options?: CallOptions): Promise<types.CreatePushSubscriptionPayload> {
  const document = `mutation CreatePushSubscription($input: CreatePushSubscriptionInput!) { createPushSubscription(input: $input) { mutationId pushSubscription { ${pushSubscriptionFields} } } }`
  return (await client.mutate<{ createPushSubscription: types.CreatePushSubscriptionPayload }>(document, { input }, options)).createPushSubscription
}

/** Saves a view, at the end or beside another one. */
export async function createSavedView(client: TendClient, input: Omit<types.CreateSavedViewInput, 'dryRun'>, options?: CallOptions): Promise<types.CreateSavedViewPayload> {
  const document = `mutation CreateSavedView($input: CreateSavedViewInput!) { createSavedView(input: $input) { mutationId savedView { ${savedViewFields} } } }`
  return (await client.mutate<{ createSavedView: types.CreateSavedViewPayload }>(document, { input }, options)).createSavedView
}

/** Makes a tag. A name that one of your tags has, in whatever case, is CONFLICT. */
export async function createTag(client: TendClient, input: Omit<types.CreateTagInput, 'dryRun'>, options?: CallOptions): Promise<types.CreateTagPayload> {
  const document = `mutation CreateTag($input: CreateTagInput!) { createTag(input: $input) { mutationId tag { ${tagFields} } } }`
  return (await client.mutate<{ createTag: types.CreateTagPayload }>(document, { input }, options)).createTag
}

/** Writes a task down, at the end of its list or parent, or beside a sibling. */
export async function createTask(client: TendClient, input: Omit<types.CreateTaskInput, 'dryRun'>, options?: CallOptions): Promise<types.CreateTaskPayload> {
  const document = `mutation CreateTask($input: CreateTaskInput!) { createTask(input: $input) { mutationId task { ${taskFields} } } }`
  return (await client.mutate<{ createTask: types.CreateTaskPayload }>(document, { input }, options)).createTask
}

/** Creates several tasks, each at the end of its list or parent. A parent may be an earlier one, by the id you gave it. */
export async function createTasks(client: TendClient, input: Omit<types.CreateTasksInput, 'dryRun'>, options?: CallOptions): Promise<types.CreateTasksPayload> {
  const document = `mutation CreateTasks($input: CreateTasksInput!) { createTasks(input: $input) { changedCount mutationId results { error { code message reason } id } tasks { id } } }`
  return (await client.mutate<{ createTasks: types.CreateTasksPayload }>(document, { input }, options)).createTasks
}

/** Creates a webhook: an address to which each of your changes from now on is sent, signed, in order. More than 10 are LIMIT_EXCEEDED. Only a session may do it. A mail tells its owner. It is not part of the log, so undo doesn’t know it. */
export async function createWebhook(client: TendClient, input: types.CreateWebhookInput, options?: CallOptions): Promise<types.CreateWebhookPayload> {
  const document = `mutation CreateWebhook($input: CreateWebhookInput!) { createWebhook(input: $input) { mutationId secret webhook { ${webhookFields} } } }`
  return (await client.mutate<{ createWebhook: types.CreateWebhookPayload }>(document, { input }, options)).createWebhook
}

/** Puts a list with all its tasks into the trash, where it can be restored. The inbox is refused with CONFLICT. */
export async function deleteList(client: TendClient, input: Omit<types.DeleteListInput, 'dryRun'>, options?: CallOptions): Promise<types.DeleteListPayload> {
  const document = `mutation DeleteList($input: DeleteListInput!) { deleteList(input: $input) { list { ${listFields} } mutationId } }`
  return (await client.mutate<{ deleteList: types.DeleteListPayload }>(document, { input }, options)).deleteList
}

/** Deletes a list in the trash for good, with its tasks. Only what is in the trash can be: anything else is CONFLICT. One call deletes 1000 tasks and lists at most: call it again, as a mutation of its own, until remainingCount is 0. It can’t be undone: undo and redo are CONFLICT with the reason DELETED_FOR_GOOD. */
export async function deleteListForGood(client: TendClient, input: Omit<types.DeleteListForGoodInput, 'dryRun'>, options?: CallOptions): Promise<types.DeleteListForGoodPayload> {
  const document = `mutation DeleteListForGood($input: DeleteListForGoodInput!) { deleteListForGood(input: $input) { deletedListCount deletedTaskCount mutationId remainingCount } }`
  return (await client.mutate<{ deleteListForGood: types.DeleteListForGoodPayload }>(document, { input }, options)).deleteListForGood
}

/** Turns notifications off for one of your browsers. It is not part of the log, so undo doesn’t know it. */
export async function deletePushSubscription(client: TendClient, input: types.DeletePushSubscriptionInput, options?: CallOptions): Promise<types.DeletePushSubscriptionPayload> {
  const document = `mutation DeletePushSubscription($input: DeletePushSubscriptionInput!) { deletePushSubscription(input: $input) { mutationId pushSubscription { ${pushSubscriptionFields} } } }`
  return (await client.mutate<{ deletePushSubscription: types.DeletePushSubscriptionPayload }>(document, { input }, options)).deletePushSubscription
}

/** Deletes a saved view; the tasks it showed stay. There is no trash for views, but undo. */
export async function deleteSavedView(client: TendClient, input: Omit<types.DeleteSavedViewInput, 'dryRun'>, options?: CallOptions): Promise<types.DeleteSavedViewPayload> {
  const document = `mutation DeleteSavedView($input: DeleteSavedViewInput!) { deleteSavedView(input: $input) { mutationId savedView { ${savedViewFields} } } }`
  return (await client.mutate<{ deleteSavedView: types.DeleteSavedViewPayload }>(document, { input }, options)).deleteSavedView
}

/** Deletes a tag and takes it off every task. There is no trash for tags, but undo. */
export async function deleteTag(client: TendClient, input: Omit<types.DeleteTagInput, 'dryRun'>, options?: CallOptions): Promise<types.DeleteTagPayload> {
  const document = `mutation DeleteTag($input: DeleteTagInput!) { deleteTag(input: $input) { mutationId tag { ${tagFields} } } }`
  return (await client.mutate<{ deleteTag: types.DeleteTagPayload }>(document, { input }, options)).deleteTag
}

/** Puts a task into the trash with all its subtasks, where it can be restored. One that is there stays as it is. */
export async function deleteTask(client: TendClient, input: Omit<types.DeleteTaskInput, 'dryRun'>, options?: CallOptions): Promise<types.DeleteTaskPayload> {
  const document = `mutation DeleteTask($input: DeleteTaskInput!) { deleteTask(input: $input) { mutationId task { ${taskFields} } } }`
  return (await client.mutate<{ deleteTask: types.DeleteTaskPayload }>(document, { input }, options)).deleteTask
}

/** Deletes a task in the trash for good, with everything under it. Only what is in the trash can be: anything else is CONFLICT. It can’t be undone: undo and redo are CONFLICT with the reason DELETED_FOR_GOOD. */
export async function deleteTaskForGood(client: TendClient, input: Omit<types.DeleteTaskForGoodInput, 'dryRun'>, options?: CallOptions): Promise<types.DeleteTaskForGoodPayload> {
  const document = `mutation DeleteTaskForGood($input: DeleteTaskForGoodInput!) { deleteTaskForGood(input: $input) { deletedTaskId mutationId } }`
  return (await client.mutate<{ deleteTaskForGood: types.DeleteTaskForGoodPayload }>(document, { input }, options)).deleteTaskForGood
}

/** Puts several tasks into the trash, each as deleteTask does. One that is under another of them goes along with it. */
export async function deleteTasks(client: TendClient, input: Omit<types.DeleteTasksInput, 'dryRun'>, options?: CallOptions): Promise<types.DeleteTasksPayload> {
  const document = `mutation DeleteTasks($input: DeleteTasksInput!) { deleteTasks(input: $input) { changedCount mutationId results { error { code message reason } id } tasks { id } } }`
  return (await client.mutate<{ deleteTasks: types.DeleteTasksPayload }>(document, { input }, options)).deleteTasks
}

/** Deletes several tasks in the trash for good, each as deleteTaskForGood does. It can’t be undone: undo and redo are CONFLICT with the reason DELETED_FOR_GOOD. */
export async function deleteTasksForGood(client: TendClient, input: Omit<types.DeleteTasksForGoodInput, 'dryRun'>, options?: CallOptions): Promise<types.DeleteTasksForGoodPayload> {
  const document = `mutation DeleteTasksForGood($input: DeleteTasksForGoodInput!) { deleteTasksForGood(input: $input) { deletedTaskIds mutationId results { error { code message reason } id } } }`
  return (await client.mutate<{ deleteTasksForGood: types.DeleteTasksForGoodPayload }>(document, { input }, options)).deleteTasksForGood
}

/** Deletes a webhook for good, with its attempts: nothing is sent to it any more. It is not part of the log, so undo doesn’t know it. */
export async function deleteWebhook(client: TendClient, input: types.DeleteWebhookInput, options?: CallOptions): Promise<types.DeleteWebhookPayload> {
  const document = `mutation DeleteWebhook($input: DeleteWebhookInput!) { deleteWebhook(input: $input) { mutationId webhook { ${webhookFields} } } }`
  return (await client.mutate<{ deleteWebhook: types.DeleteWebhookPayload }>(document, { input }, options)).deleteWebhook
}

/** Says that a reminder has done its work: what it rang for leaves rangReminders, and it doesn’t ring again if it was snoozed. It stays set, and rings for other dates of the task. */
export async function dismissReminder(client: TendClient, input: Omit<types.DismissReminderInput, 'dryRun'>, options?: CallOptions): Promise<types.DismissReminderPayload> {
  const document = `mutation DismissReminder($input: DismissReminderInput!) { dismissReminder(input: $input) { mutationId reminder { dismissedAt id minutesBefore nextAt on ringsAt sentence snoozedUntil time timeZone } task { ${taskFields} } } }`
  return (await client.mutate<{ dismissReminder: types.DismissReminderPayload }>(document, { input }, options)).dismissReminder
}

/** Copies a task to the place directly after it, with its tags, reminders and subtasks. All copies are open. One in the trash is refused with CONFLICT. */
export async function duplicateTask(client: TendClient, input: Omit<types.DuplicateTaskInput, 'dryRun'>, options?: CallOptions): Promise<types.DuplicateTaskPayload> {
  const document = `mutation DuplicateTask($input: DuplicateTaskInput!) { duplicateTask(input: $input) { mutationId task { ${taskFields} } } }`
  return (await client.mutate<{ duplicateTask: types.DuplicateTaskPayload }>(document, { input }, options)).duplicateTask
}

/** Copies several tasks, each as duplicateTask does. One that is under another of them is copied with it alone. */
export async function duplicateTasks(client: TendClient, input: Omit<types.DuplicateTasksInput, 'dryRun'>, options?: CallOptions): Promise<types.DuplicateTasksPayload> {
  const document = `mutation DuplicateTasks($input: DuplicateTasksInput!) { duplicateTasks(input: $input) { changedCount copies { id } mutationId results { error { code message reason } id } tasks { id } } }`
  return (await client.mutate<{ duplicateTasks: types.DuplicateTasksPayload }>(document, { input }, options)).duplicateTasks
}

/** Deletes the tasks and lists in the trash for good, those that have been there longest first. One call deletes 1000 tasks and lists at most: call it again, as a mutation of its own, until remainingCount is 0. It can’t be undone: undo and redo are CONFLICT with the reason DELETED_FOR_GOOD. */
export async function emptyTrash(client: TendClient, input: Omit<types.EmptyTrashInput, 'dryRun'>, options?: CallOptions): Promise<types.EmptyTrashPayload> {
  const document = `mutation EmptyTrash($input: EmptyTrashInput!) { emptyTrash(input: $input) { deletedListCount deletedTaskCount mutationId remainingCount } }`
  return (await client.mutate<{ emptyTrash: types.EmptyTrashPayload }>(document, { input }, options)).emptyTrash
}

/** Signs you out everywhere but here. Access tokens stay. What was ended can do nothing more within 10 seconds, and its live results are closed. It is not part of the log, so undo doesn’t know it. */
export async function endOtherSessions(client: TendClient, input: types.EndOtherSessionsInput, options?: CallOptions): Promise<types.EndOtherSessionsPayload> {
  const document = `mutation EndOtherSessions($input: EndOtherSessionsInput!) { endOtherSessions(input: $input) { endedSessionIds mutationId } }`
  return (await client.mutate<{ endOtherSessions: types.EndOtherSessionsPayload }>(document, { input }, options)).endOtherSessions
}

/** Signs you out on one device; on this one too, if it is named. What was ended can do nothing more within 10 seconds, and its live results are closed. It is not part of the log, so undo doesn’t know it. */
export async function endSession(client: TendClient, input: types.EndSessionInput, options?: CallOptions): Promise<types.EndSessionPayload> {
  const document = `mutation EndSession($input: EndSessionInput!) { endSession(input: $input) { mutationId session { ${sessionFields} } } }`
  return (await client.mutate<{ endSession: types.EndSessionPayload }>(document, { input }, options)).endSession
}

/** Makes several tags one: every task that has one of them gets the remaining tag, and they are deleted. */
export async function mergeTags(client: TendClient, input: Omit<types.MergeTagsInput, 'dryRun'>, options?: CallOptions): Promise<types.MergeTagsPayload> {
  const document = `mutation MergeTags($input: MergeTagsInput!) { mergeTags(input: $input) { deletedTagIds mutationId tag { ${tagFields} } } }`
  return (await client.mutate<{ mergeTags: types.MergeTagsPayload }>(document, { input }, options)).mergeTags
}

/** Puts a list right after or before another one. One in the trash is refused with CONFLICT. */
export async function moveList(client: TendClient, input: Omit<types.MoveListInput, 'dryRun'>, options?: CallOptions): Promise<types.MoveListPayload> {
  const document = `mutation MoveList($input: MoveListInput!) { moveList(input: $input) { list { ${listFields} } mutationId } }`
  return (await client.mutate<{ moveList: types.MoveListPayload }>(document, { input }, options)).moveList
}

/** Puts a saved view right after or before another one. */
export async function moveSavedView(client: TendClient, input: Omit<types.MoveSavedViewInput, 'dryRun'>, options?: CallOptions): Promise<types.MoveSavedViewPayload> {
  const document = `mutation MoveSavedView($input: MoveSavedViewInput!) { moveSavedView(input: $input) { mutationId savedView { ${savedViewFields} } } }`
  return (await client.mutate<{ moveSavedView: types.MoveSavedViewPayload }>(document, { input }, options)).moveSavedView
}

/** Puts a task elsewhere, with everything under it: into another list, under another parent, beside a sibling. By default it goes to the end. */
export async function moveTask(client: TendClient, input: Omit<types.MoveTaskInput, 'dryRun'>, options?: CallOptions): Promise<types.MoveTaskPayload> {
  const document = `mutation MoveTask($input: MoveTaskInput!) { moveTask(input: $input) { mutationId task { ${taskFields} } } }`
  return (await client.mutate<{ moveTask: types.MoveTaskPayload }>(document, { input }, options)).moveTask
}

/** Puts several tasks elsewhere in the order they are named. One that is under another of them travels along with it. */
export async function moveTasks(client: TendClient, input: Omit<types.MoveTasksInput, 'dryRun'>, options?: CallOptions): Promise<types.MoveTasksPayload> {
  const document = `mutation MoveTasks($input: MoveTasksInput!) { moveTasks(input: $input) { changedCount mutationId results { error { code message reason } id } tasks { id } } }`
  return (await client.mutate<{ moveTasks: types.MoveTasksPayload }>(document, { input }, options)).moveTasks
}

/** Creates the task that a line of plain English describes, and the tags in it that don’t exist yet. What the line says takes precedence over the rest of the input. */
export async function quickAdd(client: TendClient, input: Omit<types.QuickAddInput, 'dryRun'>, options?: CallOptions): Promise<types.QuickAddPayload> {
  const document = `mutation QuickAdd($input: QuickAddInput!) { quickAdd(input: $input) { mutationId newTags { id } spans { end kind meaning start text } task { ${taskFields} } } }`
  return (await client.mutate<{ quickAdd: types.QuickAddPayload }>(document, { input }, options)).quickAdd
}

/** Does again everything that an undone mutation did: each object is as it was after it, apart from updatedAt. It takes the id of the mutation itself; to undo the undo by its own id comes to the same. What is done already stays so, and changes is empty. CONFLICT when another action has changed something of it since: issues names each object and field as ["task", id, "title"], and nothing is done. A position that was taken since is no such case: the object comes right after it. LIMIT_EXCEEDED when there would be more of something than there can be. What was deleted from the trash for good can’t be brought back: CONFLICT with the reason DELETED_FOR_GOOD. A mutation older than 30 days is CONFLICT, and one that is not yours or nobody’s NOT_FOUND. */
export async function redo(client: TendClient, input: Omit<types.RedoInput, 'dryRun'>, options?: CallOptions): Promise<types.RedoPayload> {
  const document = `mutation Redo($input: RedoInput!) { redo(input: $input) { changes { at deleted entityType id mutationId } mutationId } }`
  return (await client.mutate<{ redo: types.RedoPayload }>(document, { input }, options)).redo
}

/** Opens a completed task again, and the completed ones it is under. The next occurrence of a repeating one is taken back if nobody has touched it. An open task stays as it is. */
export async function reopenTask(client: TendClient, input: Omit<types.ReopenTaskInput, 'dryRun'>, options?: CallOptions): Promise<types.ReopenTaskPayload> {
  const document = `mutation ReopenTask($input: ReopenTaskInput!) { reopenTask(input: $input) { keptNextTask { ${taskFields} } mutationId takenBackTaskId task { ${taskFields} } } }`
  return (await client.mutate<{ reopenTask: types.ReopenTaskPayload }>(document, { input }, options)).reopenTask
}

/** Opens several completed tasks again, each as reopenTask does. */
export async function reopenTasks(client: TendClient, input: Omit<types.ReopenTasksInput, 'dryRun'>, options?: CallOptions): Promise<types.ReopenTasksPayload> {
  const document = `mutation ReopenTasks($input: ReopenTasksInput!) { reopenTasks(input: $input) { changedCount keptNextTasks { id } mutationId results { error { code message reason } id } takenBackTaskIds tasks { id } } }`
  return (await client.mutate<{ reopenTasks: types.ReopenTasksPayload }>(document, { input }, options)).reopenTasks
}

/** Has a webhook sent everything from a place in the log on, in order and under the same ids: again, or with a place ahead of its cursor leaving out what is before. Of tests, replays and events that are sent again, 60 an hour are the most; more is LIMIT_EXCEEDED. */
export async function replayWebhook(client: TendClient, input: types.ReplayWebhookInput, options?: CallOptions): Promise<types.ReplayWebhookPayload> {
  const document = `mutation ReplayWebhook($input: ReplayWebhookInput!) { replayWebhook(input: $input) { mutationId webhook { ${webhookFields} } } }`
  return (await client.mutate<{ replayWebhook: types.ReplayWebhookPayload }>(document, { input }, options)).replayWebhook
}

/** Sends one event to a webhook once more, beside what it is sent otherwise. Of tests, replays and events that are sent again, 60 an hour are the most; more is LIMIT_EXCEEDED. */
export async function resendWebhookEvent(client: TendClient, input: types.ResendWebhookEventInput, options?: CallOptions): Promise<types.ResendWebhookEventPayload> {
  const document = `mutation ResendWebhookEvent($input: ResendWebhookEventInput!) { resendWebhookEvent(input: $input) { mutationId webhook { ${webhookFields} } } }`
  return (await client.mutate<{ resendWebhookEvent: types.ResendWebhookEventPayload }>(document, { input }, options)).resendWebhookEvent
}

/** Takes a list out of the trash with the tasks that its deletion took along; tasks that were in the trash before stay there. */
export async function restoreList(client: TendClient, input: Omit<types.RestoreListInput, 'dryRun'>, options?: CallOptions): Promise<types.RestoreListPayload> {
  const document = `mutation RestoreList($input: RestoreListInput!) { restoreList(input: $input) { list { ${listFields} } mutationId } }`
  return (await client.mutate<{ restoreList: types.RestoreListPayload }>(document, { input }, options)).restoreList
}

/** Takes a task out of the trash with the subtasks that went there with it. If its parent stays there it comes back to the top level of its list, if its list does, to the inbox. */
export async function restoreTask(client: TendClient, input: Omit<types.RestoreTaskInput, 'dryRun'>, options?: CallOptions): Promise<types.RestoreTaskPayload> {
  const document = `mutation RestoreTask($input: RestoreTaskInput!) { restoreTask(input: $input) { mutationId task { ${taskFields} } } }`
  return (await client.mutate<{ restoreTask: types.RestoreTaskPayload }>(document, { input }, options)).restoreTask
}

/** Takes several tasks out of the trash, each as restoreTask does. */
export async function restoreTasks(client: TendClient, input: Omit<types.RestoreTasksInput, 'dryRun'>, options?: CallOptions): Promise<types.RestoreTasksPayload> {
  const document = `mutation RestoreTasks($input: RestoreTasksInput!) { restoreTasks(input: $input) { changedCount mutationId results { error { code message reason } id } tasks { id } } }`
  return (await client.mutate<{ restoreTasks: types.RestoreTasksPayload }>(document, { input }, options)).restoreTasks
}

/** Takes an access token’s power away for good: within 10 seconds it opens nothing, and its live results are closed. It is not part of the log, so undo doesn’t know it. */
export async function revokeAccessToken(client: TendClient, input: types.RevokeAccessTokenInput, options?: CallOptions): Promise<types.RevokeAccessTokenPayload> {
  const document = `mutation RevokeAccessToken($input: RevokeAccessTokenInput!) { revokeAccessToken(input: $input) { accessToken { ${accessTokenFields} } mutationId } }`
  return (await client.mutate<{ revokeAccessToken: types.RevokeAccessTokenPayload }>(document, { input }, options)).revokeAccessToken
}

/** Ends a calendar address for good: it answers 404 from now on. It is not part of the log, so undo doesn’t know it. */
export async function revokeFeed(client: TendClient, input: types.RevokeFeedInput, options?: CallOptions): Promise<types.RevokeFeedPayload> {
  const document = `mutation RevokeFeed($input: RevokeFeedInput!) { revokeFeed(input: $input) { feed { ${feedFields} } mutationId } }`
  return (await client.mutate<{ revokeFeed: types.RevokeFeedPayload }>(document, { input }, options)).revokeFeed
}

/** Gives a webhook a new secret. The former one signs beside it for 24 hours, so that the receiver can be changed meanwhile. It is not part of the log, so undo doesn’t know it. */
export async function rollWebhookSecret(client: TendClient, input: types.RollWebhookSecretInput, options?: CallOptions): Promise<types.RollWebhookSecretPayload> {
  const document = `mutation RollWebhookSecret($input: RollWebhookSecretInput!) { rollWebhookSecret(input: $input) { mutationId secret webhook { ${webhookFields} } } }`
  return (await client.mutate<{ rollWebhookSecret: types.RollWebhookSecretPayload }>(document, { input }, options)).rollWebhookSecret
}

/** Lets a repeating task pass to its next occurrence without having been done, its subtasks open again. One that doesn’t repeat, is completed, or is the last is refused with CONFLICT. */
export async function skipOccurrence(client: TendClient, input: Omit<types.SkipOccurrenceInput, 'dryRun'>, options?: CallOptions): Promise<types.SkipOccurrencePayload> {
  const document = `mutation SkipOccurrence($input: SkipOccurrenceInput!) { skipOccurrence(input: $input) { mutationId task { ${taskFields} } } }`
  return (await client.mutate<{ skipOccurrence: types.SkipOccurrencePayload }>(document, { input }, options)).skipOccurrence
}

/** Lets a reminder ring again later, and takes what it rang for off rangReminders until then. */
export async function snoozeReminder(client: TendClient, input: Omit<types.SnoozeReminderInput, 'dryRun'>, options?: CallOptions): Promise<types.SnoozeReminderPayload> {
  const document = `mutation SnoozeReminder($input: SnoozeReminderInput!) { snoozeReminder(input: $input) { mutationId reminder { dismissedAt id minutesBefore nextAt on ringsAt sentence snoozedUntil time timeZone } task { ${taskFields} } } }`
  return (await client.mutate<{ snoozeReminder: types.SnoozeReminderPayload }>(document, { input }, options)).snoozeReminder
}

/** Sends a notification to one of your browsers, to see that it arrives. A browser that doesn’t exist any more is removed. */
export async function testPushSubscription(client: TendClient, input: types.TestPushSubscriptionInput, options?: CallOptions): Promise<types.TestPushSubscriptionPayload> {
  const document = `mutation TestPushSubscription($input: TestPushSubscriptionInput!) { testPushSubscription(input: $input) { mutationId pushSubscription { ${pushSubscriptionFields} } } }`
  return (await client.mutate<{ testPushSubscription: types.TestPushSubscriptionPayload }>(document, { input }, options)).testPushSubscription
}

/** Sends an event of type test to a webhook, to see that it arrives; its attempts say whether it did. Of tests, replays and events that are sent again, 60 an hour are the most; more is LIMIT_EXCEEDED. */
export async function testWebhook(client: TendClient, input: types.TestWebhookInput, options?: CallOptions): Promise<types.TestWebhookPayload> {
  const document = `mutation TestWebhook($input: TestWebhookInput!) { testWebhook(input: $input) { mutationId webhook { ${webhookFields} } } }`
  return (await client.mutate<{ testWebhook: types.TestWebhookPayload }>(document, { input }, options)).testWebhook
}

/** Brings an archived list back. One that is not archived stays as it is; one in the trash is refused with CONFLICT. */
export async function unarchiveList(client: TendClient, input: Omit<types.UnarchiveListInput, 'dryRun'>, options?: CallOptions): Promise<types.UnarchiveListPayload> {
  const document = `mutation UnarchiveList($input: UnarchiveListInput!) { unarchiveList(input: $input) { list { ${listFields} } mutationId } }`
  return (await client.mutate<{ unarchiveList: types.UnarchiveListPayload }>(document, { input }, options)).unarchiveList
}

/** Reverts everything a mutation did, a bulk one too, from whichever of your devices and tokens: each object is as it was before, apart from updatedAt. What was undone already stays so, and changes is empty. An undo is a mutation itself and can be undone. CONFLICT when another action has changed something of it since: issues names each object and field as ["task", id, "title"], and nothing is done. A position that was taken since is no such case: the object comes right after it. LIMIT_EXCEEDED when there would be more of something than there can be. What was deleted from the trash for good can’t be brought back: CONFLICT with the reason DELETED_FOR_GOOD. A mutation older than 30 days is CONFLICT, and one that is not yours or nobody’s NOT_FOUND. */
export async function undo(client: TendClient, input: Omit<types.UndoInput, 'dryRun'>, options?: CallOptions): Promise<types.UndoPayload> {
  const document = `mutation Undo($input: UndoInput!) { undo(input: $input) { changes { at deleted entityType id mutationId } mutationId } }`
  return (await client.mutate<{ undo: types.UndoPayload }>(document, { input }, options)).undo
}

/** Changes a list. One in the trash is refused with CONFLICT. */
export async function updateList(client: TendClient, input: Omit<types.UpdateListInput, 'dryRun'>, options?: CallOptions): Promise<types.UpdateListPayload> {
  const document = `mutation UpdateList($input: UpdateListInput!) { updateList(input: $input) { list { ${listFields} } mutationId } }`
  return (await client.mutate<{ updateList: types.UpdateListPayload }>(document, { input }, options)).updateList
}

/** Changes your account. Only a session may do it. It is not part of the log, so undo doesn’t know it. */
export async function updateMe(client: TendClient, input: types.UpdateMeInput, options?: CallOptions): Promise<types.UpdateMePayload> {
  const document = `mutation UpdateMe($input: UpdateMeInput!) { updateMe(input: $input) { mutationId user { ${userFields} } } }`
  return (await client.mutate<{ updateMe: types.UpdateMePayload }>(document, { input }, options)).updateMe
}

/** Changes how you are reminded, of tasks that have reminders already too. Only a session may do it. It is not part of the log, so undo doesn’t know it. */
export async function updateReminderSettings(client: TendClient, input: types.UpdateReminderSettingsInput, options?: CallOptions): Promise<types.UpdateReminderSettingsPayload> {
  const document = `mutation UpdateReminderSettings($input: UpdateReminderSettingsInput!) { updateReminderSettings(input: $input) { mutationId user { ${userFields} } } }`
  return (await client.mutate<{ updateReminderSettings: types.UpdateReminderSettingsPayload }>(document, { input }, options)).updateReminderSettings
}

/** Changes a saved view. */
export async function updateSavedView(client: TendClient, input: Omit<types.UpdateSavedViewInput, 'dryRun'>, options?: CallOptions): Promise<types.UpdateSavedViewPayload> {
  const document = `mutation UpdateSavedView($input: UpdateSavedViewInput!) { updateSavedView(input: $input) { mutationId savedView { ${savedViewFields} } } }`
  return (await client.mutate<{ updateSavedView: types.UpdateSavedViewPayload }>(document, { input }, options)).updateSavedView
}

/** Renames a tag or gives it another colour, on every task at once. A name that another of your tags has is CONFLICT. */
export async function updateTag(client: TendClient, input: Omit<types.UpdateTagInput, 'dryRun'>, options?: CallOptions): Promise<types.UpdateTagPayload> {
  const document = `mutation UpdateTag($input: UpdateTagInput!) { updateTag(input: $input) { mutationId tag { ${tagFields} } } }`
  return (await client.mutate<{ updateTag: types.UpdateTagPayload }>(document, { input }, options)).updateTag
}

/** Changes a task. One in the trash is refused with CONFLICT. Clearing the due day clears due time and recurrence; one before the start moves the start along. */
export async function updateTask(client: TendClient, input: Omit<types.UpdateTaskInput, 'dryRun'>, options?: CallOptions): Promise<types.UpdateTaskPayload> {
  const document = `mutation UpdateTask($input: UpdateTaskInput!) { updateTask(input: $input) { bothDescriptionsKept mutationId startMoved task { ${taskFields} } } }`
  return (await client.mutate<{ updateTask: types.UpdateTaskPayload }>(document, { input }, options)).updateTask
}

/** Changes several tasks in the same way. */
export async function updateTasks(client: TendClient, input: Omit<types.UpdateTasksInput, 'dryRun'>, options?: CallOptions): Promise<types.UpdateTasksPayload> {
  const document = `mutation UpdateTasks($input: UpdateTasksInput!) { updateTasks(input: $input) { changedCount mutationId results { error { code message reason } id } tasks { id } } }`
  return (await client.mutate<{ updateTasks: types.UpdateTasksPayload }>(document, { input }, options)).updateTasks
}

/** Changes a webhook, stops it, or starts it again. It is not part of the log, so undo doesn’t know it. */
export async function updateWebhook(client: TendClient, input: types.UpdateWebhookInput, options?: CallOptions): Promise<types.UpdateWebhookPayload> {
  const document = `mutation UpdateWebhook($input: UpdateWebhookInput!) { updateWebhook(input: $input) { mutationId webhook { ${webhookFields} } } }`
  return (await client.mutate<{ updateWebhook: types.UpdateWebhookPayload }>(document, { input }, options)).updateWebhook
}

/** First what was missed since the cursor, then what changes as it happens. The first page comes at once and may be empty. When the connection is cut, subscribe again with the last page’s cursor: nothing is missed and nothing comes twice. At most 100 at a time. */
export function followChanges(client: TendClient, since: string | null, options?: CallOptions): AsyncGenerator<types.ChangePage, void, void> {
  const document = `subscription FollowChanges($since: SyncCursor) { changes(since: $since) { changes { at deleted entityType id mutationId node { __typename ... on List { ${listFields} } ... on SavedView { ${savedViewFields} } ... on Tag { ${tagFields} } ... on Task { ${taskFields} } } } cursor hasMore resetRequired } }`
  return client.follow<types.ChangePage>(document, since, options)
}
