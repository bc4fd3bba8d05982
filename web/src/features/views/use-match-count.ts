import { useEffect, useState } from 'react'
import type { TaskFilter } from '../../gql/graphql.ts'
import { graphql } from '../../graphql/document.ts'
import { describeError } from '../../graphql/error-text.ts'
import { useQuery } from '../../graphql/use-query.ts'

const MatchCountQuery = graphql(`
  query MatchCount($filter: TaskFilter!) {
    tasks(first: 1, filter: $filter) {
      totalCount
    }
  }
`)

const pauseMs = 250

export type MatchCount = { text: string; refused: boolean }

/** How many tasks match a filter, counted once changes to it pause. */
export function useMatchCount(filter: TaskFilter): MatchCount {
  const wanted = JSON.stringify(filter)
  const [asked, setAsked] = useState(wanted)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), pauseMs)
    return () => clearTimeout(timer)
  }, [wanted])
  const { data, error, isPending } = useQuery({
    query: MatchCountQuery,
    variables: { filter: JSON.parse(asked) as TaskFilter },
    requestPolicy: 'network-only',
  })
  if (asked !== wanted || isPending) return { text: 'Counting…', refused: false }
  if (error || !data) {
    return { text: error ? describeError(error) : '', refused: error !== undefined }
  }
  const { totalCount } = data.tasks
  const count = totalCount.toLocaleString('en')
  return { text: totalCount === 1 ? '1 task matches' : `${count} tasks match`, refused: false }
}
