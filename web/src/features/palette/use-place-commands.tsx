import type { ShortcutId } from '../../keyboard/shortcuts.ts'
import { useShell } from '../../model/shell/use-shell.ts'
import type { FixedPlace, OwnedPlace } from '../../places/address.ts'
import { goTo } from '../../places/navigation.ts'
import { fixedTitle } from '../../places/titles.ts'
import { ColorDot } from '../../ui/marks/color-dot.tsx'
import {
  AllIcon,
  CompletedIcon,
  InboxIcon,
  TagIcon,
  TodayIcon,
  TrashIcon,
  UpcomingIcon,
  ViewIcon,
} from '../../ui/marks/icons.tsx'
import type { Command } from './command.ts'

const fixed: readonly { kind: FixedPlace['kind']; icon: Command['icon']; shortcut?: ShortcutId }[] =
  [
    { kind: 'inbox', icon: <InboxIcon />, shortcut: 'goInbox' },
    { kind: 'today', icon: <TodayIcon />, shortcut: 'goToday' },
    { kind: 'upcoming', icon: <UpcomingIcon />, shortcut: 'goUpcoming' },
    { kind: 'all', icon: <AllIcon />, shortcut: 'goAll' },
    { kind: 'completed', icon: <CompletedIcon />, shortcut: 'goCompleted' },
    { kind: 'trash', icon: <TrashIcon /> },
  ]

/** A command for each place: those that everybody has, and the person's own. */
export function usePlaceCommands(): Command[] {
  const { lists, tags, savedViews } = useShell()
  const everybodys = fixed.map(({ kind, icon, shortcut }) => ({
    id: `go/${kind}`,
    name: fixedTitle({ kind }) ?? kind,
    group: 'Go to',
    icon,
    run: () => goTo({ place: { kind } }),
    ...(shortcut && { shortcut }),
  }))
  return [
    ...everybodys,
    ...lists
      .filter(({ isInbox }) => !isInbox)
      .map((list) => goOwned('list', list, <ColorDot color={list.color} icon={list.icon} />)),
    ...savedViews.map((view) =>
      goOwned('view', view, view.icon ? <ColorDot color={null} icon={view.icon} /> : <ViewIcon />),
    ),
    ...tags.map((tag) => goOwned('tag', tag, <TagIcon />)),
  ]
}

function goOwned(
  kind: OwnedPlace['kind'],
  { id, name }: { id: string; name: string },
  icon: Command['icon'],
): Command {
  return { id: `go/${id}`, name, group: 'Go to', icon, run: () => goTo({ place: { kind, id } }) }
}
