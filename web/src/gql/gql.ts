/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query AccessTokens {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    accessTokens {\n      id\n      ...AccessTokenEntry\n    }\n  }\n": typeof types.AccessTokensDocument,
    "\n  fragment AccessTokenEntry on AccessToken {\n    id\n    name\n    scopes\n    expiresAt\n    lastUsedAt\n  }\n": typeof types.AccessTokenEntryFragmentDoc,
    "\n  mutation CreateAccessToken($input: CreateAccessTokenInput!) {\n    createAccessToken(input: $input) {\n      token\n      accessToken {\n        id\n        ...AccessTokenEntry\n      }\n    }\n  }\n": typeof types.CreateAccessTokenDocument,
    "\n  mutation RevokeAccessToken($input: RevokeAccessTokenInput!) {\n    revokeAccessToken(input: $input) {\n      accessToken {\n        id\n      }\n    }\n  }\n": typeof types.RevokeAccessTokenDocument,
    "\n  fragment Profile on User {\n    id\n    name\n    email\n    image\n    timeZone\n    weekStartsOn\n    dateStyle\n    timeStyle\n    theme\n  }\n": typeof types.ProfileFragmentDoc,
    "\n  query Profile {\n    me {\n      ...Profile\n    }\n  }\n": typeof types.ProfileDocument,
    "\n  mutation UpdateProfile($input: UpdateMeInput!) {\n    updateMe(input: $input) {\n      user {\n        ...Profile\n      }\n    }\n  }\n": typeof types.UpdateProfileDocument,
    "\n  mutation UndoImport($input: UndoInput!) {\n    undo(input: $input) {\n      mutationId\n    }\n  }\n": typeof types.UndoImportDocument,
    "\n  query Feeds {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    feeds {\n      id\n      ...FeedEntry\n    }\n    savedViews(first: 100) {\n      nodes {\n        id\n        name\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n": typeof types.FeedsDocument,
    "\n  fragment FeedEntry on Feed {\n    id\n    name\n    viewId\n    lastReadAt\n  }\n": typeof types.FeedEntryFragmentDoc,
    "\n  mutation CreateFeed($input: CreateFeedInput!) {\n    createFeed(input: $input) {\n      address\n      feed {\n        id\n        ...FeedEntry\n      }\n    }\n  }\n": typeof types.CreateFeedDocument,
    "\n  mutation RevokeFeed($input: RevokeFeedInput!) {\n    revokeFeed(input: $input) {\n      feed {\n        id\n      }\n    }\n  }\n": typeof types.RevokeFeedDocument,
    "\n  query PushDevices {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    pushSubscriptions {\n      id\n      endpoint\n      device\n      isCurrent\n      createdAt\n    }\n  }\n": typeof types.PushDevicesDocument,
    "\n  fragment ReminderSettings on User {\n    id\n    weekStartsOn\n    dateStyle\n    timeStyle\n    reminderSettings {\n      channels\n      dayTime\n      quietHours {\n        from\n        until\n      }\n      hidesTitles\n      summaryTime\n    }\n  }\n": typeof types.ReminderSettingsFragmentDoc,
    "\n  query ReminderSettings {\n    me {\n      ...ReminderSettings\n    }\n  }\n": typeof types.ReminderSettingsDocument,
    "\n  mutation DeletePushSubscription($input: DeletePushSubscriptionInput!) {\n    deletePushSubscription(input: $input) {\n      pushSubscription {\n        id\n      }\n    }\n  }\n": typeof types.DeletePushSubscriptionDocument,
    "\n  mutation TestPushSubscription($input: TestPushSubscriptionInput!) {\n    testPushSubscription(input: $input) {\n      pushSubscription {\n        id\n      }\n    }\n  }\n": typeof types.TestPushSubscriptionDocument,
    "\n  mutation UpdateReminderSettings($input: UpdateReminderSettingsInput!) {\n    updateReminderSettings(input: $input) {\n      user {\n        ...ReminderSettings\n      }\n    }\n  }\n": typeof types.UpdateReminderSettingsDocument,
    "\n  query DeletedLists($after: String) {\n    lists(first: 100, after: $after, inTrash: true) {\n      nodes {\n        id\n        ...ListFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.DeletedListsDocument,
    "\n  query FoundTasks($query: String!, $first: Int!) {\n    open: searchTasks(first: $first, query: $query, filter: { completed: { eq: false } }) {\n      nodes {\n        id\n        ...TaskFields\n      }\n    }\n    completed: searchTasks(first: $first, query: $query, filter: { completed: { eq: true } }) {\n      nodes {\n        id\n        ...TaskFields\n      }\n    }\n  }\n": typeof types.FoundTasksDocument,
    "\n  query RungReminders {\n    rangReminders(first: 50) {\n      totalCount\n      nodes {\n        rangAt\n        reminder {\n          id\n        }\n        task {\n          ...TaskFields\n        }\n      }\n    }\n    nextReminderAt\n    me {\n      id\n      reminderSettings {\n        dayTime\n      }\n    }\n  }\n": typeof types.RungRemindersDocument,
    "\n  mutation SnoozeReminder($input: SnoozeReminderInput!) {\n    snoozeReminder(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n": typeof types.SnoozeReminderDocument,
    "\n  mutation DismissReminder($input: DismissReminderInput!) {\n    dismissReminder(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n": typeof types.DismissReminderDocument,
    "\n  query Sessions {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    sessions(first: 100) {\n      nodes {\n        id\n        ...SessionEntry\n      }\n    }\n  }\n": typeof types.SessionsDocument,
    "\n  fragment SessionEntry on Session {\n    id\n    device\n    ipAddress\n    isCurrent\n    createdAt\n    lastActiveAt\n  }\n": typeof types.SessionEntryFragmentDoc,
    "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      session {\n        id\n      }\n    }\n  }\n": typeof types.EndSessionDocument,
    "\n  mutation EndOtherSessions($input: EndOtherSessionsInput!) {\n    endOtherSessions(input: $input) {\n      endedSessionIds\n    }\n  }\n": typeof types.EndOtherSessionsDocument,
    "\n  mutation WriteNotes($input: UpdateTaskInput!) {\n    updateTask(input: $input) {\n      mutationId\n      bothDescriptionsKept\n      task {\n        ...TaskFields\n      }\n    }\n  }\n": typeof types.WriteNotesDocument,
    "\n  query TaskHistory($id: ID!, $first: Int!) {\n    task(id: $id) {\n      id\n      history(first: $first) {\n        nodes {\n          mutationId\n          at\n          operation\n          actor {\n            kind\n            isCurrent\n            device\n            tokenName\n          }\n          changes {\n            field\n            before\n            after\n          }\n        }\n        pageInfo {\n          hasNextPage\n        }\n      }\n    }\n  }\n": typeof types.TaskHistoryDocument,
    "\n  query Task($id: ID!) {\n    task(id: $id) {\n      id\n      ...TaskFields\n    }\n  }\n": typeof types.TaskDocument,
    "\n  query Subtasks($id: ID!) {\n    task(id: $id) {\n      id\n      subtasks {\n        id\n        ...TaskFields\n      }\n      parent {\n        id\n        parent {\n          id\n          parent {\n            id\n            parent {\n              id\n              parent {\n                id\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.SubtasksDocument,
    "\n  query MatchCount($filter: TaskFilter!) {\n    tasks(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n": typeof types.MatchCountDocument,
    "\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      secret\n      webhook {\n        id\n        ...WebhookFields\n      }\n    }\n  }\n": typeof types.CreateWebhookDocument,
    "\n  mutation UpdateWebhook($input: UpdateWebhookInput!) {\n    updateWebhook(input: $input) {\n      webhook {\n        id\n        ...WebhookFields\n      }\n    }\n  }\n": typeof types.UpdateWebhookDocument,
    "\n  mutation DeleteWebhook($input: DeleteWebhookInput!) {\n    deleteWebhook(input: $input) {\n      webhook {\n        id\n      }\n    }\n  }\n": typeof types.DeleteWebhookDocument,
    "\n  mutation RollWebhookSecret($input: RollWebhookSecretInput!) {\n    rollWebhookSecret(input: $input) {\n      secret\n      webhook {\n        id\n        ...WebhookFields\n      }\n    }\n  }\n": typeof types.RollWebhookSecretDocument,
    "\n  mutation TestWebhook($input: TestWebhookInput!) {\n    testWebhook(input: $input) {\n      webhook {\n        id\n      }\n    }\n  }\n": typeof types.TestWebhookDocument,
    "\n  mutation ResendWebhookEvent($input: ResendWebhookEventInput!) {\n    resendWebhookEvent(input: $input) {\n      webhook {\n        id\n      }\n    }\n  }\n": typeof types.ResendWebhookEventDocument,
    "\n  mutation ReplayWebhook($input: ReplayWebhookInput!) {\n    replayWebhook(input: $input) {\n      webhook {\n        id\n        ...WebhookFields\n      }\n    }\n  }\n": typeof types.ReplayWebhookDocument,
    "\n  query Webhook($id: ID!, $attempts: Int!) {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    node(id: $id) {\n      id\n      ... on Webhook {\n        ...WebhookFields\n        attempts(first: $attempts) {\n          nodes {\n            id\n            eventId\n            cursor\n            isTest\n            byHand\n            at\n            durationMs\n            arrived\n            status\n            problem\n            answer\n          }\n          pageInfo {\n            hasNextPage\n          }\n        }\n      }\n    }\n  }\n": typeof types.WebhookDocument,
    "\n  query Webhooks {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    webhooks {\n      id\n      ...WebhookFields\n    }\n  }\n": typeof types.WebhooksDocument,
    "\n  fragment WebhookFields on Webhook {\n    id\n    url\n    description\n    entities\n    operations\n    isEnabled\n    stopReason\n    stoppedAt\n    formerSecretUntil\n    lastSuccessAt\n    lastFailureAt\n    lastFailure\n    nextAttemptAt\n  }\n": typeof types.WebhookFieldsFragmentDoc,
    "\n  query Newcomer {\n    tasks(first: 1, filter: { or: [{ deleted: { eq: false } }, { deleted: { eq: true } }] }) {\n      totalCount\n    }\n  }\n": typeof types.NewcomerDocument,
    "\n  query PushState {\n    pushPublicKey\n    pushSubscriptions {\n      id\n      endpoint\n      isCurrent\n    }\n  }\n": typeof types.PushStateDocument,
    "\n  mutation CreatePushSubscription($input: CreatePushSubscriptionInput!) {\n    createPushSubscription(input: $input) {\n      pushSubscription {\n        id\n      }\n    }\n  }\n": typeof types.CreatePushSubscriptionDocument,
    "\n  query TodayCount {\n    tasks(\n      first: 1\n      filter: {\n        completed: { eq: false }\n        list: { archived: { eq: false } }\n        plannedState: { in: [OVERDUE, TODAY] }\n      }\n    ) {\n      totalCount\n    }\n  }\n": typeof types.TodayCountDocument,
    "\n  fragment ChangeFields on Change {\n    id\n    entityType\n    deleted\n    node {\n      __typename\n      id\n      ... on Task {\n        ...TaskFields\n      }\n      ... on List {\n        ...ListFields\n      }\n      ... on Tag {\n        ...TagFields\n      }\n      ... on SavedView {\n        ...SavedViewFields\n      }\n    }\n  }\n": typeof types.ChangeFieldsFragmentDoc,
    "\n  mutation Undo($input: UndoInput!) {\n    undo(input: $input) {\n      mutationId\n      changes {\n        ...ChangeFields\n      }\n    }\n  }\n": typeof types.UndoDocument,
    "\n  query CopiedTask($id: ID!) {\n    task(id: $id) {\n      id\n      title\n      description\n      completed\n      subtasks {\n        id\n        title\n        description\n        completed\n        subtaskProgress {\n          total\n        }\n      }\n    }\n  }\n": typeof types.CopiedTaskDocument,
    "\n  query Counts {\n    lists(first: 100) {\n      nodes {\n        id\n        openTaskCount\n        aheadTaskCount\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    tags(first: 100) {\n      nodes {\n        id\n        openTaskCount\n        aheadTaskCount\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    tasks(\n      first: 1\n      filter: {\n        completed: { eq: false }\n        list: { archived: { eq: false } }\n        plannedState: { in: [OVERDUE, TODAY] }\n      }\n    ) {\n      totalCount\n    }\n  }\n": typeof types.CountsDocument,
    "\n  mutation DuplicateTask($input: DuplicateTaskInput!) {\n    duplicateTask(input: $input) {\n      mutationId\n      task {\n        id\n        ...TaskFields\n      }\n    }\n  }\n": typeof types.DuplicateTaskDocument,
    "\n  mutation DuplicateTasks($input: DuplicateTasksInput!) {\n    duplicateTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n": typeof types.DuplicateTasksDocument,
    "\n  fragment TaskFields on Task {\n    id\n    title\n    description\n    completed\n    completedAt\n    createdAt\n    updatedAt\n    deletedAt\n    priority\n    position\n    startOn\n    dueOn\n    dueTime\n    dueTimeZone\n    dueAt\n    list {\n      id\n      name\n      color\n      icon\n      isInbox\n      archivedAt\n    }\n    parent {\n      id\n      title\n      subtaskProgress {\n        completed\n        total\n      }\n    }\n    tags {\n      id\n      name\n      color\n    }\n    subtaskProgress {\n      completed\n      total\n    }\n    recurrence {\n      rule\n      basis\n      sentence\n      startOn\n      occurrenceOn\n    }\n    reminders {\n      nextAt\n    }\n  }\n": typeof types.TaskFieldsFragmentDoc,
    "\n  fragment ListFields on List {\n    id\n    name\n    color\n    icon\n    isInbox\n    position\n    archivedAt\n    deletedAt\n  }\n": typeof types.ListFieldsFragmentDoc,
    "\n  fragment TagFields on Tag {\n    id\n    name\n    color\n  }\n": typeof types.TagFieldsFragmentDoc,
    "\n  fragment SavedViewFields on SavedView {\n    id\n    name\n    icon\n    position\n    filter\n    orderBy\n    groupBy\n  }\n": typeof types.SavedViewFieldsFragmentDoc,
    "\n  mutation DeleteTasksForGood($input: DeleteTasksForGoodInput!) {\n    deleteTasksForGood(input: $input) {\n      results {\n        id\n        error {\n          code\n          message\n        }\n      }\n    }\n  }\n": typeof types.DeleteTasksForGoodDocument,
    "\n  mutation DeleteListForGood($input: DeleteListForGoodInput!) {\n    deleteListForGood(input: $input) {\n      deletedTaskCount\n      deletedListCount\n      remainingCount\n    }\n  }\n": typeof types.DeleteListForGoodDocument,
    "\n  mutation EmptyTrash($input: EmptyTrashInput!) {\n    emptyTrash(input: $input) {\n      deletedTaskCount\n      deletedListCount\n      remainingCount\n    }\n  }\n": typeof types.EmptyTrashDocument,
    "\n  query TrashContents($filter: TaskFilter!) {\n    tasks(\n      first: 1\n      filter: $filter\n      orderBy: [{ field: DELETED_AT, direction: DESC }]\n    ) {\n      totalCount\n      nodes {\n        id\n        deletedAt\n      }\n    }\n    lists(first: 100, inTrash: true) {\n      totalCount\n      nodes {\n        id\n        deletedAt\n      }\n    }\n  }\n": typeof types.TrashContentsDocument,
    "\n  mutation CreateList($input: CreateListInput!) {\n    createList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n": typeof types.CreateListDocument,
    "\n  mutation UpdateList($input: UpdateListInput!) {\n    updateList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n": typeof types.UpdateListDocument,
    "\n  mutation ArchiveList($input: ArchiveListInput!) {\n    archiveList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n": typeof types.ArchiveListDocument,
    "\n  mutation DeleteList($input: DeleteListInput!) {\n    deleteList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n": typeof types.DeleteListDocument,
    "\n  mutation UnarchiveList($input: UnarchiveListInput!) {\n    unarchiveList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n": typeof types.UnarchiveListDocument,
    "\n  mutation RestoreList($input: RestoreListInput!) {\n    restoreList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n": typeof types.RestoreListDocument,
    "\n  mutation MoveList($input: MoveListInput!) {\n    moveList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n": typeof types.MoveListDocument,
    "\n  query SyncCursor {\n    syncCursor\n  }\n": typeof types.SyncCursorDocument,
    "\n  subscription LiveChanges($since: SyncCursor!) {\n    changes(since: $since) {\n      cursor\n      resetRequired\n      changes {\n        ...ChangeFields\n      }\n    }\n  }\n": typeof types.LiveChangesDocument,
    "\n  query MissedChanges($since: SyncCursor!) {\n    changes(since: $since, first: 20) {\n      cursor\n      resetRequired\n      hasMore\n      changes {\n        ...ChangeFields\n      }\n    }\n  }\n": typeof types.MissedChangesDocument,
    "\n  mutation Redo($input: RedoInput!) {\n    redo(input: $input) {\n      mutationId\n      changes {\n        ...ChangeFields\n      }\n    }\n  }\n": typeof types.RedoDocument,
    "\n  query MoreLists($after: String!) {\n    page: lists(first: 100, after: $after, includeArchived: true) {\n      nodes {\n        id\n        ...ListFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.MoreListsDocument,
    "\n  query MoreTags($after: String!) {\n    page: tags(first: 100, after: $after) {\n      nodes {\n        id\n        ...TagFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.MoreTagsDocument,
    "\n  query MoreViews($after: String!) {\n    page: savedViews(first: 100, after: $after) {\n      nodes {\n        id\n        ...SavedViewFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.MoreViewsDocument,
    "\n  query Shell {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    lists(first: 100) {\n      nodes {\n        id\n        ...ListFields\n      }\n    }\n    archived: lists(first: 100, includeArchived: true) {\n      nodes {\n        id\n        ...ListFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    tags(first: 100) {\n      nodes {\n        id\n        ...TagFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    savedViews(first: 100) {\n      nodes {\n        id\n        ...SavedViewFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.ShellDocument,
    "\n  mutation SkipOccurrence($input: SkipOccurrenceInput!) {\n    skipOccurrence(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n": typeof types.SkipOccurrenceDocument,
    "\n  mutation CreateTag($input: CreateTagInput!) {\n    createTag(input: $input) {\n      mutationId\n      tag {\n        ...TagFields\n      }\n    }\n  }\n": typeof types.CreateTagDocument,
    "\n  mutation UpdateTag($input: UpdateTagInput!) {\n    updateTag(input: $input) {\n      mutationId\n      tag {\n        ...TagFields\n      }\n    }\n  }\n": typeof types.UpdateTagDocument,
    "\n  mutation DeleteTag($input: DeleteTagInput!) {\n    deleteTag(input: $input) {\n      mutationId\n      tag {\n        ...TagFields\n      }\n    }\n  }\n": typeof types.DeleteTagDocument,
    "\n  mutation MergeTags($input: MergeTagsInput!) {\n    mergeTags(input: $input) {\n      mutationId\n      tag {\n        ...TagFields\n      }\n      deletedTagIds\n    }\n  }\n": typeof types.MergeTagsDocument,
    "\n  fragment TaskResultFields on TaskResult {\n    id\n    error {\n      message\n    }\n  }\n": typeof types.TaskResultFieldsFragmentDoc,
    "\n  mutation UpdateTasks($input: UpdateTasksInput!) {\n    updateTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n": typeof types.UpdateTasksDocument,
    "\n  mutation MoveTasks($input: MoveTasksInput!) {\n    moveTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n": typeof types.MoveTasksDocument,
    "\n  mutation CompleteTasks($input: CompleteTasksInput!) {\n    completeTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n": typeof types.CompleteTasksDocument,
    "\n  mutation ReopenTasks($input: ReopenTasksInput!) {\n    reopenTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n": typeof types.ReopenTasksDocument,
    "\n  mutation DeleteTasks($input: DeleteTasksInput!) {\n    deleteTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n": typeof types.DeleteTasksDocument,
    "\n  mutation RestoreTasks($input: RestoreTasksInput!) {\n    restoreTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n": typeof types.RestoreTasksDocument,
    "\n  query TaskPage($filter: TaskFilter!, $orderBy: [TaskOrder!], $first: Int!, $after: String) {\n    tasks(first: $first, filter: $filter, orderBy: $orderBy, after: $after) {\n      nodes {\n        id\n        ...TaskFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.TaskPageDocument,
    "\n  query SearchPage($query: String!, $completed: Boolean!, $after: String) {\n    searchTasks(\n      first: 50\n      query: $query\n      filter: { completed: { eq: $completed } }\n      after: $after\n    ) {\n      nodes {\n        id\n        ...TaskFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.SearchPageDocument,
    "\n  query TaskReminders($id: ID!) {\n    task(id: $id) {\n      id\n      reminders {\n        id\n        minutesBefore\n        sentence\n        on\n        time\n        timeZone\n        nextAt\n      }\n    }\n  }\n": typeof types.TaskRemindersDocument,
    "\n  mutation CreateTask($input: CreateTaskInput!) {\n    createTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n": typeof types.CreateTaskDocument,
    "\n  mutation CreateTasks($input: CreateTasksInput!) {\n    createTasks(input: $input) {\n      mutationId\n      tasks {\n        ...TaskFields\n      }\n    }\n  }\n": typeof types.CreateTasksDocument,
    "\n  mutation UpdateTask($input: UpdateTaskInput!) {\n    updateTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n": typeof types.UpdateTaskDocument,
    "\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n      nextTask {\n        ...TaskFields\n      }\n    }\n  }\n": typeof types.CompleteTaskDocument,
    "\n  mutation ReopenTask($input: ReopenTaskInput!) {\n    reopenTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n      takenBackTaskId\n    }\n  }\n": typeof types.ReopenTaskDocument,
    "\n  mutation DeleteTask($input: DeleteTaskInput!) {\n    deleteTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n": typeof types.DeleteTaskDocument,
    "\n  mutation RestoreTask($input: RestoreTaskInput!) {\n    restoreTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n": typeof types.RestoreTaskDocument,
    "\n  mutation MoveTask($input: MoveTaskInput!) {\n    moveTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n": typeof types.MoveTaskDocument,
    "\n  mutation CreateView($input: CreateSavedViewInput!) {\n    createSavedView(input: $input) {\n      mutationId\n      savedView {\n        ...SavedViewFields\n      }\n    }\n  }\n": typeof types.CreateViewDocument,
    "\n  mutation UpdateView($input: UpdateSavedViewInput!) {\n    updateSavedView(input: $input) {\n      mutationId\n      savedView {\n        ...SavedViewFields\n      }\n    }\n  }\n": typeof types.UpdateViewDocument,
    "\n  mutation MoveView($input: MoveSavedViewInput!) {\n    moveSavedView(input: $input) {\n      mutationId\n      savedView {\n        ...SavedViewFields\n      }\n    }\n  }\n": typeof types.MoveViewDocument,
    "\n  mutation DeleteView($input: DeleteSavedViewInput!) {\n    deleteSavedView(input: $input) {\n      mutationId\n      savedView {\n        ...SavedViewFields\n      }\n    }\n  }\n": typeof types.DeleteViewDocument,
    "\n  query MoreListCounts($after: String!) {\n    page: lists(first: 100, after: $after) {\n      nodes {\n        id\n        openTaskCount\n        aheadTaskCount\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.MoreListCountsDocument,
    "\n  query MoreTagCounts($after: String!) {\n    page: tags(first: 100, after: $after) {\n      nodes {\n        id\n        openTaskCount\n        aheadTaskCount\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.MoreTagCountsDocument,
    "\n  query TaskTitle($id: ID!) {\n    task(id: $id) {\n      id\n      title\n      deletedAt\n    }\n  }\n": typeof types.TaskTitleDocument,
};
const documents: Documents = {
    "\n  query AccessTokens {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    accessTokens {\n      id\n      ...AccessTokenEntry\n    }\n  }\n": types.AccessTokensDocument,
    "\n  fragment AccessTokenEntry on AccessToken {\n    id\n    name\n    scopes\n    expiresAt\n    lastUsedAt\n  }\n": types.AccessTokenEntryFragmentDoc,
    "\n  mutation CreateAccessToken($input: CreateAccessTokenInput!) {\n    createAccessToken(input: $input) {\n      token\n      accessToken {\n        id\n        ...AccessTokenEntry\n      }\n    }\n  }\n": types.CreateAccessTokenDocument,
    "\n  mutation RevokeAccessToken($input: RevokeAccessTokenInput!) {\n    revokeAccessToken(input: $input) {\n      accessToken {\n        id\n      }\n    }\n  }\n": types.RevokeAccessTokenDocument,
    "\n  fragment Profile on User {\n    id\n    name\n    email\n    image\n    timeZone\n    weekStartsOn\n    dateStyle\n    timeStyle\n    theme\n  }\n": types.ProfileFragmentDoc,
    "\n  query Profile {\n    me {\n      ...Profile\n    }\n  }\n": types.ProfileDocument,
    "\n  mutation UpdateProfile($input: UpdateMeInput!) {\n    updateMe(input: $input) {\n      user {\n        ...Profile\n      }\n    }\n  }\n": types.UpdateProfileDocument,
    "\n  mutation UndoImport($input: UndoInput!) {\n    undo(input: $input) {\n      mutationId\n    }\n  }\n": types.UndoImportDocument,
    "\n  query Feeds {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    feeds {\n      id\n      ...FeedEntry\n    }\n    savedViews(first: 100) {\n      nodes {\n        id\n        name\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n": types.FeedsDocument,
    "\n  fragment FeedEntry on Feed {\n    id\n    name\n    viewId\n    lastReadAt\n  }\n": types.FeedEntryFragmentDoc,
    "\n  mutation CreateFeed($input: CreateFeedInput!) {\n    createFeed(input: $input) {\n      address\n      feed {\n        id\n        ...FeedEntry\n      }\n    }\n  }\n": types.CreateFeedDocument,
    "\n  mutation RevokeFeed($input: RevokeFeedInput!) {\n    revokeFeed(input: $input) {\n      feed {\n        id\n      }\n    }\n  }\n": types.RevokeFeedDocument,
    "\n  query PushDevices {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    pushSubscriptions {\n      id\n      endpoint\n      device\n      isCurrent\n      createdAt\n    }\n  }\n": types.PushDevicesDocument,
    "\n  fragment ReminderSettings on User {\n    id\n    weekStartsOn\n    dateStyle\n    timeStyle\n    reminderSettings {\n      channels\n      dayTime\n      quietHours {\n        from\n        until\n      }\n      hidesTitles\n      summaryTime\n    }\n  }\n": types.ReminderSettingsFragmentDoc,
    "\n  query ReminderSettings {\n    me {\n      ...ReminderSettings\n    }\n  }\n": types.ReminderSettingsDocument,
    "\n  mutation DeletePushSubscription($input: DeletePushSubscriptionInput!) {\n    deletePushSubscription(input: $input) {\n      pushSubscription {\n        id\n      }\n    }\n  }\n": types.DeletePushSubscriptionDocument,
    "\n  mutation TestPushSubscription($input: TestPushSubscriptionInput!) {\n    testPushSubscription(input: $input) {\n      pushSubscription {\n        id\n      }\n    }\n  }\n": types.TestPushSubscriptionDocument,
    "\n  mutation UpdateReminderSettings($input: UpdateReminderSettingsInput!) {\n    updateReminderSettings(input: $input) {\n      user {\n        ...ReminderSettings\n      }\n    }\n  }\n": types.UpdateReminderSettingsDocument,
    "\n  query DeletedLists($after: String) {\n    lists(first: 100, after: $after, inTrash: true) {\n      nodes {\n        id\n        ...ListFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.DeletedListsDocument,
    "\n  query FoundTasks($query: String!, $first: Int!) {\n    open: searchTasks(first: $first, query: $query, filter: { completed: { eq: false } }) {\n      nodes {\n        id\n        ...TaskFields\n      }\n    }\n    completed: searchTasks(first: $first, query: $query, filter: { completed: { eq: true } }) {\n      nodes {\n        id\n        ...TaskFields\n      }\n    }\n  }\n": types.FoundTasksDocument,
    "\n  query RungReminders {\n    rangReminders(first: 50) {\n      totalCount\n      nodes {\n        rangAt\n        reminder {\n          id\n        }\n        task {\n          ...TaskFields\n        }\n      }\n    }\n    nextReminderAt\n    me {\n      id\n      reminderSettings {\n        dayTime\n      }\n    }\n  }\n": types.RungRemindersDocument,
    "\n  mutation SnoozeReminder($input: SnoozeReminderInput!) {\n    snoozeReminder(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n": types.SnoozeReminderDocument,
    "\n  mutation DismissReminder($input: DismissReminderInput!) {\n    dismissReminder(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n": types.DismissReminderDocument,
    "\n  query Sessions {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    sessions(first: 100) {\n      nodes {\n        id\n        ...SessionEntry\n      }\n    }\n  }\n": types.SessionsDocument,
    "\n  fragment SessionEntry on Session {\n    id\n    device\n    ipAddress\n    isCurrent\n    createdAt\n    lastActiveAt\n  }\n": types.SessionEntryFragmentDoc,
    "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      session {\n        id\n      }\n    }\n  }\n": types.EndSessionDocument,
    "\n  mutation EndOtherSessions($input: EndOtherSessionsInput!) {\n    endOtherSessions(input: $input) {\n      endedSessionIds\n    }\n  }\n": types.EndOtherSessionsDocument,
    "\n  mutation WriteNotes($input: UpdateTaskInput!) {\n    updateTask(input: $input) {\n      mutationId\n      bothDescriptionsKept\n      task {\n        ...TaskFields\n      }\n    }\n  }\n": types.WriteNotesDocument,
    "\n  query TaskHistory($id: ID!, $first: Int!) {\n    task(id: $id) {\n      id\n      history(first: $first) {\n        nodes {\n          mutationId\n          at\n          operation\n          actor {\n            kind\n            isCurrent\n            device\n            tokenName\n          }\n          changes {\n            field\n            before\n            after\n          }\n        }\n        pageInfo {\n          hasNextPage\n        }\n      }\n    }\n  }\n": types.TaskHistoryDocument,
    "\n  query Task($id: ID!) {\n    task(id: $id) {\n      id\n      ...TaskFields\n    }\n  }\n": types.TaskDocument,
    "\n  query Subtasks($id: ID!) {\n    task(id: $id) {\n      id\n      subtasks {\n        id\n        ...TaskFields\n      }\n      parent {\n        id\n        parent {\n          id\n          parent {\n            id\n            parent {\n              id\n              parent {\n                id\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": types.SubtasksDocument,
    "\n  query MatchCount($filter: TaskFilter!) {\n    tasks(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n": types.MatchCountDocument,
    "\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      secret\n      webhook {\n        id\n        ...WebhookFields\n      }\n    }\n  }\n": types.CreateWebhookDocument,
    "\n  mutation UpdateWebhook($input: UpdateWebhookInput!) {\n    updateWebhook(input: $input) {\n      webhook {\n        id\n        ...WebhookFields\n      }\n    }\n  }\n": types.UpdateWebhookDocument,
    "\n  mutation DeleteWebhook($input: DeleteWebhookInput!) {\n    deleteWebhook(input: $input) {\n      webhook {\n        id\n      }\n    }\n  }\n": types.DeleteWebhookDocument,
    "\n  mutation RollWebhookSecret($input: RollWebhookSecretInput!) {\n    rollWebhookSecret(input: $input) {\n      secret\n      webhook {\n        id\n        ...WebhookFields\n      }\n    }\n  }\n": types.RollWebhookSecretDocument,
    "\n  mutation TestWebhook($input: TestWebhookInput!) {\n    testWebhook(input: $input) {\n      webhook {\n        id\n      }\n    }\n  }\n": types.TestWebhookDocument,
    "\n  mutation ResendWebhookEvent($input: ResendWebhookEventInput!) {\n    resendWebhookEvent(input: $input) {\n      webhook {\n        id\n      }\n    }\n  }\n": types.ResendWebhookEventDocument,
    "\n  mutation ReplayWebhook($input: ReplayWebhookInput!) {\n    replayWebhook(input: $input) {\n      webhook {\n        id\n        ...WebhookFields\n      }\n    }\n  }\n": types.ReplayWebhookDocument,
    "\n  query Webhook($id: ID!, $attempts: Int!) {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    node(id: $id) {\n      id\n      ... on Webhook {\n        ...WebhookFields\n        attempts(first: $attempts) {\n          nodes {\n            id\n            eventId\n            cursor\n            isTest\n            byHand\n            at\n            durationMs\n            arrived\n            status\n            problem\n            answer\n          }\n          pageInfo {\n            hasNextPage\n          }\n        }\n      }\n    }\n  }\n": types.WebhookDocument,
    "\n  query Webhooks {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    webhooks {\n      id\n      ...WebhookFields\n    }\n  }\n": types.WebhooksDocument,
    "\n  fragment WebhookFields on Webhook {\n    id\n    url\n    description\n    entities\n    operations\n    isEnabled\n    stopReason\n    stoppedAt\n    formerSecretUntil\n    lastSuccessAt\n    lastFailureAt\n    lastFailure\n    nextAttemptAt\n  }\n": types.WebhookFieldsFragmentDoc,
    "\n  query Newcomer {\n    tasks(first: 1, filter: { or: [{ deleted: { eq: false } }, { deleted: { eq: true } }] }) {\n      totalCount\n    }\n  }\n": types.NewcomerDocument,
    "\n  query PushState {\n    pushPublicKey\n    pushSubscriptions {\n      id\n      endpoint\n      isCurrent\n    }\n  }\n": types.PushStateDocument,
    "\n  mutation CreatePushSubscription($input: CreatePushSubscriptionInput!) {\n    createPushSubscription(input: $input) {\n      pushSubscription {\n        id\n      }\n    }\n  }\n": types.CreatePushSubscriptionDocument,
    "\n  query TodayCount {\n    tasks(\n      first: 1\n      filter: {\n        completed: { eq: false }\n        list: { archived: { eq: false } }\n        plannedState: { in: [OVERDUE, TODAY] }\n      }\n    ) {\n      totalCount\n    }\n  }\n": types.TodayCountDocument,
    "\n  fragment ChangeFields on Change {\n    id\n    entityType\n    deleted\n    node {\n      __typename\n      id\n      ... on Task {\n        ...TaskFields\n      }\n      ... on List {\n        ...ListFields\n      }\n      ... on Tag {\n        ...TagFields\n      }\n      ... on SavedView {\n        ...SavedViewFields\n      }\n    }\n  }\n": types.ChangeFieldsFragmentDoc,
    "\n  mutation Undo($input: UndoInput!) {\n    undo(input: $input) {\n      mutationId\n      changes {\n        ...ChangeFields\n      }\n    }\n  }\n": types.UndoDocument,
    "\n  query CopiedTask($id: ID!) {\n    task(id: $id) {\n      id\n      title\n      description\n      completed\n      subtasks {\n        id\n        title\n        description\n        completed\n        subtaskProgress {\n          total\n        }\n      }\n    }\n  }\n": types.CopiedTaskDocument,
    "\n  query Counts {\n    lists(first: 100) {\n      nodes {\n        id\n        openTaskCount\n        aheadTaskCount\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    tags(first: 100) {\n      nodes {\n        id\n        openTaskCount\n        aheadTaskCount\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    tasks(\n      first: 1\n      filter: {\n        completed: { eq: false }\n        list: { archived: { eq: false } }\n        plannedState: { in: [OVERDUE, TODAY] }\n      }\n    ) {\n      totalCount\n    }\n  }\n": types.CountsDocument,
    "\n  mutation DuplicateTask($input: DuplicateTaskInput!) {\n    duplicateTask(input: $input) {\n      mutationId\n      task {\n        id\n        ...TaskFields\n      }\n    }\n  }\n": types.DuplicateTaskDocument,
    "\n  mutation DuplicateTasks($input: DuplicateTasksInput!) {\n    duplicateTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n": types.DuplicateTasksDocument,
    "\n  fragment TaskFields on Task {\n    id\n    title\n    description\n    completed\n    completedAt\n    createdAt\n    updatedAt\n    deletedAt\n    priority\n    position\n    startOn\n    dueOn\n    dueTime\n    dueTimeZone\n    dueAt\n    list {\n      id\n      name\n      color\n      icon\n      isInbox\n      archivedAt\n    }\n    parent {\n      id\n      title\n      subtaskProgress {\n        completed\n        total\n      }\n    }\n    tags {\n      id\n      name\n      color\n    }\n    subtaskProgress {\n      completed\n      total\n    }\n    recurrence {\n      rule\n      basis\n      sentence\n      startOn\n      occurrenceOn\n    }\n    reminders {\n      nextAt\n    }\n  }\n": types.TaskFieldsFragmentDoc,
    "\n  fragment ListFields on List {\n    id\n    name\n    color\n    icon\n    isInbox\n    position\n    archivedAt\n    deletedAt\n  }\n": types.ListFieldsFragmentDoc,
    "\n  fragment TagFields on Tag {\n    id\n    name\n    color\n  }\n": types.TagFieldsFragmentDoc,
    "\n  fragment SavedViewFields on SavedView {\n    id\n    name\n    icon\n    position\n    filter\n    orderBy\n    groupBy\n  }\n": types.SavedViewFieldsFragmentDoc,
    "\n  mutation DeleteTasksForGood($input: DeleteTasksForGoodInput!) {\n    deleteTasksForGood(input: $input) {\n      results {\n        id\n        error {\n          code\n          message\n        }\n      }\n    }\n  }\n": types.DeleteTasksForGoodDocument,
    "\n  mutation DeleteListForGood($input: DeleteListForGoodInput!) {\n    deleteListForGood(input: $input) {\n      deletedTaskCount\n      deletedListCount\n      remainingCount\n    }\n  }\n": types.DeleteListForGoodDocument,
    "\n  mutation EmptyTrash($input: EmptyTrashInput!) {\n    emptyTrash(input: $input) {\n      deletedTaskCount\n      deletedListCount\n      remainingCount\n    }\n  }\n": types.EmptyTrashDocument,
    "\n  query TrashContents($filter: TaskFilter!) {\n    tasks(\n      first: 1\n      filter: $filter\n      orderBy: [{ field: DELETED_AT, direction: DESC }]\n    ) {\n      totalCount\n      nodes {\n        id\n        deletedAt\n      }\n    }\n    lists(first: 100, inTrash: true) {\n      totalCount\n      nodes {\n        id\n        deletedAt\n      }\n    }\n  }\n": types.TrashContentsDocument,
    "\n  mutation CreateList($input: CreateListInput!) {\n    createList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n": types.CreateListDocument,
    "\n  mutation UpdateList($input: UpdateListInput!) {\n    updateList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n": types.UpdateListDocument,
    "\n  mutation ArchiveList($input: ArchiveListInput!) {\n    archiveList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n": types.ArchiveListDocument,
    "\n  mutation DeleteList($input: DeleteListInput!) {\n    deleteList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n": types.DeleteListDocument,
    "\n  mutation UnarchiveList($input: UnarchiveListInput!) {\n    unarchiveList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n": types.UnarchiveListDocument,
    "\n  mutation RestoreList($input: RestoreListInput!) {\n    restoreList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n": types.RestoreListDocument,
    "\n  mutation MoveList($input: MoveListInput!) {\n    moveList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n": types.MoveListDocument,
    "\n  query SyncCursor {\n    syncCursor\n  }\n": types.SyncCursorDocument,
    "\n  subscription LiveChanges($since: SyncCursor!) {\n    changes(since: $since) {\n      cursor\n      resetRequired\n      changes {\n        ...ChangeFields\n      }\n    }\n  }\n": types.LiveChangesDocument,
    "\n  query MissedChanges($since: SyncCursor!) {\n    changes(since: $since, first: 20) {\n      cursor\n      resetRequired\n      hasMore\n      changes {\n        ...ChangeFields\n      }\n    }\n  }\n": types.MissedChangesDocument,
    "\n  mutation Redo($input: RedoInput!) {\n    redo(input: $input) {\n      mutationId\n      changes {\n        ...ChangeFields\n      }\n    }\n  }\n": types.RedoDocument,
    "\n  query MoreLists($after: String!) {\n    page: lists(first: 100, after: $after, includeArchived: true) {\n      nodes {\n        id\n        ...ListFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.MoreListsDocument,
    "\n  query MoreTags($after: String!) {\n    page: tags(first: 100, after: $after) {\n      nodes {\n        id\n        ...TagFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.MoreTagsDocument,
    "\n  query MoreViews($after: String!) {\n    page: savedViews(first: 100, after: $after) {\n      nodes {\n        id\n        ...SavedViewFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.MoreViewsDocument,
    "\n  query Shell {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    lists(first: 100) {\n      nodes {\n        id\n        ...ListFields\n      }\n    }\n    archived: lists(first: 100, includeArchived: true) {\n      nodes {\n        id\n        ...ListFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    tags(first: 100) {\n      nodes {\n        id\n        ...TagFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    savedViews(first: 100) {\n      nodes {\n        id\n        ...SavedViewFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.ShellDocument,
    "\n  mutation SkipOccurrence($input: SkipOccurrenceInput!) {\n    skipOccurrence(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n": types.SkipOccurrenceDocument,
    "\n  mutation CreateTag($input: CreateTagInput!) {\n    createTag(input: $input) {\n      mutationId\n      tag {\n        ...TagFields\n      }\n    }\n  }\n": types.CreateTagDocument,
    "\n  mutation UpdateTag($input: UpdateTagInput!) {\n    updateTag(input: $input) {\n      mutationId\n      tag {\n        ...TagFields\n      }\n    }\n  }\n": types.UpdateTagDocument,
    "\n  mutation DeleteTag($input: DeleteTagInput!) {\n    deleteTag(input: $input) {\n      mutationId\n      tag {\n        ...TagFields\n      }\n    }\n  }\n": types.DeleteTagDocument,
    "\n  mutation MergeTags($input: MergeTagsInput!) {\n    mergeTags(input: $input) {\n      mutationId\n      tag {\n        ...TagFields\n      }\n      deletedTagIds\n    }\n  }\n": types.MergeTagsDocument,
    "\n  fragment TaskResultFields on TaskResult {\n    id\n    error {\n      message\n    }\n  }\n": types.TaskResultFieldsFragmentDoc,
    "\n  mutation UpdateTasks($input: UpdateTasksInput!) {\n    updateTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n": types.UpdateTasksDocument,
    "\n  mutation MoveTasks($input: MoveTasksInput!) {\n    moveTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n": types.MoveTasksDocument,
    "\n  mutation CompleteTasks($input: CompleteTasksInput!) {\n    completeTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n": types.CompleteTasksDocument,
    "\n  mutation ReopenTasks($input: ReopenTasksInput!) {\n    reopenTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n": types.ReopenTasksDocument,
    "\n  mutation DeleteTasks($input: DeleteTasksInput!) {\n    deleteTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n": types.DeleteTasksDocument,
    "\n  mutation RestoreTasks($input: RestoreTasksInput!) {\n    restoreTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n": types.RestoreTasksDocument,
    "\n  query TaskPage($filter: TaskFilter!, $orderBy: [TaskOrder!], $first: Int!, $after: String) {\n    tasks(first: $first, filter: $filter, orderBy: $orderBy, after: $after) {\n      nodes {\n        id\n        ...TaskFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.TaskPageDocument,
    "\n  query SearchPage($query: String!, $completed: Boolean!, $after: String) {\n    searchTasks(\n      first: 50\n      query: $query\n      filter: { completed: { eq: $completed } }\n      after: $after\n    ) {\n      nodes {\n        id\n        ...TaskFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.SearchPageDocument,
    "\n  query TaskReminders($id: ID!) {\n    task(id: $id) {\n      id\n      reminders {\n        id\n        minutesBefore\n        sentence\n        on\n        time\n        timeZone\n        nextAt\n      }\n    }\n  }\n": types.TaskRemindersDocument,
    "\n  mutation CreateTask($input: CreateTaskInput!) {\n    createTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n": types.CreateTaskDocument,
    "\n  mutation CreateTasks($input: CreateTasksInput!) {\n    createTasks(input: $input) {\n      mutationId\n      tasks {\n        ...TaskFields\n      }\n    }\n  }\n": types.CreateTasksDocument,
    "\n  mutation UpdateTask($input: UpdateTaskInput!) {\n    updateTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n": types.UpdateTaskDocument,
    "\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n      nextTask {\n        ...TaskFields\n      }\n    }\n  }\n": types.CompleteTaskDocument,
    "\n  mutation ReopenTask($input: ReopenTaskInput!) {\n    reopenTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n      takenBackTaskId\n    }\n  }\n": types.ReopenTaskDocument,
    "\n  mutation DeleteTask($input: DeleteTaskInput!) {\n    deleteTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n": types.DeleteTaskDocument,
    "\n  mutation RestoreTask($input: RestoreTaskInput!) {\n    restoreTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n": types.RestoreTaskDocument,
    "\n  mutation MoveTask($input: MoveTaskInput!) {\n    moveTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n": types.MoveTaskDocument,
    "\n  mutation CreateView($input: CreateSavedViewInput!) {\n    createSavedView(input: $input) {\n      mutationId\n      savedView {\n        ...SavedViewFields\n      }\n    }\n  }\n": types.CreateViewDocument,
    "\n  mutation UpdateView($input: UpdateSavedViewInput!) {\n    updateSavedView(input: $input) {\n      mutationId\n      savedView {\n        ...SavedViewFields\n      }\n    }\n  }\n": types.UpdateViewDocument,
    "\n  mutation MoveView($input: MoveSavedViewInput!) {\n    moveSavedView(input: $input) {\n      mutationId\n      savedView {\n        ...SavedViewFields\n      }\n    }\n  }\n": types.MoveViewDocument,
    "\n  mutation DeleteView($input: DeleteSavedViewInput!) {\n    deleteSavedView(input: $input) {\n      mutationId\n      savedView {\n        ...SavedViewFields\n      }\n    }\n  }\n": types.DeleteViewDocument,
    "\n  query MoreListCounts($after: String!) {\n    page: lists(first: 100, after: $after) {\n      nodes {\n        id\n        openTaskCount\n        aheadTaskCount\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.MoreListCountsDocument,
    "\n  query MoreTagCounts($after: String!) {\n    page: tags(first: 100, after: $after) {\n      nodes {\n        id\n        openTaskCount\n        aheadTaskCount\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.MoreTagCountsDocument,
    "\n  query TaskTitle($id: ID!) {\n    task(id: $id) {\n      id\n      title\n      deletedAt\n    }\n  }\n": types.TaskTitleDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccessTokens {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    accessTokens {\n      id\n      ...AccessTokenEntry\n    }\n  }\n"): (typeof documents)["\n  query AccessTokens {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    accessTokens {\n      id\n      ...AccessTokenEntry\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AccessTokenEntry on AccessToken {\n    id\n    name\n    scopes\n    expiresAt\n    lastUsedAt\n  }\n"): (typeof documents)["\n  fragment AccessTokenEntry on AccessToken {\n    id\n    name\n    scopes\n    expiresAt\n    lastUsedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateAccessToken($input: CreateAccessTokenInput!) {\n    createAccessToken(input: $input) {\n      token\n      accessToken {\n        id\n        ...AccessTokenEntry\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateAccessToken($input: CreateAccessTokenInput!) {\n    createAccessToken(input: $input) {\n      token\n      accessToken {\n        id\n        ...AccessTokenEntry\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeAccessToken($input: RevokeAccessTokenInput!) {\n    revokeAccessToken(input: $input) {\n      accessToken {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeAccessToken($input: RevokeAccessTokenInput!) {\n    revokeAccessToken(input: $input) {\n      accessToken {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Profile on User {\n    id\n    name\n    email\n    image\n    timeZone\n    weekStartsOn\n    dateStyle\n    timeStyle\n    theme\n  }\n"): (typeof documents)["\n  fragment Profile on User {\n    id\n    name\n    email\n    image\n    timeZone\n    weekStartsOn\n    dateStyle\n    timeStyle\n    theme\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Profile {\n    me {\n      ...Profile\n    }\n  }\n"): (typeof documents)["\n  query Profile {\n    me {\n      ...Profile\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateProfile($input: UpdateMeInput!) {\n    updateMe(input: $input) {\n      user {\n        ...Profile\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateProfile($input: UpdateMeInput!) {\n    updateMe(input: $input) {\n      user {\n        ...Profile\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UndoImport($input: UndoInput!) {\n    undo(input: $input) {\n      mutationId\n    }\n  }\n"): (typeof documents)["\n  mutation UndoImport($input: UndoInput!) {\n    undo(input: $input) {\n      mutationId\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Feeds {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    feeds {\n      id\n      ...FeedEntry\n    }\n    savedViews(first: 100) {\n      nodes {\n        id\n        name\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query Feeds {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    feeds {\n      id\n      ...FeedEntry\n    }\n    savedViews(first: 100) {\n      nodes {\n        id\n        name\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FeedEntry on Feed {\n    id\n    name\n    viewId\n    lastReadAt\n  }\n"): (typeof documents)["\n  fragment FeedEntry on Feed {\n    id\n    name\n    viewId\n    lastReadAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateFeed($input: CreateFeedInput!) {\n    createFeed(input: $input) {\n      address\n      feed {\n        id\n        ...FeedEntry\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateFeed($input: CreateFeedInput!) {\n    createFeed(input: $input) {\n      address\n      feed {\n        id\n        ...FeedEntry\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeFeed($input: RevokeFeedInput!) {\n    revokeFeed(input: $input) {\n      feed {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeFeed($input: RevokeFeedInput!) {\n    revokeFeed(input: $input) {\n      feed {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PushDevices {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    pushSubscriptions {\n      id\n      endpoint\n      device\n      isCurrent\n      createdAt\n    }\n  }\n"): (typeof documents)["\n  query PushDevices {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    pushSubscriptions {\n      id\n      endpoint\n      device\n      isCurrent\n      createdAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReminderSettings on User {\n    id\n    weekStartsOn\n    dateStyle\n    timeStyle\n    reminderSettings {\n      channels\n      dayTime\n      quietHours {\n        from\n        until\n      }\n      hidesTitles\n      summaryTime\n    }\n  }\n"): (typeof documents)["\n  fragment ReminderSettings on User {\n    id\n    weekStartsOn\n    dateStyle\n    timeStyle\n    reminderSettings {\n      channels\n      dayTime\n      quietHours {\n        from\n        until\n      }\n      hidesTitles\n      summaryTime\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReminderSettings {\n    me {\n      ...ReminderSettings\n    }\n  }\n"): (typeof documents)["\n  query ReminderSettings {\n    me {\n      ...ReminderSettings\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeletePushSubscription($input: DeletePushSubscriptionInput!) {\n    deletePushSubscription(input: $input) {\n      pushSubscription {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeletePushSubscription($input: DeletePushSubscriptionInput!) {\n    deletePushSubscription(input: $input) {\n      pushSubscription {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TestPushSubscription($input: TestPushSubscriptionInput!) {\n    testPushSubscription(input: $input) {\n      pushSubscription {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TestPushSubscription($input: TestPushSubscriptionInput!) {\n    testPushSubscription(input: $input) {\n      pushSubscription {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateReminderSettings($input: UpdateReminderSettingsInput!) {\n    updateReminderSettings(input: $input) {\n      user {\n        ...ReminderSettings\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateReminderSettings($input: UpdateReminderSettingsInput!) {\n    updateReminderSettings(input: $input) {\n      user {\n        ...ReminderSettings\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DeletedLists($after: String) {\n    lists(first: 100, after: $after, inTrash: true) {\n      nodes {\n        id\n        ...ListFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query DeletedLists($after: String) {\n    lists(first: 100, after: $after, inTrash: true) {\n      nodes {\n        id\n        ...ListFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FoundTasks($query: String!, $first: Int!) {\n    open: searchTasks(first: $first, query: $query, filter: { completed: { eq: false } }) {\n      nodes {\n        id\n        ...TaskFields\n      }\n    }\n    completed: searchTasks(first: $first, query: $query, filter: { completed: { eq: true } }) {\n      nodes {\n        id\n        ...TaskFields\n      }\n    }\n  }\n"): (typeof documents)["\n  query FoundTasks($query: String!, $first: Int!) {\n    open: searchTasks(first: $first, query: $query, filter: { completed: { eq: false } }) {\n      nodes {\n        id\n        ...TaskFields\n      }\n    }\n    completed: searchTasks(first: $first, query: $query, filter: { completed: { eq: true } }) {\n      nodes {\n        id\n        ...TaskFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RungReminders {\n    rangReminders(first: 50) {\n      totalCount\n      nodes {\n        rangAt\n        reminder {\n          id\n        }\n        task {\n          ...TaskFields\n        }\n      }\n    }\n    nextReminderAt\n    me {\n      id\n      reminderSettings {\n        dayTime\n      }\n    }\n  }\n"): (typeof documents)["\n  query RungReminders {\n    rangReminders(first: 50) {\n      totalCount\n      nodes {\n        rangAt\n        reminder {\n          id\n        }\n        task {\n          ...TaskFields\n        }\n      }\n    }\n    nextReminderAt\n    me {\n      id\n      reminderSettings {\n        dayTime\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SnoozeReminder($input: SnoozeReminderInput!) {\n    snoozeReminder(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SnoozeReminder($input: SnoozeReminderInput!) {\n    snoozeReminder(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DismissReminder($input: DismissReminderInput!) {\n    dismissReminder(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DismissReminder($input: DismissReminderInput!) {\n    dismissReminder(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Sessions {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    sessions(first: 100) {\n      nodes {\n        id\n        ...SessionEntry\n      }\n    }\n  }\n"): (typeof documents)["\n  query Sessions {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    sessions(first: 100) {\n      nodes {\n        id\n        ...SessionEntry\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SessionEntry on Session {\n    id\n    device\n    ipAddress\n    isCurrent\n    createdAt\n    lastActiveAt\n  }\n"): (typeof documents)["\n  fragment SessionEntry on Session {\n    id\n    device\n    ipAddress\n    isCurrent\n    createdAt\n    lastActiveAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      session {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      session {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndOtherSessions($input: EndOtherSessionsInput!) {\n    endOtherSessions(input: $input) {\n      endedSessionIds\n    }\n  }\n"): (typeof documents)["\n  mutation EndOtherSessions($input: EndOtherSessionsInput!) {\n    endOtherSessions(input: $input) {\n      endedSessionIds\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WriteNotes($input: UpdateTaskInput!) {\n    updateTask(input: $input) {\n      mutationId\n      bothDescriptionsKept\n      task {\n        ...TaskFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WriteNotes($input: UpdateTaskInput!) {\n    updateTask(input: $input) {\n      mutationId\n      bothDescriptionsKept\n      task {\n        ...TaskFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskHistory($id: ID!, $first: Int!) {\n    task(id: $id) {\n      id\n      history(first: $first) {\n        nodes {\n          mutationId\n          at\n          operation\n          actor {\n            kind\n            isCurrent\n            device\n            tokenName\n          }\n          changes {\n            field\n            before\n            after\n          }\n        }\n        pageInfo {\n          hasNextPage\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TaskHistory($id: ID!, $first: Int!) {\n    task(id: $id) {\n      id\n      history(first: $first) {\n        nodes {\n          mutationId\n          at\n          operation\n          actor {\n            kind\n            isCurrent\n            device\n            tokenName\n          }\n          changes {\n            field\n            before\n            after\n          }\n        }\n        pageInfo {\n          hasNextPage\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Task($id: ID!) {\n    task(id: $id) {\n      id\n      ...TaskFields\n    }\n  }\n"): (typeof documents)["\n  query Task($id: ID!) {\n    task(id: $id) {\n      id\n      ...TaskFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Subtasks($id: ID!) {\n    task(id: $id) {\n      id\n      subtasks {\n        id\n        ...TaskFields\n      }\n      parent {\n        id\n        parent {\n          id\n          parent {\n            id\n            parent {\n              id\n              parent {\n                id\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Subtasks($id: ID!) {\n    task(id: $id) {\n      id\n      subtasks {\n        id\n        ...TaskFields\n      }\n      parent {\n        id\n        parent {\n          id\n          parent {\n            id\n            parent {\n              id\n              parent {\n                id\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MatchCount($filter: TaskFilter!) {\n    tasks(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query MatchCount($filter: TaskFilter!) {\n    tasks(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      secret\n      webhook {\n        id\n        ...WebhookFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      secret\n      webhook {\n        id\n        ...WebhookFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateWebhook($input: UpdateWebhookInput!) {\n    updateWebhook(input: $input) {\n      webhook {\n        id\n        ...WebhookFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateWebhook($input: UpdateWebhookInput!) {\n    updateWebhook(input: $input) {\n      webhook {\n        id\n        ...WebhookFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteWebhook($input: DeleteWebhookInput!) {\n    deleteWebhook(input: $input) {\n      webhook {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteWebhook($input: DeleteWebhookInput!) {\n    deleteWebhook(input: $input) {\n      webhook {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RollWebhookSecret($input: RollWebhookSecretInput!) {\n    rollWebhookSecret(input: $input) {\n      secret\n      webhook {\n        id\n        ...WebhookFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RollWebhookSecret($input: RollWebhookSecretInput!) {\n    rollWebhookSecret(input: $input) {\n      secret\n      webhook {\n        id\n        ...WebhookFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TestWebhook($input: TestWebhookInput!) {\n    testWebhook(input: $input) {\n      webhook {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TestWebhook($input: TestWebhookInput!) {\n    testWebhook(input: $input) {\n      webhook {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResendWebhookEvent($input: ResendWebhookEventInput!) {\n    resendWebhookEvent(input: $input) {\n      webhook {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ResendWebhookEvent($input: ResendWebhookEventInput!) {\n    resendWebhookEvent(input: $input) {\n      webhook {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplayWebhook($input: ReplayWebhookInput!) {\n    replayWebhook(input: $input) {\n      webhook {\n        id\n        ...WebhookFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReplayWebhook($input: ReplayWebhookInput!) {\n    replayWebhook(input: $input) {\n      webhook {\n        id\n        ...WebhookFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Webhook($id: ID!, $attempts: Int!) {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    node(id: $id) {\n      id\n      ... on Webhook {\n        ...WebhookFields\n        attempts(first: $attempts) {\n          nodes {\n            id\n            eventId\n            cursor\n            isTest\n            byHand\n            at\n            durationMs\n            arrived\n            status\n            problem\n            answer\n          }\n          pageInfo {\n            hasNextPage\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Webhook($id: ID!, $attempts: Int!) {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    node(id: $id) {\n      id\n      ... on Webhook {\n        ...WebhookFields\n        attempts(first: $attempts) {\n          nodes {\n            id\n            eventId\n            cursor\n            isTest\n            byHand\n            at\n            durationMs\n            arrived\n            status\n            problem\n            answer\n          }\n          pageInfo {\n            hasNextPage\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Webhooks {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    webhooks {\n      id\n      ...WebhookFields\n    }\n  }\n"): (typeof documents)["\n  query Webhooks {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    webhooks {\n      id\n      ...WebhookFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WebhookFields on Webhook {\n    id\n    url\n    description\n    entities\n    operations\n    isEnabled\n    stopReason\n    stoppedAt\n    formerSecretUntil\n    lastSuccessAt\n    lastFailureAt\n    lastFailure\n    nextAttemptAt\n  }\n"): (typeof documents)["\n  fragment WebhookFields on Webhook {\n    id\n    url\n    description\n    entities\n    operations\n    isEnabled\n    stopReason\n    stoppedAt\n    formerSecretUntil\n    lastSuccessAt\n    lastFailureAt\n    lastFailure\n    nextAttemptAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Newcomer {\n    tasks(first: 1, filter: { or: [{ deleted: { eq: false } }, { deleted: { eq: true } }] }) {\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query Newcomer {\n    tasks(first: 1, filter: { or: [{ deleted: { eq: false } }, { deleted: { eq: true } }] }) {\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PushState {\n    pushPublicKey\n    pushSubscriptions {\n      id\n      endpoint\n      isCurrent\n    }\n  }\n"): (typeof documents)["\n  query PushState {\n    pushPublicKey\n    pushSubscriptions {\n      id\n      endpoint\n      isCurrent\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreatePushSubscription($input: CreatePushSubscriptionInput!) {\n    createPushSubscription(input: $input) {\n      pushSubscription {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreatePushSubscription($input: CreatePushSubscriptionInput!) {\n    createPushSubscription(input: $input) {\n      pushSubscription {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TodayCount {\n    tasks(\n      first: 1\n      filter: {\n        completed: { eq: false }\n        list: { archived: { eq: false } }\n        plannedState: { in: [OVERDUE, TODAY] }\n      }\n    ) {\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query TodayCount {\n    tasks(\n      first: 1\n      filter: {\n        completed: { eq: false }\n        list: { archived: { eq: false } }\n        plannedState: { in: [OVERDUE, TODAY] }\n      }\n    ) {\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChangeFields on Change {\n    id\n    entityType\n    deleted\n    node {\n      __typename\n      id\n      ... on Task {\n        ...TaskFields\n      }\n      ... on List {\n        ...ListFields\n      }\n      ... on Tag {\n        ...TagFields\n      }\n      ... on SavedView {\n        ...SavedViewFields\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ChangeFields on Change {\n    id\n    entityType\n    deleted\n    node {\n      __typename\n      id\n      ... on Task {\n        ...TaskFields\n      }\n      ... on List {\n        ...ListFields\n      }\n      ... on Tag {\n        ...TagFields\n      }\n      ... on SavedView {\n        ...SavedViewFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Undo($input: UndoInput!) {\n    undo(input: $input) {\n      mutationId\n      changes {\n        ...ChangeFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation Undo($input: UndoInput!) {\n    undo(input: $input) {\n      mutationId\n      changes {\n        ...ChangeFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CopiedTask($id: ID!) {\n    task(id: $id) {\n      id\n      title\n      description\n      completed\n      subtasks {\n        id\n        title\n        description\n        completed\n        subtaskProgress {\n          total\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CopiedTask($id: ID!) {\n    task(id: $id) {\n      id\n      title\n      description\n      completed\n      subtasks {\n        id\n        title\n        description\n        completed\n        subtaskProgress {\n          total\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Counts {\n    lists(first: 100) {\n      nodes {\n        id\n        openTaskCount\n        aheadTaskCount\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    tags(first: 100) {\n      nodes {\n        id\n        openTaskCount\n        aheadTaskCount\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    tasks(\n      first: 1\n      filter: {\n        completed: { eq: false }\n        list: { archived: { eq: false } }\n        plannedState: { in: [OVERDUE, TODAY] }\n      }\n    ) {\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query Counts {\n    lists(first: 100) {\n      nodes {\n        id\n        openTaskCount\n        aheadTaskCount\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    tags(first: 100) {\n      nodes {\n        id\n        openTaskCount\n        aheadTaskCount\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    tasks(\n      first: 1\n      filter: {\n        completed: { eq: false }\n        list: { archived: { eq: false } }\n        plannedState: { in: [OVERDUE, TODAY] }\n      }\n    ) {\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DuplicateTask($input: DuplicateTaskInput!) {\n    duplicateTask(input: $input) {\n      mutationId\n      task {\n        id\n        ...TaskFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DuplicateTask($input: DuplicateTaskInput!) {\n    duplicateTask(input: $input) {\n      mutationId\n      task {\n        id\n        ...TaskFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DuplicateTasks($input: DuplicateTasksInput!) {\n    duplicateTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DuplicateTasks($input: DuplicateTasksInput!) {\n    duplicateTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskFields on Task {\n    id\n    title\n    description\n    completed\n    completedAt\n    createdAt\n    updatedAt\n    deletedAt\n    priority\n    position\n    startOn\n    dueOn\n    dueTime\n    dueTimeZone\n    dueAt\n    list {\n      id\n      name\n      color\n      icon\n      isInbox\n      archivedAt\n    }\n    parent {\n      id\n      title\n      subtaskProgress {\n        completed\n        total\n      }\n    }\n    tags {\n      id\n      name\n      color\n    }\n    subtaskProgress {\n      completed\n      total\n    }\n    recurrence {\n      rule\n      basis\n      sentence\n      startOn\n      occurrenceOn\n    }\n    reminders {\n      nextAt\n    }\n  }\n"): (typeof documents)["\n  fragment TaskFields on Task {\n    id\n    title\n    description\n    completed\n    completedAt\n    createdAt\n    updatedAt\n    deletedAt\n    priority\n    position\n    startOn\n    dueOn\n    dueTime\n    dueTimeZone\n    dueAt\n    list {\n      id\n      name\n      color\n      icon\n      isInbox\n      archivedAt\n    }\n    parent {\n      id\n      title\n      subtaskProgress {\n        completed\n        total\n      }\n    }\n    tags {\n      id\n      name\n      color\n    }\n    subtaskProgress {\n      completed\n      total\n    }\n    recurrence {\n      rule\n      basis\n      sentence\n      startOn\n      occurrenceOn\n    }\n    reminders {\n      nextAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ListFields on List {\n    id\n    name\n    color\n    icon\n    isInbox\n    position\n    archivedAt\n    deletedAt\n  }\n"): (typeof documents)["\n  fragment ListFields on List {\n    id\n    name\n    color\n    icon\n    isInbox\n    position\n    archivedAt\n    deletedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TagFields on Tag {\n    id\n    name\n    color\n  }\n"): (typeof documents)["\n  fragment TagFields on Tag {\n    id\n    name\n    color\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SavedViewFields on SavedView {\n    id\n    name\n    icon\n    position\n    filter\n    orderBy\n    groupBy\n  }\n"): (typeof documents)["\n  fragment SavedViewFields on SavedView {\n    id\n    name\n    icon\n    position\n    filter\n    orderBy\n    groupBy\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteTasksForGood($input: DeleteTasksForGoodInput!) {\n    deleteTasksForGood(input: $input) {\n      results {\n        id\n        error {\n          code\n          message\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteTasksForGood($input: DeleteTasksForGoodInput!) {\n    deleteTasksForGood(input: $input) {\n      results {\n        id\n        error {\n          code\n          message\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteListForGood($input: DeleteListForGoodInput!) {\n    deleteListForGood(input: $input) {\n      deletedTaskCount\n      deletedListCount\n      remainingCount\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteListForGood($input: DeleteListForGoodInput!) {\n    deleteListForGood(input: $input) {\n      deletedTaskCount\n      deletedListCount\n      remainingCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EmptyTrash($input: EmptyTrashInput!) {\n    emptyTrash(input: $input) {\n      deletedTaskCount\n      deletedListCount\n      remainingCount\n    }\n  }\n"): (typeof documents)["\n  mutation EmptyTrash($input: EmptyTrashInput!) {\n    emptyTrash(input: $input) {\n      deletedTaskCount\n      deletedListCount\n      remainingCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TrashContents($filter: TaskFilter!) {\n    tasks(\n      first: 1\n      filter: $filter\n      orderBy: [{ field: DELETED_AT, direction: DESC }]\n    ) {\n      totalCount\n      nodes {\n        id\n        deletedAt\n      }\n    }\n    lists(first: 100, inTrash: true) {\n      totalCount\n      nodes {\n        id\n        deletedAt\n      }\n    }\n  }\n"): (typeof documents)["\n  query TrashContents($filter: TaskFilter!) {\n    tasks(\n      first: 1\n      filter: $filter\n      orderBy: [{ field: DELETED_AT, direction: DESC }]\n    ) {\n      totalCount\n      nodes {\n        id\n        deletedAt\n      }\n    }\n    lists(first: 100, inTrash: true) {\n      totalCount\n      nodes {\n        id\n        deletedAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateList($input: CreateListInput!) {\n    createList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateList($input: CreateListInput!) {\n    createList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateList($input: UpdateListInput!) {\n    updateList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateList($input: UpdateListInput!) {\n    updateList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ArchiveList($input: ArchiveListInput!) {\n    archiveList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ArchiveList($input: ArchiveListInput!) {\n    archiveList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteList($input: DeleteListInput!) {\n    deleteList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteList($input: DeleteListInput!) {\n    deleteList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UnarchiveList($input: UnarchiveListInput!) {\n    unarchiveList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UnarchiveList($input: UnarchiveListInput!) {\n    unarchiveList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreList($input: RestoreListInput!) {\n    restoreList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreList($input: RestoreListInput!) {\n    restoreList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveList($input: MoveListInput!) {\n    moveList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation MoveList($input: MoveListInput!) {\n    moveList(input: $input) {\n      mutationId\n      list {\n        ...ListFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SyncCursor {\n    syncCursor\n  }\n"): (typeof documents)["\n  query SyncCursor {\n    syncCursor\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription LiveChanges($since: SyncCursor!) {\n    changes(since: $since) {\n      cursor\n      resetRequired\n      changes {\n        ...ChangeFields\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription LiveChanges($since: SyncCursor!) {\n    changes(since: $since) {\n      cursor\n      resetRequired\n      changes {\n        ...ChangeFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MissedChanges($since: SyncCursor!) {\n    changes(since: $since, first: 20) {\n      cursor\n      resetRequired\n      hasMore\n      changes {\n        ...ChangeFields\n      }\n    }\n  }\n"): (typeof documents)["\n  query MissedChanges($since: SyncCursor!) {\n    changes(since: $since, first: 20) {\n      cursor\n      resetRequired\n      hasMore\n      changes {\n        ...ChangeFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Redo($input: RedoInput!) {\n    redo(input: $input) {\n      mutationId\n      changes {\n        ...ChangeFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation Redo($input: RedoInput!) {\n    redo(input: $input) {\n      mutationId\n      changes {\n        ...ChangeFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MoreLists($after: String!) {\n    page: lists(first: 100, after: $after, includeArchived: true) {\n      nodes {\n        id\n        ...ListFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query MoreLists($after: String!) {\n    page: lists(first: 100, after: $after, includeArchived: true) {\n      nodes {\n        id\n        ...ListFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MoreTags($after: String!) {\n    page: tags(first: 100, after: $after) {\n      nodes {\n        id\n        ...TagFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query MoreTags($after: String!) {\n    page: tags(first: 100, after: $after) {\n      nodes {\n        id\n        ...TagFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MoreViews($after: String!) {\n    page: savedViews(first: 100, after: $after) {\n      nodes {\n        id\n        ...SavedViewFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query MoreViews($after: String!) {\n    page: savedViews(first: 100, after: $after) {\n      nodes {\n        id\n        ...SavedViewFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Shell {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    lists(first: 100) {\n      nodes {\n        id\n        ...ListFields\n      }\n    }\n    archived: lists(first: 100, includeArchived: true) {\n      nodes {\n        id\n        ...ListFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    tags(first: 100) {\n      nodes {\n        id\n        ...TagFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    savedViews(first: 100) {\n      nodes {\n        id\n        ...SavedViewFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Shell {\n    me {\n      id\n      timeZone\n      weekStartsOn\n      dateStyle\n      timeStyle\n    }\n    lists(first: 100) {\n      nodes {\n        id\n        ...ListFields\n      }\n    }\n    archived: lists(first: 100, includeArchived: true) {\n      nodes {\n        id\n        ...ListFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    tags(first: 100) {\n      nodes {\n        id\n        ...TagFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    savedViews(first: 100) {\n      nodes {\n        id\n        ...SavedViewFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SkipOccurrence($input: SkipOccurrenceInput!) {\n    skipOccurrence(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SkipOccurrence($input: SkipOccurrenceInput!) {\n    skipOccurrence(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateTag($input: CreateTagInput!) {\n    createTag(input: $input) {\n      mutationId\n      tag {\n        ...TagFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateTag($input: CreateTagInput!) {\n    createTag(input: $input) {\n      mutationId\n      tag {\n        ...TagFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateTag($input: UpdateTagInput!) {\n    updateTag(input: $input) {\n      mutationId\n      tag {\n        ...TagFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateTag($input: UpdateTagInput!) {\n    updateTag(input: $input) {\n      mutationId\n      tag {\n        ...TagFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteTag($input: DeleteTagInput!) {\n    deleteTag(input: $input) {\n      mutationId\n      tag {\n        ...TagFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteTag($input: DeleteTagInput!) {\n    deleteTag(input: $input) {\n      mutationId\n      tag {\n        ...TagFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MergeTags($input: MergeTagsInput!) {\n    mergeTags(input: $input) {\n      mutationId\n      tag {\n        ...TagFields\n      }\n      deletedTagIds\n    }\n  }\n"): (typeof documents)["\n  mutation MergeTags($input: MergeTagsInput!) {\n    mergeTags(input: $input) {\n      mutationId\n      tag {\n        ...TagFields\n      }\n      deletedTagIds\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskResultFields on TaskResult {\n    id\n    error {\n      message\n    }\n  }\n"): (typeof documents)["\n  fragment TaskResultFields on TaskResult {\n    id\n    error {\n      message\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateTasks($input: UpdateTasksInput!) {\n    updateTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateTasks($input: UpdateTasksInput!) {\n    updateTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveTasks($input: MoveTasksInput!) {\n    moveTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation MoveTasks($input: MoveTasksInput!) {\n    moveTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteTasks($input: CompleteTasksInput!) {\n    completeTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CompleteTasks($input: CompleteTasksInput!) {\n    completeTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReopenTasks($input: ReopenTasksInput!) {\n    reopenTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReopenTasks($input: ReopenTasksInput!) {\n    reopenTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteTasks($input: DeleteTasksInput!) {\n    deleteTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteTasks($input: DeleteTasksInput!) {\n    deleteTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreTasks($input: RestoreTasksInput!) {\n    restoreTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreTasks($input: RestoreTasksInput!) {\n    restoreTasks(input: $input) {\n      mutationId\n      results {\n        ...TaskResultFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskPage($filter: TaskFilter!, $orderBy: [TaskOrder!], $first: Int!, $after: String) {\n    tasks(first: $first, filter: $filter, orderBy: $orderBy, after: $after) {\n      nodes {\n        id\n        ...TaskFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query TaskPage($filter: TaskFilter!, $orderBy: [TaskOrder!], $first: Int!, $after: String) {\n    tasks(first: $first, filter: $filter, orderBy: $orderBy, after: $after) {\n      nodes {\n        id\n        ...TaskFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SearchPage($query: String!, $completed: Boolean!, $after: String) {\n    searchTasks(\n      first: 50\n      query: $query\n      filter: { completed: { eq: $completed } }\n      after: $after\n    ) {\n      nodes {\n        id\n        ...TaskFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query SearchPage($query: String!, $completed: Boolean!, $after: String) {\n    searchTasks(\n      first: 50\n      query: $query\n      filter: { completed: { eq: $completed } }\n      after: $after\n    ) {\n      nodes {\n        id\n        ...TaskFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskReminders($id: ID!) {\n    task(id: $id) {\n      id\n      reminders {\n        id\n        minutesBefore\n        sentence\n        on\n        time\n        timeZone\n        nextAt\n      }\n    }\n  }\n"): (typeof documents)["\n  query TaskReminders($id: ID!) {\n    task(id: $id) {\n      id\n      reminders {\n        id\n        minutesBefore\n        sentence\n        on\n        time\n        timeZone\n        nextAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateTask($input: CreateTaskInput!) {\n    createTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateTask($input: CreateTaskInput!) {\n    createTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateTasks($input: CreateTasksInput!) {\n    createTasks(input: $input) {\n      mutationId\n      tasks {\n        ...TaskFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateTasks($input: CreateTasksInput!) {\n    createTasks(input: $input) {\n      mutationId\n      tasks {\n        ...TaskFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateTask($input: UpdateTaskInput!) {\n    updateTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateTask($input: UpdateTaskInput!) {\n    updateTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n      nextTask {\n        ...TaskFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n      nextTask {\n        ...TaskFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReopenTask($input: ReopenTaskInput!) {\n    reopenTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n      takenBackTaskId\n    }\n  }\n"): (typeof documents)["\n  mutation ReopenTask($input: ReopenTaskInput!) {\n    reopenTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n      takenBackTaskId\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteTask($input: DeleteTaskInput!) {\n    deleteTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteTask($input: DeleteTaskInput!) {\n    deleteTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreTask($input: RestoreTaskInput!) {\n    restoreTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreTask($input: RestoreTaskInput!) {\n    restoreTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveTask($input: MoveTaskInput!) {\n    moveTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation MoveTask($input: MoveTaskInput!) {\n    moveTask(input: $input) {\n      mutationId\n      task {\n        ...TaskFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateView($input: CreateSavedViewInput!) {\n    createSavedView(input: $input) {\n      mutationId\n      savedView {\n        ...SavedViewFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateView($input: CreateSavedViewInput!) {\n    createSavedView(input: $input) {\n      mutationId\n      savedView {\n        ...SavedViewFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateView($input: UpdateSavedViewInput!) {\n    updateSavedView(input: $input) {\n      mutationId\n      savedView {\n        ...SavedViewFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateView($input: UpdateSavedViewInput!) {\n    updateSavedView(input: $input) {\n      mutationId\n      savedView {\n        ...SavedViewFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveView($input: MoveSavedViewInput!) {\n    moveSavedView(input: $input) {\n      mutationId\n      savedView {\n        ...SavedViewFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation MoveView($input: MoveSavedViewInput!) {\n    moveSavedView(input: $input) {\n      mutationId\n      savedView {\n        ...SavedViewFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteView($input: DeleteSavedViewInput!) {\n    deleteSavedView(input: $input) {\n      mutationId\n      savedView {\n        ...SavedViewFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteView($input: DeleteSavedViewInput!) {\n    deleteSavedView(input: $input) {\n      mutationId\n      savedView {\n        ...SavedViewFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MoreListCounts($after: String!) {\n    page: lists(first: 100, after: $after) {\n      nodes {\n        id\n        openTaskCount\n        aheadTaskCount\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query MoreListCounts($after: String!) {\n    page: lists(first: 100, after: $after) {\n      nodes {\n        id\n        openTaskCount\n        aheadTaskCount\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MoreTagCounts($after: String!) {\n    page: tags(first: 100, after: $after) {\n      nodes {\n        id\n        openTaskCount\n        aheadTaskCount\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query MoreTagCounts($after: String!) {\n    page: tags(first: 100, after: $after) {\n      nodes {\n        id\n        openTaskCount\n        aheadTaskCount\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskTitle($id: ID!) {\n    task(id: $id) {\n      id\n      title\n      deletedAt\n    }\n  }\n"): (typeof documents)["\n  query TaskTitle($id: ID!) {\n    task(id: $id) {\n      id\n      title\n      deletedAt\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;