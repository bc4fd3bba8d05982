import type { Command } from '../features/palette/command.ts'
import { useTaskCopies } from '../features/tasks/copy/use-task-copies.ts'
import { DuplicateIcon } from '../ui/marks/more-icons.tsx'

/** Commands that copy the task in focus, within Tend or to elsewhere. */
export function useCopyCommands(task: { id: string; title: string } | undefined): Command[] {
  const copies = useTaskCopies()
  if (!task) return []
  return copies.map(({ id, label, run }) => ({
    ...{ id, name: label, group: `“${task.title}”`, icon: <DuplicateIcon /> },
    run: () => run([task]),
  }))
}
