import { randomUUIDv7 } from 'node:crypto'
import { noDates } from '../../domain/dates/task-dates.ts'
import { noPlainContent } from '../../domain/task-fields/plain-content.ts'
import { checkTagName, type TagName } from '../../domain/text/tag-name.ts'
import type { TreeParent } from '../../domain/tree.ts'
import { type AppError, badUserInput, type InputIssue } from '../../errors.ts'
import type { TaskContent } from '../task.queries.ts'
import type { SiblingGroup } from './sibling-group.queries.ts'
import { type Batch, type InputPath, refuse, type Target } from './task-batch.ts'
import { type ContentInput, changeContent, checkNewId, readPlain } from './task-content.ts'
import {
  checkRoom,
  readSiblingGroup,
  type SiblingGroupInput,
  type TaskContext,
} from './task-context.ts'
import type { TaskDefaults } from './task-defaults.queries.ts'

export interface NewTaskInput extends ContentInput, SiblingGroupInput {
  id?: string | null | undefined
  title: string
  tagIds?: readonly string[] | null | undefined
  tagNames?: readonly string[] | null | undefined
}

/** A task to be created. Its path is the path of its whole input. */
export interface Draft extends Target {
  input: NewTaskInput
  content: TaskContent
  /** In lower case, without duplicates; `resolveTagNames` adds the ids of tags that are named. */
  tagIds: ReadonlySet<string>
  tagNames: readonly TagName[]
  issues: InputIssue[]
}

const noContent: TaskContent = { ...noDates, ...noPlainContent, reminders: null }

/** Reads the parts of an input that need nothing else; their problems are in `issues`. */
export function readDraft(input: NewTaskInput, path: InputPath, timeZone: string): Draft {
  const issues: InputIssue[] = []
  const id = input.id?.toLowerCase() ?? randomUUIDv7()
  checkNewId(id, path, issues)
  const plain = readPlain(input, path, issues)
  const found: InputIssue[] = []
  const content = changeContent(noContent, input, plain, timeZone, found)
  issues.push(...found.map((issue) => ({ ...issue, path: [...path, ...issue.path] })))
  const tagIds = new Set((input.tagIds ?? []).map((tagId) => tagId.toLowerCase()))
  const tagNames = readTagNames(input.tagNames ?? [], path, issues)
  return { id, path, input, content, tagIds, tagNames, issues }
}

function readTagNames(names: readonly string[], path: InputPath, issues: InputIssue[]): TagName[] {
  return names.flatMap((name, index) => {
    const checked = checkTagName(name)
    if (checked.ok) return [checked.value]
    issues.push({ path: [...path, 'tagNames', index], message: checked.message })
    return []
  })
}

/** Finds the sibling group of each draft, and refuses those without one. A parent may be an earlier draft. */
export function findSiblingGroups(
  batch: Batch<Draft>,
  drafts: readonly Draft[],
  { lists, parents }: TaskContext,
  defaults: TaskDefaults,
): Map<Draft, SiblingGroup> {
  const siblingGroups = new Map<Draft, SiblingGroup>()
  const known = new Map<string, TreeParent>(parents)
  for (const draft of drafts) {
    const errors: AppError[] = []
    const { listId, parentId } = draft.input
    const input = { listId: listId ?? undefined, parentId: parentId ?? undefined }
    const inbox = { listId: defaults.inboxId, parentId: null }
    const siblingGroup = readSiblingGroup(
      input,
      inbox,
      { lists, parents: known },
      draft.path,
      errors,
      draft.id,
    )
    const parent = siblingGroup.parentId === null ? undefined : known.get(siblingGroup.parentId)
    const crowded = parent && enter(parent, [...draft.path, 'parentId'])
    if (crowded) errors.push(crowded)
    for (const error of errors) refuse(batch, draft, error)
    if (batch.problems.has(draft)) continue
    siblingGroups.set(draft, siblingGroup)
    const ancestorIds = parent ? [parent.id, ...parent.ancestorIds] : []
    const { id } = draft
    known.set(id, {
      id,
      listId: siblingGroup.listId,
      isTrashed: false,
      ancestorIds,
      subtaskCount: 0,
    })
  }
  return siblingGroups
}

/** Counts one more subtask, or says why there is no room for it. */
function enter(parent: TreeParent, path: InputPath): AppError | undefined {
  const problem = checkRoom(parent, { count: 1, levels: 0 }, path)
  if (!problem) parent.subtaskCount += 1
  return problem
}

/** Refuses a draft for all of its own problems. */
export function refuseUnreadable(batch: Batch<Draft>): void {
  for (const draft of batch.targets)
    if (draft.issues.length > 0) refuse(batch, draft, badUserInput(draft.issues))
}
