import { useCallback, useEffect, useRef, useState } from 'react'
import { useClient } from 'urql'
import type { ForGoodRequest } from '../../model/trash/for-good.store.ts'
import { closeTask, readAddress } from '../../places/navigation.ts'
import { showToast } from '../../ui/toasts/toast-queue.ts'
import {
  countForGood,
  deleteForGood,
  type ForGoodContents,
  type ForGoodProgress,
} from './delete-for-good.ts'
import { doneWords, progressWords } from './for-good-words.ts'

export type DeletingForGood = {
  /** Undefined until it is counted. */
  contents: ForGoodContents | undefined
  problem: string | undefined
  isRunning: boolean
  progress: ForGoodProgress | undefined
  /** Counts, where that has failed, else deletes. */
  run: () => void
  /** Deletes nothing further. */
  stop: () => void
}

/**
 * Deleting for good from the question to the message that says it is done. What was deleted before a failure
 * stays deleted; the same button then goes on with the rest.
 */
export function useDeleteForGood(request: ForGoodRequest, onDone: () => void): DeletingForGood {
  const client = useClient()
  const [contents, setContents] = useState<ForGoodContents>()
  const [problem, setProblem] = useState<string>()
  const [isRunning, setRunning] = useState(false)
  const [progress, setProgress] = useState<ForGoodProgress>()
  const stopping = useRef<AbortController>(undefined)

  const count = useCallback(async () => {
    const counted = await countForGood(client, request)
    setContents(counted.ok ? counted.contents : undefined)
    setProblem(counted.ok ? undefined : counted.message)
  }, [client, request])

  useEffect(() => {
    void count()
  }, [count])

  async function run(meant: ForGoodContents): Promise<void> {
    const controller = new AbortController()
    stopping.current = controller
    let last: ForGoodProgress | undefined
    setRunning(true)
    setProblem(undefined)
    const outcome = await deleteForGood(
      client,
      request,
      meant,
      (next) => {
        last = next
        setProgress(next)
      },
      controller.signal,
    )
    setRunning(false)
    if (!outcome.ok) {
      setProblem(outcome.message)
      if (request.kind !== 'tasks') void countAfterFailure()
      return
    }
    closeGoneTask(request)
    const isStopped = controller.signal.aborted && last !== undefined && last.done < last.total
    const words = isStopped && last ? progressWords(last.done, last.total) : doneWords(request)
    showToast({ text: outcome.stayed ? `${words}. ${outcome.stayed}` : words })
    onDone()
  }

  /** What is left, so that the question is about that. */
  async function countAfterFailure(): Promise<void> {
    const counted = await countForGood(client, request)
    if (counted.ok) setContents(counted.contents)
  }

  return {
    contents,
    problem,
    isRunning,
    progress,
    run: () => {
      if (isRunning) return
      if (contents) void run(contents)
      else void count()
    },
    stop: () => stopping.current?.abort(),
  }
}

/** The panel would show what isn't there any more. */
function closeGoneTask(request: ForGoodRequest): void {
  const { taskId, place } = readAddress() ?? {}
  if (taskId === undefined) return
  const isGone =
    request.kind === 'tasks'
      ? request.tasks.some(({ id }) => id === taskId)
      : place?.kind === 'trash'
  if (isGone) closeTask()
}
