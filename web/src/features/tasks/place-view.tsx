'use client'

import { lazy, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { requestTasks, type TaskRequest } from '../../model/places/task-request.ts'
import { useShell } from '../../model/shell/use-shell.ts'
import { type Place, printAddress } from '../../places/address.ts'
import { Button } from '../../ui/button.tsx'
import { Later } from '../../ui/hydration/later.tsx'
import { Placeholder } from '../../ui/marks/notice.tsx'
import type { Narrowed } from './place-search.tsx'
import styles from './place-view.module.css'
import { emptyPlaceWords } from './place-words.ts'
import { TaskList } from './task-list.tsx'
import { TaskSkeleton } from './task-skeleton.tsx'
import { usePlaceTitle } from './use-place-title.ts'
import { useTaskActions } from './use-task-actions.ts'
import { useTaskShortcuts } from './use-task-shortcuts.ts'

// Rows are read before they are moved, so the code for moving them loads after them.
const RowHandling = lazy(() =>
  import('./row-handling.tsx').then((module) => ({ default: module.RowHandling })),
)

// They are collapsed below the open tasks.
const TaskTrays = lazy(() =>
  import('./task-trays.tsx').then((module) => ({ default: module.TaskTrays })),
)

const PlaceField = lazy(() =>
  import('./place-field.tsx').then((module) => ({ default: module.PlaceField })),
)

const MissingPlace = lazy(() =>
  import('./missing-place.tsx').then((module) => ({ default: module.MissingPlace })),
)

export type PlaceViewProps = {
  place: Place
  /** What can be done with the place, beside its title. */
  menu: ReactNode
  /** A note about the place, above its tasks. */
  note: ReactNode
  /** The field for a new task, where the place has one. */
  renderAdd: (request: TaskRequest) => ReactNode
  /** What an empty inbox shows in addition. */
  welcome: ReactNode
}

/** A place: its title, the field for a new task, its tasks. */
export function PlaceView(props: PlaceViewProps) {
  const { place, menu } = props
  const name = usePlaceTitle(place)
  const heading = useRef<HTMLHeadingElement>(null)
  const key = placeKey(place)
  const { savedViews } = useShell()
  const request = useMemo(
    () => requestTasks(place, (id) => savedViews.find((view) => view.id === id)),
    [place, savedViews],
  )
  // The focused element may be gone with the previous place; a screen reader then continues here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each place.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [key])

  if (name.kind === 'missing') {
    return (
      <Later>
        <MissingPlace place={place} />
      </Later>
    )
  }
  if (name.kind === 'unknown') {
    return (
      <Placeholder title="This can’t be shown right now" level={1} alert>
        <p>{name.problem} What you have written down is safe.</p>
        <Button onClick={name.retry}>Try again</Button>
      </Placeholder>
    )
  }
  const title = name.kind === 'known' ? name.title : ''
  return (
    <>
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1} className={styles.title} dir="auto">
          {title || '\u00a0'}
        </h1>
        {menu}
      </div>
      {request ? <Tasks key={key} title={title} request={request} {...props} /> : <TaskSkeleton />}
    </>
  )
}

const searchedPlaces = ['search', 'trash', 'completed']

type TasksProps = PlaceViewProps & {
  request: TaskRequest
  title: string
}

function Tasks({ place, request, title, note, renderAdd, welcome }: TasksProps) {
  const [narrowed, onNarrow] = useState<Narrowed>()
  const actions = useTaskActions()
  useTaskShortcuts(actions)
  const words = emptyPlaceWords[place.kind]
  const isList = place.kind === 'inbox' || place.kind === 'list'
  const { savedViews } = useShell()
  // The ids of other places are of other kinds, and no view has them.
  const view = 'id' in place ? savedViews.find(({ id }) => id === place.id) : undefined
  const field = searchedPlaces.includes(place.kind) && (
    <div className={styles.search}>
      <Later>
        <PlaceField {...{ place, request, onNarrow }} />
      </Later>
    </div>
  )
  // The field itself says what can be looked for.
  if ('query' in request && !request.query) return field
  return (
    <>
      {field}
      {note}
      {renderAdd(request)}
      <TaskList
        label={isList ? 'Open tasks' : title}
        place={place}
        request={request}
        actions={actions}
        view={view}
        empty={
          <Placeholder title={words.title}>
            <p>{words.text}</p>
            {place.kind === 'inbox' && welcome}
          </Placeholder>
        }
        {...narrowed}
        below={
          isList && (
            <Later>
              <TaskTrays place={place} actions={actions} />
            </Later>
          )
        }
      />
      <Later>
        <RowHandling place={place} actions={actions} />
      </Later>
    </>
  )
}

/** A search stays the same place while it is typed. */
function placeKey(place: Place): string {
  return place.kind === 'search' ? place.kind : printAddress({ place })
}
