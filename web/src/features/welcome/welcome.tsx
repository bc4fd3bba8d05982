'use client'

import { useEffect } from 'react'
import { v7 as createId } from 'uuid'
import { graphql } from '../../graphql/document.ts'
import { useQuery } from '../../graphql/use-query.ts'
import { useAct } from '../../model/actions/use-act.ts'
import { CreateList } from '../../model/documents/list.mutations.ts'
import { CreateTasks } from '../../model/documents/task.mutations.ts'
import { useToday } from '../../model/shell/use-clock.ts'
import { useShell } from '../../model/shell/use-shell.ts'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { makeFirstTasks } from './first-tasks.ts'

const NewcomerQuery = graphql(`
  query Newcomer {
    tasks(first: 1, filter: { or: [{ deleted: { eq: false } }, { deleted: { eq: true } }] }) {
      totalCount
    }
  }
`)

let isGreeted = false

/**
 * For people who have never had a task: focuses the field for one, once, and offers tasks to learn from, or to
 * bring their own.
 * For everybody else an empty inbox is just empty.
 */
export function Welcome({ focusField }: { focusField: () => void }) {
  // Nothing in the cache updates a count, so it is loaded again whenever the inbox is empty.
  const { data } = useQuery({ query: NewcomerQuery, requestPolicy: 'network-only' })
  const act = useAct()
  const today = useToday()
  const { lists } = useShell()
  const isNewcomer = data?.tasks.totalCount === 0

  useEffect(() => {
    if (!isNewcomer || isGreeted) return
    isGreeted = true
    if (!document.activeElement?.matches('input, textarea, button, [role="dialog"] *')) focusField()
  }, [isNewcomer, focusField])

  if (!isNewcomer) return null
  return (
    <>
      <Button
        onClick={() => {
          const own = lists.find(({ isInbox }) => !isInbox)
          const list = own ?? { id: createId(), name: 'Home', color: 'GREEN' as const }
          // They are sent in this order, so the list exists once its name is typed.
          if (!own) {
            const { id, name, color } = list
            void act({ document: CreateList, input: { id, name, color } })
          }
          const byTouch = matchMedia('(pointer: coarse)').matches
          const tasks = makeFirstTasks(today, { listName: list.name, byTouch })
          const done = `Added ${tasks.length} tasks to try`
          void act({ document: CreateTasks, input: { tasks }, done, failed: 'They weren’t added.' })
          // This button disappears; the next step is the field above.
          focusField()
        }}
      >
        Show me around
      </Button>
      <LinkButton href="/settings/data">Import from another app</LinkButton>
    </>
  )
}
