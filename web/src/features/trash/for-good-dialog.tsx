'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { closeForGood, type ForGoodState } from '../../model/trash/for-good.store.ts'
import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Dialog } from '../../ui/layers/dialog.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import { ProgressBar } from '../../ui/marks/progress-bar.tsx'
import styles from './for-good-dialog.module.css'
import { askWords, explainForGood, progressWords } from './for-good-words.ts'
import { type DeletingForGood, useDeleteForGood } from './use-delete-for-good.ts'

/** How long something takes before its progress is shown. */
const quickMs = 1_000

/** Asks first: what is deleted for good can't be restored. */
export function ForGoodDialog({ request, open, findReturn }: ForGoodState) {
  const deleting = useDeleteForGood(request, closeForGood)
  const cancel = useRef<HTMLButtonElement>(null)
  const returnFocus = useMemo(() => returnTo(findReturn), [findReturn])
  const { contents, problem, isRunning, run, stop } = deleting
  const isEmpty = request.kind === 'all' && contents?.tasks === 0 && contents.lists === 0

  function close(): void {
    stop()
    closeForGood()
  }

  return (
    <Dialog
      title={askWords(request)}
      open={open}
      onClose={close}
      returnFocus={returnFocus}
      // What can't be undone isn't what Enter does at once.
      initialFocus={cancel}
    >
      <div className={styles.content}>
        {isEmpty ? (
          <p>The trash is empty already.</p>
        ) : (
          <p aria-live="polite">
            {explainForGood(request, contents) ?? (problem ? '' : 'Counting what is in it…')}
          </p>
        )}
        {isRunning && <Progress {...deleting} />}
        {problem && <Notice>{problem}</Notice>}
        <FormActions>
          {!isEmpty && (
            <Button look="danger" disabled={isRunning || (!contents && !problem)} onClick={run}>
              {nameButton(request.kind === 'all', deleting)}
            </Button>
          )}
          <Button ref={cancel} onClick={close}>
            {isRunning && request.kind !== 'tasks' ? 'Stop' : isEmpty ? 'Close' : 'Cancel'}
          </Button>
        </FormActions>
      </div>
    </Dialog>
  )
}

function nameButton(isAll: boolean, { isRunning, contents, problem }: DeletingForGood): string {
  if (isRunning) return 'Deleting…'
  if (problem) return 'Try again'
  return isAll && contents ? 'Empty trash' : 'Delete for good'
}

/** Shown when it takes a while, and not before. */
function Progress({ progress }: DeletingForGood) {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), quickMs)
    return () => clearTimeout(timer)
  }, [])
  if (!isSlow) return null
  if (!progress) return <ProgressBar label="Deleting…" />
  const { done, total } = progress
  return <ProgressBar label={progressWords(done, total)} value={done} max={total} />
}

/** The row or button may be gone with what was deleted; the place's title is always there. */
function returnTo(find: () => HTMLElement | null) {
  return {
    get current(): HTMLElement | null {
      const found = find()
      return found?.isConnected ? found : document.querySelector<HTMLElement>('main h1[tabindex]')
    },
  }
}
