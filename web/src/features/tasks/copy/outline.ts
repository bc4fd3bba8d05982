/** A task as it is copied, with what is under it. */
export type OutlineTask = {
  title: string
  description: string | null
  completed: boolean
  subtasks: readonly OutlineTask[]
}

/** A line for each task; subtasks are indented by two spaces. */
export function writeText(tasks: readonly OutlineTask[]): string {
  return writeLines(tasks, ({ title }) => [title], '  ')
}

/** A check list in Markdown (GitHub Flavored Markdown, task list items), with the notes under each title. */
export function writeMarkdown(tasks: readonly OutlineTask[]): string {
  return writeLines(tasks, writeItem, '    ')
}

function writeItem({ title, description, completed }: OutlineTask): string[] {
  const notes = (description ?? '').split('\n').filter((line) => line.trim() !== '')
  return [`- [${completed ? 'x' : ' '}] ${title}`, ...notes.map((line) => `    ${line}`)]
}

function writeLines(
  tasks: readonly OutlineTask[],
  write: (task: OutlineTask) => string[],
  indent: string,
): string {
  const list = (some: readonly OutlineTask[]): string[] =>
    some.flatMap((task) => [...write(task), ...list(task.subtasks).map((line) => indent + line)])
  return list(tasks).join('\n')
}
