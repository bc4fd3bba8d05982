import type { ShownField } from '@tend/server/domain/task-fields/field-types'
import type {
  ListFieldsFragment,
  SavedViewFieldsFragment,
  TagFieldsFragment,
  TaskFieldsFragment,
} from '../../gql/graphql.ts'
import { graphql } from '../../graphql/document.ts'

// The fields that the app has of each kind of object. Every query, mutation and live change selects all
// of them, so whatever arrives is complete, and no row has to wait for a missing field.

export const TaskFields = graphql(`
  fragment TaskFields on Task {
    id
    title
    description
    completed
    completedAt
    createdAt
    updatedAt
    deletedAt
    priority
    position
    startOn
    dueOn
    dueTime
    dueTimeZone
    dueAt
    list {
      id
      name
      color
      icon
      isInbox
      archivedAt
    }
    parent {
      id
      title
      subtaskProgress {
        completed
        total
      }
    }
    tags {
      id
      name
      color
    }
    subtaskProgress {
      completed
      total
    }
    recurrence {
      rule
      basis
      sentence
      startOn
      occurrenceOn
    }
    reminders {
      nextAt
    }
  }
`)

export const ListFields = graphql(`
  fragment ListFields on List {
    id
    name
    color
    icon
    isInbox
    position
    archivedAt
    deletedAt
  }
`)

export const TagFields = graphql(`
  fragment TagFields on Tag {
    id
    name
    color
  }
`)

export const SavedViewFields = graphql(`
  fragment SavedViewFields on SavedView {
    id
    name
    icon
    position
    filter
    orderBy
    groupBy
  }
`)

type Whole<Fields extends Record<ShownField, unknown>> = Fields

/** A task as the cache reads and writes it, with its type name. */
export type Task = Whole<TaskFieldsFragment>
export type List = ListFieldsFragment
export type Tag = TagFieldsFragment
export type SavedView = SavedViewFieldsFragment
