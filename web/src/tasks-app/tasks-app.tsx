'use client'

import { lazy, useCallback, useState } from 'react'
import { AccountMenu } from '../features/account/account-menu.tsx'
import type { Edit } from '../features/own-places/editing.ts'
import { PlaceMenu } from '../features/own-places/place-menu.tsx'
import { useEditor } from '../features/own-places/use-editor.ts'
import { usePalette } from '../features/palette/use-palette.ts'
import { PlaceQuickAdd } from '../features/quick-add/place-quick-add.tsx'
import { AppShell } from '../features/shell/app-shell.tsx'
import { Sidebar } from '../features/sidebar/sidebar.tsx'
import { usePartShortcuts } from '../features/task-detail/use-part-shortcuts.ts'
import { PlaceView } from '../features/tasks/place-view.tsx'
import {
  findFocusedTask,
  focusAddField,
  focusTaskSoon,
  focusVisibleAddField,
  moveTaskFocus,
} from '../features/tasks/task-focus.ts'
import { usePlaceShortcuts } from '../features/tasks/use-place-shortcuts.ts'
import { useTaskActions } from '../features/tasks/use-task-actions.ts'
import type { FirstAnswers } from '../graphql/first-answers.ts'
import { GraphqlProvider } from '../graphql/graphql-provider.tsx'
import { ShellProvider } from '../model/shell/shell-provider.tsx'
import { closeTask, goTo, useAddress } from '../places/navigation.ts'
import { useEarlyClicks } from '../ui/hydration/early-clicks.ts'
import { Later } from '../ui/hydration/later.tsx'
import { Toaster } from '../ui/toasts/toaster.tsx'

// Loaded when a task is opened, because the place itself comes first.
const TaskPanel = lazy(() =>
  import('../features/task-detail/task-panel.tsx').then((module) => ({
    default: module.TaskPanel,
  })),
)

// Nothing has been sent or rung yet when the page loads.
const TopStatus = lazy(() =>
  import('./top-status.tsx').then((module) => ({ default: module.TopStatus })),
)

const QuickAddOverlay = lazy(() =>
  import('../features/quick-add/quick-add-overlay.tsx').then((module) => ({
    default: module.QuickAddOverlay,
  })),
)

const AppPalette = lazy(() =>
  import('./app-palette.tsx').then((module) => ({ default: module.AppPalette })),
)

const EditorDialogs = lazy(() =>
  import('./editor-dialogs.tsx').then((module) => ({ default: module.EditorDialogs })),
)
const Welcome = lazy(() =>
  import('../features/welcome/welcome.tsx').then((module) => ({ default: module.Welcome })),
)
const PlaceNote = lazy(() =>
  import('../features/own-places/place-note.tsx').then((module) => ({
    default: module.PlaceNote,
  })),
)
const ViewNote = lazy(() =>
  import('../features/views/view-note.tsx').then((module) => ({ default: module.ViewNote })),
)

const LateHabits = lazy(() =>
  import('./late-habits.tsx').then((module) => ({ default: module.LateHabits })),
)

const TaskPopups = lazy(() =>
  import('./task-popups.tsx').then((module) => ({ default: module.TaskPopups })),
)

const loadFeatures = () => import('../model/cache/all.cache.ts').then((m) => m.loadFeatures())
const loadLive = () => import('../model/documents/live-documents.ts').then((m) => m.liveDocuments)

export type TasksAppProps = {
  /** When the page was asked for, and in which locale (BCP 47). */
  opened: { at: number; locale: string }
  /** What came with the page for the place it opens with. */
  first: FirstAnswers | undefined
  apiUrl: string
  person: { name: string; email: string; image?: string | null | undefined }
  sidebarFolded: boolean
}

/** Puts the features together: the one place where they meet. */
export function TasksApp({ opened, first, ...props }: TasksAppProps) {
  useEarlyClicks()
  return (
    <GraphqlProvider apiUrl={props.apiUrl} features={loadFeatures} live={loadLive} first={first}>
      <ShellProvider opened={opened}>
        <Places {...props} />
        <Later>
          <LateHabits />
        </Later>
      </ShellProvider>
      <Toaster />
    </GraphqlProvider>
  )
}

function Places({ apiUrl, person, sidebarFolded }: Omit<TasksAppProps, 'opened' | 'first'>) {
  const { place, taskId } = useAddress()
  const actions = useTaskActions()
  const { palette, openPalette, closePalette } = usePalette()
  const { editor, edit, closeEditor } = useEditor()
  const close = useCallback(() => {
    closeTask()
    if (taskId) focusTaskSoon(taskId)
  }, [taskId])
  const [isAdding, setAdding] = useState(false)
  // Focuses the field if it is in sight; otherwise opens one over the place.
  const add = useCallback(() => {
    if (!focusVisibleAddField()) setAdding(true)
  }, [])
  usePlaceShortcuts(add)
  usePartShortcuts({
    openTaskId: taskId,
    findFocusedTask: () => findFocusedTask(),
    open: (id) => goTo({ place, taskId: id }),
  })
  /** Opens an editor from a sidebar that covers the page, and closes that first. */
  function editFrom(leave: () => void): Edit {
    return (editing, before) => {
      leave()
      edit(editing, before)
    }
  }

  return (
    <>
      <AppShell
        place={place}
        sidebarFolded={sidebarFolded}
        sidebar={(leave) => (
          <Sidebar
            current={place}
            menu={(own) => <PlaceMenu place={own} onEdit={editFrom(leave)} />}
            onNew={(kind) => editFrom(leave)({ kind })}
          />
        )}
        account={(look) => <AccountMenu look={look} person={person} apiUrl={apiUrl} />}
        status={
          <Later>
            <TopStatus />
          </Later>
        }
        panel={
          taskId && (
            <Later>
              <TaskPanel taskId={taskId} actions={actions} onClose={close} />
            </Later>
          )
        }
        onAdd={add}
        onCommands={openPalette}
      >
        <PlaceView
          place={place}
          menu={<PlaceMenu place={place} onEdit={edit} />}
          note={
            <Later>
              {place.kind === 'view' && <ViewNote id={place.id} />}
              {(place.kind === 'list' || place.kind === 'trash') && <PlaceNote place={place} />}
            </Later>
          }
          renderAdd={(request) => (
            <PlaceQuickAdd place={place} request={request} onDown={() => moveTaskFocus(1)} />
          )}
          welcome={
            <Later>
              <Welcome focusField={focusAddField} />
            </Later>
          }
        />
      </AppShell>
      <Later>
        <TaskPopups />
      </Later>
      {isAdding && (
        <Later>
          <QuickAddOverlay place={place} onClose={() => setAdding(false)} />
        </Later>
      )}
      {editor && (
        <Later>
          <EditorDialogs editor={editor} onClose={closeEditor} />
        </Later>
      )}
      {palette && (
        <Later>
          <AppPalette
            palette={palette}
            onClose={closePalette}
            onEdit={(editing) => edit(editing, palette.before)}
            taskId={findFocusedTask(palette.before) ?? taskId}
          />
        </Later>
      )}
    </>
  )
}
