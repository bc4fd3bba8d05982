'use client'

import type { Edit } from '../features/own-places/editing.ts'
import { actionsGroup, type Command } from '../features/palette/command.ts'
import { Palette, type PaletteProps } from '../features/palette/palette.tsx'
import { listActionCommands, listTaskCommands } from '../features/palette/shortcut-commands.tsx'
import { usePlaceCommands } from '../features/palette/use-place-commands.tsx'
import { graphql } from '../graphql/document.ts'
import { useQuery } from '../graphql/use-query.ts'
import { askForGood } from '../model/trash/for-good.store.ts'
import { TrashIcon } from '../ui/marks/icons.tsx'
import { listNewCommands } from './new-commands.tsx'
import { useAccountCommands } from './use-account-commands.tsx'
import { useCopyCommands } from './use-copy-commands.tsx'
import { useOwnPlaceCommands } from './use-own-place-commands.tsx'

const TitleQuery = graphql(`
  query TaskTitle($id: ID!) {
    task(id: $id) {
      id
      title
      deletedAt
    }
  }
`)

const emptyTrashCommand: Command = {
  id: 'trash/empty',
  name: 'Empty the trash',
  group: actionsGroup,
  icon: <TrashIcon />,
  run: () => askForGood({ kind: 'all' }),
}

export type AppPaletteProps = Omit<PaletteProps, 'commands'> & {
  /** The task that actions are about: the one in focus, else the open one. */
  taskId: string | undefined
  onEdit: Edit
}

/** The palette with the commands of all features. Loaded when it is opened. */
export function AppPalette({ taskId, onEdit, ...props }: AppPaletteProps) {
  const { data } = useQuery({
    query: TitleQuery,
    variables: { id: taskId ?? '' },
    requestPolicy: 'cache-first',
    pause: !taskId,
  })
  const task = taskId && data?.task?.id === taskId ? data.task : undefined
  const commands = [
    ...(task ? listTaskCommands(task.title, task.deletedAt !== null) : []),
    ...useCopyCommands(task),
    ...usePlaceCommands(),
    ...useOwnPlaceCommands(onEdit),
    emptyTrashCommand,
    ...listActionCommands(),
    ...listNewCommands(onEdit),
    ...useAccountCommands(),
  ]
  return <Palette commands={commands} {...props} />
}
