import { useMemo } from 'react'
import { useClient } from 'urql'
import { nameTasks } from '../../../model/actions/task-words.ts'
import { useAct } from '../../../model/actions/use-act.ts'
import { DuplicateTask, DuplicateTasks } from '../../../model/documents/duplicate.mutations.ts'
import type { Task } from '../../../model/documents/fields.ts'
import { writeClipboardLater } from '../../../ui/clipboard.ts'
import { showToast } from '../../../ui/toasts/toast-queue.ts'
import { focusTaskSoon } from '../task-focus.ts'
import { type OutlineTask, writeMarkdown, writeText } from './outline.ts'
import { readOutline } from './read-outline.ts'

type Copied = Pick<Task, 'id' | 'title'>

/** A way to copy tasks: within Tend, or to elsewhere. */
export type TaskCopy = {
  id: 'duplicate' | 'copyText' | 'copyMarkdown' | 'copyLink'
  label: string
  run: (tasks: readonly Copied[]) => void
}

/** What the menu and the palette offer to copy tasks. Each says what it did, or why it couldn’t. */
export function useTaskCopies(): readonly TaskCopy[] {
  const act = useAct()
  const client = useClient()
  return useMemo(() => {
    async function duplicate(tasks: readonly Copied[]): Promise<void> {
      const ids = tasks.map(({ id }) => id)
      const [id] = ids
      const words = {
        done: `Duplicated ${nameTasks(tasks)}`,
        failed: `${nameTasks(tasks)} wasn’t duplicated.`,
      }
      if (id === undefined) return
      if (ids.length > 1)
        return void (await act({ document: DuplicateTasks, input: { ids }, ...words }))
      const outcome = await act({ document: DuplicateTask, input: { id }, ...words })
      const copyId = outcome.ok && outcome.data.duplicateTask.task.id
      if (copyId) focusTaskSoon(copyId)
    }

    async function copy(
      tasks: readonly Copied[],
      write: (tasks: readonly OutlineTask[]) => string,
    ): Promise<void> {
      try {
        const read = () => Promise.all(tasks.map(({ id }) => readOutline(client, id)))
        say(await writeClipboardLater(async () => write(await read())), nameTasks(tasks))
      } catch (error) {
        showToast({ text: `${nameTasks(tasks)} couldn’t be copied. ${(error as Error).message}` })
      }
    }

    async function copyLinks(tasks: readonly Copied[]): Promise<void> {
      const links = tasks.map(({ id }) => `${window.location.origin}/task/${id}`)
      const what = links.length === 1 ? 'the link' : `${links.length} links`
      say(await writeClipboardLater(async () => links.join('\n')), what)
    }

    return [
      { id: 'duplicate', label: 'Duplicate', run: duplicate },
      { id: 'copyText', label: 'Copy as text', run: (tasks) => void copy(tasks, writeText) },
      {
        id: 'copyMarkdown',
        label: 'Copy as Markdown',
        run: (tasks) => void copy(tasks, writeMarkdown),
      },
      { id: 'copyLink', label: 'Copy link', run: copyLinks },
    ]
  }, [act, client])
}

function say(isCopied: boolean, what: string): void {
  showToast({
    text: isCopied
      ? `Copied ${what}`
      : 'Nothing was copied: the browser didn’t allow it. Allow Tend to use the clipboard, and try again.',
  })
}
