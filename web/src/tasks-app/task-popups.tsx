'use client'

import { type ComponentType, lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { TaskQuery } from '../features/task-detail/task.query.ts'
import { useSelectedTasks } from '../features/tasks/selection-store.ts'
import { getFragmentData } from '../gql/fragment-masking.ts'
import { useQuery } from '../graphql/use-query.ts'
import { type Task, TaskFields } from '../model/documents/fields.ts'
import { useClock } from '../model/shell/use-clock.ts'
import {
  closeTaskPopup,
  findReturnOf,
  type PopupKind,
  type TaskPopupRequest,
  type TaskPopupState,
  useTaskPopup,
} from '../task-fields/task-popup.store.ts'
import type { TaskPopupProps } from '../task-fields/task-popup-props.ts'
import { loadTemporal } from '../time/temporal.ts'
import { findAround } from '../ui/landmarks.ts'

// Loaded while the browser is idle, and not before the place itself is there.
const loadDue = () => loadTemporal().then(() => import('../task-fields/due-popup.tsx'))
const loaders: Record<PopupKind, () => Promise<ComponentType<TaskPopupProps>>> = {
  due: () => loadDue().then((module) => module.DuePopup),
  start: () => loadDue().then((module) => module.StartPopup),
  repeat: () =>
    loadTemporal()
      .then(() => import('../task-fields/repeat-popup.tsx'))
      .then((module) => module.RepeatPopup),
  reminders: () =>
    loadTemporal()
      .then(() => import('../task-fields/reminders/reminders-popup.tsx'))
      .then((module) => module.RemindersPopup),
  list: () => import('../task-fields/list-popup.tsx').then((module) => module.ListPopup),
  tags: () => import('../task-fields/tag-popup.tsx').then((module) => module.TagPopup),
  priority: () =>
    import('../task-fields/priority-popup.tsx').then((module) => module.PriorityPopup),
  menu: () => import('../features/tasks/task-menu.tsx').then((module) => module.TaskMenu),
}

const popups: Record<PopupKind, ComponentType<TaskPopupProps>> = {
  due: loadLazily('due'),
  start: loadLazily('start'),
  repeat: loadLazily('repeat'),
  reminders: loadLazily('reminders'),
  list: loadLazily('list'),
  tags: loadLazily('tags'),
  priority: loadLazily('priority'),
  menu: loadLazily('menu'),
}

/** A lazy one shows nothing at first, even when its code is there, and React keeps that for 300 ms. */
const loaded: { [Kind in PopupKind]?: ComponentType<TaskPopupProps> } = {}

async function load(kind: PopupKind): Promise<{ default: ComponentType<TaskPopupProps> }> {
  const popup = await loaders[kind]()
  loaded[kind] = popup
  return { default: popup }
}

function loadLazily(kind: PopupKind) {
  return lazy(() => load(kind))
}

/** The popup beside a row, a line of the panel, or the selection bar: one at a time. */
export function TaskPopups() {
  const popup = useTaskPopup()
  useEffect(loadWhenIdle, [])
  return popup && <OpenPopup key={popup.turn} {...popup} />
}

function OpenPopup({ request, turn, open }: TaskPopupState) {
  const { kind, of, at } = request
  const anchor = useMemo(() => ({ current: request.anchor }), [request])
  const clock = useClock()
  const tasks = useTasks(of)
  const isGone = tasks.length === 0
  useEffect(() => {
    if (isGone) closeTaskPopup(turn)
  }, [isGone, turn])
  useEffect(() => markAround(request.anchor, open), [request, open])
  const [Popup] = useState(() => loaded[kind] ?? popups[kind])
  return (
    <Suspense fallback={null}>
      <Popup
        tasks={tasks}
        clock={clock}
        anchor={anchor}
        at={at}
        open={open && !isGone}
        onClose={() => closeTaskPopup(turn)}
        returnsFocus={false}
        findReturn={() => findReturnOf(turn)}
      />
    </Suspense>
  )
}

/** The tasks that a popup is about, in their current state. */
function useTasks(of: TaskPopupRequest['of']): readonly Task[] {
  const selected = useSelectedTasks()
  const then = of === 'selection' ? undefined : of
  const { data } = useQuery({
    query: TaskQuery,
    variables: { id: then?.id ?? '' },
    requestPolicy: 'cache-first',
    pause: !then,
  })
  const now = getFragmentData(TaskFields, data?.task)
  const isGone = data?.task === null
  return useMemo(() => {
    if (!then) return selected
    return isGone ? [] : [now ?? then]
  }, [then, now, isGone, selected])
}

/** Keeps the row highlighted while the focus is in its popup. */
function markAround(anchor: HTMLElement, open: boolean): (() => void) | undefined {
  const row = findAround(anchor, 'taskRow')
  if (!open || !row) return undefined
  row.setAttribute('data-popup', '')
  return () => row.removeAttribute('data-popup')
}

function loadWhenIdle(): () => void {
  const loadAll = () => {
    for (const kind of Object.keys(loaders)) void load(kind as PopupKind).catch(() => {})
  }
  // Safari has no idle callbacks.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(loadAll, 1_000)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(loadAll)
  return () => cancelIdleCallback(handle)
}
