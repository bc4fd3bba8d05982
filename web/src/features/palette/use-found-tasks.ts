import { useEffect, useState } from 'react'
import { getFragmentData } from '../../gql/fragment-masking.ts'
import { useQuery } from '../../graphql/use-query.ts'
import { type Task, TaskFields } from '../../model/documents/fields.ts'
import { SearchPageQuery } from '../../model/documents/task-pages.query.ts'
import { useLastDefined } from '../../ui/use-last-defined.ts'
import { isWorthAsking } from './worth-asking.ts'

const pauseMs = 120
const mostShown = 6

/** The tasks that a text finds, the best first, once somebody pauses in typing it. */
export function useFoundTasks(text: string): readonly Task[] {
  const [query, setQuery] = useState('')
  const wanted = text.trim()
  useEffect(() => {
    const timer = setTimeout(() => setQuery(wanted), pauseMs)
    return () => clearTimeout(timer)
  }, [wanted])
  const isAsked = isWorthAsking(query)
  const { data } = useQuery({ query: SearchPageQuery, variables: { query }, pause: !isAsked })
  const found = useLastDefined(data)
  if (!isAsked || !isWorthAsking(wanted) || !found) return []
  return getFragmentData(TaskFields, found.searchTasks.nodes).slice(0, mostShown)
}
