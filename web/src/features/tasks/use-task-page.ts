import { useCallback, useState } from 'react'
import { useQuery } from 'urql'
import { getFragmentData } from '../../gql/fragment-masking.ts'
import type { TaskPageQuery as TaskPageData } from '../../gql/graphql.ts'
import { describeError } from '../../graphql/error-text.ts'
import { TaskPageQuery } from './task-page.query.ts'
import { type TaskRowData, TaskRowFields } from './task-row.fragment.ts'

export type TaskPage = {
  /** Undefined until the first answer; a failed renewal leaves the last good ones. */
  tasks: readonly TaskRowData[] | undefined
  /** Where the next page begins; undefined on the last one. */
  nextAfter: string | undefined
  /** Why there is nothing to show, as a sentence. */
  problem: string | undefined
  retry: () => void
}

/** One page of tasks, kept up to date by the cache. */
export function useTaskPage(completed: boolean, after: string | null): TaskPage {
  const [{ data, error, fetching }, execute] = useQuery({
    query: TaskPageQuery,
    variables: { completed, after },
  })
  // urql forgets the data when a renewal fails; a person should keep what they were reading.
  const [lastData, setLastData] = useState<TaskPageData | undefined>(data)
  if (data && data !== lastData) setLastData(data)
  const page = (data ?? lastData)?.tasks

  const retry = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute])
  const { hasNextPage, endCursor } = page?.pageInfo ?? {}
  return {
    tasks: page && getFragmentData(TaskRowFields, page.nodes),
    nextAfter: hasNextPage && endCursor ? endCursor : undefined,
    problem: !page && error && !fetching ? describeError(error) : undefined,
    retry,
  }
}
