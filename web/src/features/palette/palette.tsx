'use client'

import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { findMarks } from '@tend/server/domain/text/search-marks'
import { searchTerms } from '@tend/server/domain/text/search-words'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { ShortcutKeys } from '../../keyboard/shortcut-keys.tsx'
import { shortcuts, spellKey } from '../../keyboard/shortcuts.ts'
import type { Task } from '../../model/documents/fields.ts'
import { useClock } from '../../model/shell/use-clock.ts'
import { goTo, readPlace } from '../../places/navigation.ts'
import type { UserClock } from '../../time/due-words.ts'
import { focusAtOnce } from '../../ui/hydration/focus-at-once.ts'
import { useLayer } from '../../ui/layers/layers.ts'
import { SearchIcon } from '../../ui/marks/icons.tsx'
import { MarkedText } from '../../ui/marks/marked-text.tsx'
import { TaskRing } from '../../ui/marks/task-check.tsx'
import { VisuallyHidden } from '../../ui/marks/visually-hidden.tsx'
import type { Command } from './command.ts'
import { HitDetails } from './hit-details.tsx'
import styles from './palette.module.css'
import { type CommandGroup, rankCommands } from './rank-commands.ts'
import { readRecentCommands, rememberCommand } from './recent-commands.ts'
import { useFoundTasks } from './use-found-tasks.ts'
import type { PaletteState } from './use-palette.ts'

export type PaletteProps = {
  palette: PaletteState
  onClose: () => void
  commands: readonly Command[]
}

/** Everything the app can do and everywhere it can go, found by a few letters. */
export function Palette({ palette, onClose, commands }: PaletteProps) {
  const popup = useRef<HTMLDivElement>(null)
  const chosen = useRef<Command>(undefined)
  useLayer(palette.open, onClose)

  function choose(command: Command): void {
    chosen.current = command
    rememberCommand(command.id)
    onClose()
  }

  return (
    <Dialog.Root
      open={palette.open}
      onOpenChange={(next) => !next && onClose()}
      onOpenChangeComplete={(open) => {
        if (open) return
        // A command is about what had the focus, so it gets it back before the command runs.
        const command = chosen.current
        chosen.current = undefined
        palette.before?.focus({ preventScroll: true })
        command?.run()
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          ref={popup}
          className={styles.popup}
          initialFocus={focusAtOnce(() => popup.current?.querySelector('input'))}
          finalFocus={false}
        >
          <VisuallyHidden>
            <Dialog.Title>Commands</Dialog.Title>
          </VisuallyHidden>
          <Finder commands={commands} onChoose={choose} onClose={onClose} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

type FinderProps = Pick<PaletteProps, 'commands' | 'onClose'> & { onChoose: (c: Command) => void }

function Finder({ commands, onChoose, onClose }: FinderProps) {
  const [query, setQuery] = useState('')
  const [recentIds] = useState(readRecentCommands)
  const tasks = useFoundTasks(query)
  const clock = useClock()
  const groups = useMemo(
    () => [...rankCommands(commands, query, recentIds), ...listSearches(query, tasks, clock)],
    [commands, query, recentIds, tasks, clock],
  )
  const terms = useMemo(() => searchTerms(query), [query])
  const isUnknown = query.trim() !== '' && groups.every(({ title }) => title === searchTitle)

  return (
    <Autocomplete.Root
      inline
      open
      mode="none"
      items={groups}
      value={query}
      onValueChange={setQuery}
      itemToStringValue={(command: Command) => command.name}
      autoHighlight="always"
      keepHighlight
    >
      <Autocomplete.Input
        className={styles.input}
        aria-label="Find a place or an action"
        placeholder="Go to, or do…"
        onKeyDown={(event) => {
          if (!(shortcuts.palette.keys as readonly string[]).includes(spellKey(event))) return
          event.preventDefault()
          onClose()
        }}
      />
      <Autocomplete.Status className={styles.status}>
        {isUnknown && 'No matches'}
      </Autocomplete.Status>
      <Autocomplete.List className={styles.list}>
        {(group: CommandGroup) => (
          <Autocomplete.Group key={group.title} items={group.items} className={styles.group}>
            <Autocomplete.GroupLabel className={styles.heading} dir="auto">
              {group.title}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(command: Command) => (
                <Autocomplete.Item
                  key={command.id}
                  value={command}
                  className={styles.item}
                  onClick={() => onChoose(command)}
                >
                  <span className={styles.icon}>{command.icon}</span>
                  <span className={styles.name} dir="auto">
                    <MarkedText
                      text={command.name}
                      ranges={command.id === searchId ? [] : findMarks(command.name, terms)}
                    />
                  </span>
                  {command.detail}
                  {command.shortcut && <ShortcutKeys keys={shortcuts[command.shortcut].keys[0]} />}
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  )
}

const searchTitle = 'Search'
const searchId = 'search'

/** The tasks that were found, and the way to all of them. */
function listSearches(query: string, tasks: readonly Task[], clock: UserClock): CommandGroup[] {
  const text = query.trim()
  if (text === '') return []
  const search = make(searchId, `Search all tasks for “${text}”`, <SearchIcon />, () =>
    goTo({ place: { kind: 'search', query: text } }),
  )
  const found = tasks.map((task) => ({
    ...make(
      `task/${task.id}`,
      task.title,
      <TaskRing priority={task.priority} ticked={task.completed} />,
      () => goTo({ place: readPlace(), taskId: task.id }),
    ),
    detail: <HitDetails task={task} clock={clock} />,
  }))
  return [
    ...(found.length > 0 ? [{ title: 'Tasks', items: found }] : []),
    { title: searchTitle, items: [search] },
  ]
}

function make(id: string, name: string, icon: ReactNode, run: () => void): Command {
  return { id, name, group: searchTitle, icon, run }
}
