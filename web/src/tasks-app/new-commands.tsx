import type { Edit } from '../features/own-places/editing.ts'
import { actionsGroup, type Command } from '../features/palette/command.ts'
import { PlusIcon } from '../ui/marks/icons.tsx'

const kinds = ['list', 'tag', 'view'] as const

/** The commands that create a list, a tag or a view. */
export function listNewCommands(onEdit: Edit): Command[] {
  return kinds.map((kind) => ({
    id: `new/${kind}`,
    name: `New ${kind}`,
    words: `create add ${kind}`,
    group: actionsGroup,
    icon: <PlusIcon />,
    run: () => onEdit({ kind }),
  }))
}
