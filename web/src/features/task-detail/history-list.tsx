'use client'

import { formatInstant } from '@tend/server/domain/dates/format-date'
import { useEffect, useState } from 'react'
import { useClient } from 'urql'
import type { TaskHistoryQuery as TaskHistoryData } from '../../gql/graphql.ts'
import { describeError } from '../../graphql/error-text.ts'
import { useQuery } from '../../graphql/use-query.ts'
import { undoMutation } from '../../model/actions/undo.ts'
import type { Task } from '../../model/documents/fields.ts'
import { useClock } from '../../model/shell/use-clock.ts'
import { useShell } from '../../model/shell/use-shell.ts'
import type { UserClock } from '../../time/due-words.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import { QuotedText } from '../../ui/marks/quoted-text.tsx'
import { useLastDefined } from '../../ui/use-last-defined.ts'
import { describeActor, describeEntry, type Names } from './history-words.ts'
import styles from './task-history.module.css'
import { TaskHistoryQuery } from './task-history.query.ts'
import { TaskPanelSkeleton } from './task-panel-skeleton.tsx'

const pageSizes = { few: 20, many: 100 } as const

/** The task's history, newest first: who, what, when, and its undo. */
export function HistoryList({ task }: { task: Task }) {
  const clock = useClock()
  const names = useNames()
  const [size, setSize] = useState<keyof typeof pageSizes>('few')
  const { data, error, refresh } = useQuery({
    query: TaskHistoryQuery,
    variables: { id: task.id, first: pageSizes[size] },
    requestPolicy: 'cache-and-network',
  })

  // Every change of the task, whoever made it, is one more line here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: again with each change.
  useEffect(() => {
    refresh()
  }, [refresh, task.updatedAt])

  const history = useLastDefined(data)?.task?.history
  if (!history && error) {
    return (
      <Notice>
        The history can’t be shown right now. {describeError(error)}
        <Button onClick={refresh}>Try again</Button>
      </Notice>
    )
  }
  if (!history) return <TaskPanelSkeleton />
  if (history.nodes.length === 0) {
    return <p className={styles.empty}>No changes in the last 90 days</p>
  }
  return (
    <>
      <ol className={styles.list}>
        {history.nodes.map((entry) => (
          <Entry key={entry.mutationId} entry={entry} names={names} clock={clock} />
        ))}
      </ol>
      {history.pageInfo.hasNextPage && size === 'few' && (
        <Button look="quiet" onClick={() => setSize('many')}>
          Show earlier
        </Button>
      )}
    </>
  )
}

type EntryData = NonNullable<TaskHistoryData['task']>['history']['nodes'][number]

type EntryProps = { entry: EntryData; names: Names; clock: UserClock }

function Entry({ entry, names, clock }: EntryProps) {
  const client = useClient()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)

  async function undo(): Promise<void> {
    setIsBusy(true)
    setProblem(undefined)
    const outcome = await undoMutation(client, entry.mutationId)
    setIsBusy(false)
    if (!outcome.ok) setProblem(outcome.message)
  }

  const what = describeEntry(entry, names, clock).join(' · ')
  const now = { now: new Date(clock.now).toISOString(), timeZone: clock.timeZone }
  return (
    <li className={styles.entry}>
      <div className={styles.words}>
        <p>
          <QuotedText text={what} />
        </p>
        <p className={styles.who}>
          {describeActor(entry.actor)} · {formatInstant(entry.at, now, clock.formats)}
        </p>
        {problem && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
      </div>
      {entry.operation !== 'CREATED' && (
        <Button
          look="quiet"
          aria-label={`Undo: ${what}`}
          disabled={isBusy}
          onClick={() => void undo()}
        >
          Undo
        </Button>
      )}
    </li>
  )
}

function useNames(): Names {
  const { lists, tags } = useShell()
  return {
    list: (id) => lists.find((list) => list.id === id)?.name,
    tag: (id) => tags.find((tag) => tag.id === id)?.name,
  }
}
