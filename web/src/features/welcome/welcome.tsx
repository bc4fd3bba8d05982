'use client'

import { useEffect } from 'react'
import { graphql } from '../../graphql/document.ts'
import { useQuery } from '../../graphql/use-query.ts'
import { useAct } from '../../model/actions/use-act.ts'
import { CreateTasks } from '../../model/documents/task.mutations.ts'
import { useToday } from '../../model/shell/use-reader.ts'
import { Button } from '../../ui/button.tsx'
import { makeExampleTasks } from './example-tasks.ts'

const NewcomerQuery = graphql(`
  query Newcomer {
    tasks(first: 1, filter: { or: [{ deleted: { eq: false } }, { deleted: { eq: true } }] }) {
      totalCount
    }
  }
`)

let isGreeted = false

/**
 * Who has never had a task finds the cursor where one is written, once, and may have examples to
 * learn from. For everybody else an empty inbox is just empty.
 */
export function Welcome({ focusField }: { focusField: () => void }) {
  // Nothing in the cache changes a count, so it is asked for again whenever the inbox is empty.
  const { data } = useQuery({ query: NewcomerQuery, requestPolicy: 'network-only' })
  const act = useAct()
  const today = useToday()
  const isNewcomer = data?.tasks.totalCount === 0

  useEffect(() => {
    if (!isNewcomer || isGreeted) return
    isGreeted = true
    if (!document.activeElement?.matches('input, textarea, button, [role="dialog"] *')) focusField()
  }, [isNewcomer, focusField])

  if (!isNewcomer) return null
  return (
    <Button
      onClick={() => {
        const tasks = makeExampleTasks(today)
        const done = `Added ${tasks.length} examples`
        void act({ document: CreateTasks, input: { tasks }, done, failed: 'They weren’t added.' })
        // This button goes; the next thing to do is above.
        focusField()
      }}
    >
      Show me around
    </Button>
  )
}
