import { useEffect, useState } from 'react'
import { getFragmentData } from '../../gql/fragment-masking.ts'
import { useQuery } from '../../graphql/use-query.ts'
import { type Task, TaskFields } from '../../model/documents/fields.ts'
import { useLastDefined } from '../../ui/use-last-defined.ts'
import { FoundTasksQuery } from './found-tasks.query.ts'
import { joinFound } from './join-found.ts'
import { isWorthAsking } from './worth-asking.ts'

const pauseMs = 120
const mostShown = 6

/** The tasks that a text finds, open ones first and best first, once typing pauses. */
export function useFoundTasks(text: string): readonly Task[] {
  const [query, setQuery] = useState('')
  const wanted = text.trim()
  useEffect(() => {
    const timer = setTimeout(() => setQuery(wanted), pauseMs)
    return () => clearTimeout(timer)
  }, [wanted])
  const isAsked = isWorthAsking(query)
  const { data } = useQuery({
    query: FoundTasksQuery,
    variables: { query, first: mostShown },
    pause: !isAsked,
  })
  const found = useLastDefined(data)
  if (!isAsked || !isWorthAsking(wanted) || !found) return []
  const open = getFragmentData(TaskFields, found.open.nodes)
  const completed = getFragmentData(TaskFields, found.completed.nodes)
  return joinFound(open, completed).slice(0, mostShown)
}
