'use client'

import { Placeholder } from '../../ui/notice.tsx'
import { useHydrated } from '../../ui/use-hydrated.ts'
import { AddTask } from './add-task.tsx'
import { CompletedTasks } from './completed-tasks.tsx'
import styles from './inbox.module.css'
import { TaskList } from './task-list.tsx'
import { TaskSkeleton } from './task-skeleton.tsx'
import { useShortcuts } from './use-shortcuts.ts'
import { useTaskActions } from './use-task-actions.ts'

/** The place where every new task lands. */
export function Inbox() {
  // Tasks come with the token, which only the browser has.
  const hydrated = useHydrated()
  const actions = useTaskActions()
  useShortcuts()
  return (
    <>
      <h1 className={styles.title}>Inbox</h1>
      <AddTask />
      {hydrated ? (
        <>
          <TaskList
            label="Open tasks"
            completed={false}
            actions={actions}
            empty={
              <Placeholder title="Your inbox is empty">
                <p>Whatever is on your mind, write it down above and press Enter.</p>
              </Placeholder>
            }
          />
          <CompletedTasks actions={actions} />
        </>
      ) : (
        <TaskSkeleton />
      )}
    </>
  )
}
