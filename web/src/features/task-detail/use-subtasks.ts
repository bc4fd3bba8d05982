'use client'

import { useMemo } from 'react'
import { getFragmentData } from '../../gql/fragment-masking.ts'
import { describeError } from '../../graphql/error-text.ts'
import { useQuery } from '../../graphql/use-query.ts'
import { type Task, TaskFields } from '../../model/documents/fields.ts'
import { SubtasksQuery } from './task.query.ts'

export type Subtasks = {
  /** In their order; undefined before they are loaded. */
  subtasks: readonly Task[] | undefined
  /** How many tasks it is under. */
  depth: number
  /** Why there is nothing to show, as a sentence. */
  problem: string | undefined
  retry: () => void
}

type Above = { id: string; parent?: Above | null }

/** What is under a task, and what it is under. */
export function useSubtasks(taskId: string): Subtasks {
  const { data, error, refresh } = useQuery({
    query: SubtasksQuery,
    variables: { id: taskId },
    requestPolicy: 'cache-first',
  })
  return useMemo(() => {
    const task = data?.task
    return {
      subtasks: task ? getFragmentData(TaskFields, task.subtasks) : undefined,
      depth: countParents(task?.parent),
      problem: !task && error ? describeError(error) : undefined,
      retry: refresh,
    }
  }, [data, error, refresh])
}

function countParents(parent: Above | null | undefined): number {
  return parent ? 1 + countParents(parent.parent) : 0
}
